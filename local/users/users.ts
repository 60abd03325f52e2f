import { RegisterError } from '#register/model/register-error.ts';
import { changedMember } from '#register/organs/members-change.ts';
import { OperatorError } from '../output/operator-error.ts';
import { memberOf, withMember } from '../place/file-members.ts';
import { OPERATOR } from '../place/seed-organs.ts';
import { changeUsers, holderOf, readUsers, type User, userSchema } from '../place/users-file.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

/** The shortest password. */
export const MIN_PASSWORD_LENGTH = 8;

/** Who is to be added. `name`: as colleagues know them; the sign-in name if absent. */
export type NewUser = Pick<User, 'username' | 'staffId' | 'organ' | 'roles'> & { readonly name?: string };

/** Adds a user, or lets one who was taken away come back. Throws `OperatorError` where the name is taken or something is wrong. */
export async function addUser(path: string, user: NewUser, password: string, now = new Date()): Promise<User> {
  const { username, staffId, organ } = user;
  const hash = await newHash(password);
  const fields = userSchema.pick({ username: true, staffId: true, organ: true, roles: true }).safeParse(user);
  if (!fields.success) {
    const wrong = fields.error.issues.map(({ path: at }) => at.join('.')).join(', ');
    throw new OperatorError(`Người dùng chưa đúng ở: ${wrong}. Tên và mã chỉ gồm chữ thường không dấu, số, gạch nối.`);
  }
  await changeUsers(path, (users) => {
    if (holderOf(users, username)?.active) throw new OperatorError(`Đã có người dùng “${username}”.`);
    const standing = users.find((one) => one.organ === organ && one.staffId === staffId);
    if (standing?.active) throw new OperatorError(`Mã “${staffId}” đã là của ${standing.username}; hãy dùng mã khác.`);
    const { name = standing?.name ?? username } = user;
    const command = { ...fields.data, name, active: true, rev: standing?.rev ?? null, actor: OPERATOR, at: now };
    try {
      return withMember(users, changedMember(standing && memberOf(standing), command), hash);
    } catch (error) {
      if (!(error instanceof RegisterError)) throw error;
      throw new OperatorError(`Tên “${username}” hoặc mã “${staffId}” là của người khác, đã thôi.`, { cause: error });
    }
  });
  return requireUser(await readUsers(path), username);
}

/**
 * Takes a user away: no sign-in from now on, and no password; a token given before is refused within 30 seconds. Who they were stays,
 * because the records name them. Throws `OperatorError`.
 */
export async function removeUser(path: string, username: string, now = new Date()): Promise<void> {
  await changeUsers(path, (users) => {
    const user = requireUser(users, username);
    const command = { ...user, active: false, actor: OPERATOR, at: now };
    return withMember(users, changedMember(memberOf(user), command));
  });
}

/** Gives a user another password. Throws `OperatorError`. */
export async function setPassword(path: string, username: string, password: string): Promise<void> {
  requireUser(await readUsers(path), username);
  const hash = await newHash(password);
  await changeUsers(path, (users) => withMember(users, memberOf(requireUser(users, username)), hash));
}

/** The active user of a name and a password, or null. It takes as long for a name that is not there. */
export async function checkPassword(path: string, username: string, password: string): Promise<User | null> {
  const user = holderOf(await readUsers(path), username);
  nobody ??= hashPassword('không có ai');
  const right = await verifyPassword(password, user?.password ?? (await nobody));
  return user?.active && user.password !== undefined && right ? user : null;
}

let nobody: Promise<string> | undefined;

function requireUser(users: readonly User[], username: string): User {
  const user = holderOf(users, username);
  if (!user?.active) throw new OperatorError(`Không có người dùng “${username}”.`);
  return user;
}

async function newHash(password: string): Promise<string> {
  if (password.length < MIN_PASSWORD_LENGTH) {
    throw new OperatorError(`Mật khẩu phải có ít nhất ${MIN_PASSWORD_LENGTH} ký tự.`);
  }
  return hashPassword(password);
}
