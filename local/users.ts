import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { stableId } from '../functions/document/text.schema.ts';
import { role } from '../functions/usecases/actor.ts';
import { writeWhole } from './data-directory.ts';
import { withFileLock } from './file-lock.ts';
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

/** Adds a user. Throws `OperatorError` where the name is taken or something is wrong. */
export async function addUser(path: string, user: Omit<User, 'password'>, password: string): Promise<User> {
  const added = userSchema.safeParse({ ...user, password: await newHash(password) });
  if (!added.success) {
    const fields = added.error.issues.map(({ path: at }) => at.join('.')).join(', ');
    throw new OperatorError(`Người dùng chưa đúng ở: ${fields}. Tên và mã chỉ gồm chữ thường không dấu, số, gạch nối.`);
  }
  await changeUsers(path, (users) => {
    if (users.some(({ username }) => username === added.data.username)) {
      throw new OperatorError(`Đã có người dùng “${added.data.username}”.`);
    }
    return [...users, added.data];
  });
  return added.data;
}

/** Takes a user away: no sign-in from now on; a token given before runs until it expires. Throws `OperatorError`. */
export async function removeUser(path: string, username: string): Promise<void> {
  await changeUsers(path, (users) => {
    requireUser(users, username);
    return users.filter((one) => one.username !== username);
  });
}

/** Gives a user another password. Throws `OperatorError`. */
export async function setPassword(path: string, username: string, password: string): Promise<void> {
  requireUser(await readUsers(path), username);
  const hash = await newHash(password);
  await changeUsers(path, (users) => {
    requireUser(users, username);
    return users.map((one) => (one.username === username ? { ...one, password: hash } : one));
  });
}

/** Reads, changes and writes under a lock, so that commands at once lose nothing; readable by the owner of the file alone. */
function changeUsers(path: string, change: (users: User[]) => User[]): Promise<void> {
  return withFileLock(path, async () => {
    const users = change(await readUsers(path));
    await writeWhole(path, `${JSON.stringify({ schema: 'users@1', users }, null, 2)}\n`, 0o600);
  });
}

function requireUser(users: readonly User[], username: string): void {
  if (!users.some((one) => one.username === username)) throw new OperatorError(`Không có người dùng “${username}”.`);
}

async function newHash(password: string): Promise<string> {
  if (password.length < MIN_PASSWORD_LENGTH) {
    throw new OperatorError(`Mật khẩu phải có ít nhất ${MIN_PASSWORD_LENGTH} ký tự.`);
  }
  return hashPassword(password);
}

/** The user of a name and a password, or null. It takes as long for a name that is not there. */
export async function checkPassword(path: string, username: string, password: string): Promise<User | null> {
  const user = (await readUsers(path)).find((one) => one.username === username);
  nobody ??= hashPassword('không có ai');
  const right = await verifyPassword(password, user?.password ?? (await nobody));
  return user && right ? user : null;
}

let nobody: Promise<string> | undefined;
