import { RegisterError } from '#register/model/register-error.ts';
import { changedMember } from '#register/organs/members-change.ts';
import { checkNewPassword, type PasswordOwner } from '#usecases/accounts/password-rules.ts';
import { OperatorError } from '../output/operator-error.ts';
import { memberOf, type Secret, withMember } from '../target/file-members.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { changeUsers, holderOf, readUsers, signInName, type User, userSchema } from '../target/users-file.ts';
import { commonestPasswords } from './commonest.ts';
import { hashPassword, isOutdated, randomCode, verifyPassword } from './passwords.ts';

/** Milliseconds that a one-time password may be used. */
const ONE_TIME_MS = 72 * 60 * 60 * 1000;

/** Errors that say a sign-in name or an id is another person's, who left. */
const OF_ANOTHER: ReadonlySet<string> = new Set(['login-taken', 'login-fixed', 'stale']);

/** User to add. `name`: as colleagues know them; the sign-in name if absent. */
export type NewUser = Pick<User, 'username' | 'staffId' | 'organ' | 'roles'> & { readonly name?: string };

/** Adds a user, or lets one who was taken away come back. Throws `OperatorError` where the name is taken or something is wrong. */
export async function addUser(path: string, user: NewUser, password: string, now = new Date()): Promise<User> {
  const { staffId, organ } = user;
  const username = signInName(user.username);
  const hash = await newHash(password, { username, staffId, name: user.name ?? '' });
  const fields = userSchema
    .pick({ username: true, staffId: true, organ: true, roles: true })
    .safeParse({ ...user, username });
  if (!fields.success) {
    const wrong = fields.error.issues.map(({ path: at }) => at.join('.')).join(', ');
    throw new OperatorError(`Người dùng chưa đúng ở: ${wrong}. Tên và mã chỉ gồm chữ không dấu, số, gạch nối.`);
  }
  await changeUsers(path, (users) => {
    if (holderOf(users, username)?.active) throw new OperatorError(`Đã có người dùng “${username}”.`);
    const standing = users.find((one) => one.organ === organ && one.staffId === staffId);
    if (standing?.active) throw new OperatorError(`Mã “${staffId}” đã là của ${standing.username}; hãy dùng mã khác.`);
    const { name = standing?.name ?? username } = user;
    const command = { ...fields.data, name, active: true, rev: standing?.rev ?? null, actor: OPERATOR, at: now };
    try {
      const member = changedMember(standing && memberOf(standing), command);
      return withMember(users, member, { mayMoveLogin: true, secret: { password: hash } });
    } catch (error) {
      if (!(error instanceof RegisterError) || !OF_ANOTHER.has(error.code)) throw error;
      throw new OperatorError(`Tên “${username}” hoặc mã “${staffId}” là của người khác, đã thôi.`, { cause: error });
    }
  });
  return requireUser(await readUsers(path), username);
}

/**
 * Takes a user away: no sign-in from now on, and no password; a token given before is refused at the next request. Who they were
 * stays, because the records name them. Throws `OperatorError`.
 */
export async function removeUser(path: string, username: string, now = new Date()): Promise<void> {
  await changeUsers(path, (users) => {
    const user = requireUser(users, username);
    const command = { ...user, active: false, actor: OPERATOR, at: now };
    return withMember(users, changedMember(memberOf(user), command));
  });
}

/** Gives a user another password. Throws `OperatorError`, `password-refused`. */
export async function setPassword(path: string, username: string, password: string): Promise<void> {
  const hash = await newHash(password, requireUser(await readUsers(path), username));
  await changeUsers(path, (users) => withSecret(users, requireUser(users, username), { password: hash }));
}

/** Gives a user a one-time password in place of theirs. Throws `OperatorError`. */
export async function resetToOneTime(
  path: string,
  username: string,
  now = new Date(),
): Promise<{ readonly oneTimePassword: string; readonly validUntil: Date }> {
  const oneTimePassword = randomCode();
  const validUntil = new Date(now.getTime() + ONE_TIME_MS);
  const secret = { password: await hashPassword(oneTimePassword), oneTimeUntil: validUntil.toISOString() };
  await changeUsers(path, (users) => withSecret(users, requireUser(users, username), secret));
  return { oneTimePassword, validUntil };
}

/** The active user of a name and a password, or null; a hash of an older cost is made anew. It takes as long for nobody. */
export async function checkPassword(
  path: string,
  username: string,
  password: string,
  now = new Date(),
): Promise<User | null> {
  const user = holderOf(await readUsers(path), username);
  nobody ??= hashPassword('không có ai');
  const kept = user?.password ?? (await nobody);
  const right = await verifyPassword(password, kept);
  if (!user?.active || user.password === undefined || !right) return null;
  if (user.oneTimeUntil !== undefined && user.oneTimeUntil < now.toISOString()) return null;
  return isOutdated(kept) ? rehash(path, user, password) : user;
}

let nobody: Promise<string> | undefined;

/** Keeps a password at today's cost; the answer is the user as they stand then. */
async function rehash(path: string, known: User, password: string): Promise<User> {
  const { username, password: kept, oneTimeUntil } = known;
  const renewed = await hashPassword(password);
  await changeUsers(path, (users) => {
    const user = holderOf(users, username);
    if (!user || user.password !== kept) return users;
    return withSecret(users, user, { password: renewed, ...(oneTimeUntil !== undefined && { oneTimeUntil }) });
  });
  return holderOf(await readUsers(path), username) ?? known;
}

function withSecret(users: readonly User[], user: User, secret: Secret): User[] {
  return withMember(users, memberOf(user), { secret });
}

function requireUser(users: readonly User[], username: string): User {
  const user = holderOf(users, username);
  if (!user?.active) throw new OperatorError(`Không có người dùng “${username}”.`);
  return user;
}

async function newHash(password: string, owner: PasswordOwner): Promise<string> {
  checkNewPassword(password, owner, await commonestPasswords());
  return hashPassword(password);
}
