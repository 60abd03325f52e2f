import { RegisterError } from '#register/model/register-error.ts';
import type { Member } from '#register/organs/members.schema.ts';
import type { Members } from '#register/organs/members.ts';
import { isSame } from '#register/organs/members.ts';
import { changedMember, mayTakeLogin, type PutMemberCommand } from '#register/organs/members-change.ts';
import { cachedUsers, changeUsers, holderOf, isRecordOf, readUsers, type User, withUser } from './users-file.ts';

/**
 * The members of one machine, in its file of users. Who is added here has no password yet and cannot sign in until
 * `banhanh user password` gives them one; who takes over a sign-in name gets none with it.
 */
export function createFileMembers(path: string): Members {
  const readCached = cachedUsers(path);
  const find = (users: readonly User[], { organ, staffId }: Pick<Member, 'organ' | 'staffId'>) =>
    users.find((one) => one.organ === organ && one.staffId === staffId);
  return {
    list: async (organ) => {
      const users = (await readUsers(path)).filter((one) => one.organ === organ);
      return users.map(memberOf).sort((a, b) => (a.staffId < b.staffId ? -1 : 1));
    },
    get: async (organ, staffId) => {
      const user = find(await readCached(), { organ, staffId });
      return user && memberOf(user);
    },
    ofLogin: async (username) => {
      const user = holderOf(await readUsers(path), username);
      return user && memberOf(user);
    },
    put: async (command) => {
      let member: Member | undefined;
      await changeUsers(path, (users) => {
        const standing = find(users, command);
        member = changedMember(standing && memberOf(standing), command);
        checkWitness(users, command);
        return withMember(users, member, command);
      });
      // The change above has run by now, or has thrown.
      if (!member) throw new RegisterError('unavailable');
      return member;
    },
    importMember: async (member) => {
      let isNew = true;
      await changeUsers(path, (users) => {
        const standing = find(users, member);
        if (!standing) return withMember(users, member, { mayMoveLogin: true });
        if (!isSame(memberOf(standing), member)) throw new RegisterError('stale', { rev: standing.rev });
        isNew = false;
        return users;
      });
      return isNew;
    },
  };
}

/** The hash of a password, and until when it is one that only sets another. */
export type Secret = Pick<User, 'password' | 'oneTimeUntil'>;

/** Secret of a changed member, and whether their sign-in name may come from another organ. */
export interface MemberChange {
  readonly secret?: Secret;
  readonly mayMoveLogin?: boolean;
}

/** The users after a change of a member. Their password stays, as long as they are active. Throws `login-taken`. */
export function withMember(
  users: readonly User[],
  { schema: _, ...member }: Member,
  { secret, mayMoveLogin = false }: MemberChange = {},
): User[] {
  const holder = holderOf(users, member.username);
  if (member.active && !mayTakeLogin(holder && memberOf(holder), member, mayMoveLogin)) {
    throw new RegisterError('login-taken', { username: member.username });
  }
  const standing = users.find((one) => isRecordOf(one, member));
  return withUser(users, { ...member, ...(member.active && (secret ?? secretOf(standing))) });
}

/** A user without their secrets. */
export function memberOf({ password: _, oneTimeUntil: __, ...user }: User): Member {
  return { schema: 'member@1', ...user };
}

function secretOf({ password, oneTimeUntil }: Partial<User> = {}): Secret {
  return { ...(password !== undefined && { password }), ...(oneTimeUntil !== undefined && { oneTimeUntil }) };
}

function checkWitness(users: readonly User[], { organ, witness }: PutMemberCommand): void {
  if (!witness) return;
  const user = users.find((one) => one.organ === organ && one.staffId === witness.staffId);
  if (!user?.active || user.rev !== witness.rev) throw new RegisterError('stale');
}
