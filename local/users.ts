import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { stableId } from '../functions/document/text.schema.ts';
import { role } from '../functions/usecases/actor.ts';
import { writeWhole } from './data-directory.ts';
import { errorCode, OperatorError } from './operator-error.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

const userSchema = z.strictObject({
  username: stableId,
  staffId: stableId,
  organ: stableId,
  roles: z.array(role).min(1),
  password: z.string(),
});
const usersFile = z.strictObject({ schema: z.literal('users@1'), users: z.array(userSchema) });

/** A person who may sign in on this machine. `password` is its scrypt hash. */
export type User = z.infer<typeof userSchema>;

/** The shortest password. */
export const MIN_PASSWORD_LENGTH = 8;

/** All users of a data directory; none before the first was added. */
export async function readUsers(path: string): Promise<User[]> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    if (errorCode(cause) === 'ENOENT') return null;
    throw cause;
  });
  if (text === null) return [];
  try {
    return usersFile.parse(JSON.parse(text)).users;
  } catch (cause) {
    throw new OperatorError(`Tệp người dùng hỏng: ${path}`, { cause });
  }
}

/** Adds a user, readable by the owner of the file alone. Throws `OperatorError` where the name is taken or something is wrong. */
export async function addUser(path: string, user: Omit<User, 'password'>, password: string): Promise<User> {
  if (password.length < MIN_PASSWORD_LENGTH) {
    throw new OperatorError(`Mật khẩu phải có ít nhất ${MIN_PASSWORD_LENGTH} ký tự.`);
  }
  const added = userSchema.safeParse({ ...user, password: await hashPassword(password) });
  if (!added.success) {
    const fields = added.error.issues.map(({ path: at }) => at.join('.')).join(', ');
    throw new OperatorError(`Người dùng chưa đúng ở: ${fields}. Tên và mã chỉ gồm chữ thường không dấu, số, gạch nối.`);
  }
  const users = await readUsers(path);
  if (users.some(({ username }) => username === added.data.username)) {
    throw new OperatorError(`Đã có người dùng “${added.data.username}”.`);
  }
  await writeWhole(path, `${JSON.stringify({ schema: 'users@1', users: [...users, added.data] }, null, 2)}\n`, 0o600);
  return added.data;
}

/** The user of a name and a password, or null. It takes as long for a name that is not there. */
export async function checkPassword(path: string, username: string, password: string): Promise<User | null> {
  const user = (await readUsers(path)).find((one) => one.username === username);
  nobody ??= hashPassword('không có ai');
  const right = await verifyPassword(password, user?.password ?? (await nobody));
  return user && right ? user : null;
}

let nobody: Promise<string> | undefined;
