import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '#base/node/files.ts';
import { stableId } from '#document/schemas/text.schema.ts';
import { memberSchema } from '#register/organs/members.schema.ts';
import { withFileLock } from '../data-directory/file-lock.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';

/** A member as the file keeps them: with the scrypt hash of their password, once they have one. */
export const userSchema = memberSchema.omit({ schema: true }).extend({
  username: stableId,
  staffId: stableId,
  organ: stableId,
  password: z.exactOptional(z.string()),
  /** The password is one that an admin handed over: until then it sets another, and does nothing else. */
  oneTimeUntil: z.exactOptional(z.iso.datetime()),
});
const usersFile = z.strictObject({ schema: z.literal('users@2'), users: z.array(userSchema) });
const firstUsersFile = z.strictObject({
  schema: z.literal('users@1'),
  users: z.array(userSchema.pick({ username: true, staffId: true, organ: true, roles: true, password: true })),
});

/** See {@link userSchema}. */
export type User = z.infer<typeof userSchema>;

/** Actor who is said to have added those of a file of the first kind, which did not name one. */
const UNSAID = { updatedBy: 'nguoi-van-hanh', updatedAt: '1970-01-01T00:00:00.000Z' } as const;

/** All users of a data directory, active or not; none before the first was added. Throws `OperatorError` for a damaged file. */
export async function readUsers(path: string): Promise<User[]> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    if (errorCode(cause) === 'ENOENT') return null;
    throw cause;
  });
  if (text === null) return [];
  try {
    const stored = z.discriminatedUnion('schema', [usersFile, firstUsersFile]).parse(JSON.parse(text));
    return stored.schema === 'users@2' ? stored.users : stored.users.map(upgrade);
  } catch (cause) {
    throw new OperatorError(`Tệp người dùng hỏng: ${path}`, { cause });
  }
}

/** Reads the file as `readUsers`, anew only when it is another one: each request asks who its person is. */
export function cachedUsers(path: string): () => Promise<User[]> {
  let known: { readonly stamp: string; readonly users: User[] } | undefined;
  return async () => {
    const stamp = await stampOf(path);
    if (known?.stamp === stamp) return known.users;
    const users = await readUsers(path);
    known = { stamp, users };
    return users;
  };
}

/** Changes with every write: a new file takes the name of the old one. */
async function stampOf(path: string): Promise<string> {
  try {
    const { ino, mtimeNs, size } = await stat(path, { bigint: true });
    return `${ino} ${mtimeNs} ${size}`;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}

/** Reads, changes and writes under a lock, so that commands at once lose nothing; what could not be read back is not written. */
export function changeUsers(path: string, change: (users: User[]) => readonly User[]): Promise<void> {
  return withFileLock(path, async () => {
    const users = change(await readUsers(path));
    const file = usersFile.parse({ schema: 'users@2', users });
    await writeWhole(path, `${JSON.stringify(file, null, 2)}\n`, 0o600);
  });
}

/** Tells whether two records are of one person under one sign-in name; files of the first kind gave one person several. */
export function isRecordOf(one: Identity, other: Identity): boolean {
  return one.organ === other.organ && one.staffId === other.staffId && one.username === other.username;
}

type Identity = Pick<User, 'organ' | 'staffId' | 'username'>;

/** A sign-in name as it is kept, however a person types it: NFC, lower case, without outer spaces. */
export function signInName(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

/** Finds the owner of a sign-in name in any case: the one who took it last. */
export function holderOf(users: readonly User[], username: string): User | undefined {
  const name = signInName(username);
  return users.findLast((one) => signInName(one.username) === name);
}

/** The users with one of them put in, in the place of their own earlier record; who is active takes their sign-in name. */
export function withUser(users: readonly User[], user: User): User[] {
  const place = users.findIndex((one) => isRecordOf(one, user));
  const others = users.filter((_, index) => index !== place);
  if (user.active) return [...others, user];
  return place < 0 ? [user, ...others] : users.with(place, user);
}

function upgrade(user: z.infer<typeof firstUsersFile>['users'][number]): User {
  return { ...user, name: user.username, active: true, rev: 1, ...UNSAID, changes: [] };
}
