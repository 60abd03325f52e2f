import { RegisterError } from '#register/model/register-error.ts';
import type { Member } from '#register/organs/members.schema.ts';
import type { Members } from '#register/organs/members.ts';
import { isSame } from '#register/organs/members.ts';
import { changedMember, mayTakeLogin } from '#register/organs/members-change.ts';
import { changeUsers, holderOf, isRecordOf, readUsers, type User, withUser } from './users-file.ts';

/**
 * The members of one machine, in its file of users. Who is added here has no password yet and cannot sign in until
 * `banhanh user password` gives them one; who takes over a sign-in name gets none with it.
 */
export function createFileMembers(path: string): Members {
  const find = (users: readonly User[], { organ, staffId }: Pick<Member, 'organ' | 'staffId'>) =>
    users.find((one) => one.organ === organ && one.staffId === staffId);
  return {
    list: async (organ) => {
      const users = (await readUsers(path)).filter((one) => one.organ === organ);
      return users.map(memberOf).sort((a, b) => (a.staffId < b.staffId ? -1 : 1));
    },
    get: async (organ, staffId) => {
      const user = find(await readUsers(path), { organ, staffId });
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
        return withMember(users, member);
      });
      // The change above has run by now, or has thrown.
      if (!member) throw new RegisterError('unavailable');
      return member;
    },
    adopt: async (member) => {
      let isNew = true;
      await changeUsers(path, (users) => {
        const standing = find(users, member);
        if (!standing) return withMember(users, member);
        if (!isSame(memberOf(standing), member)) throw new RegisterError('stale', { rev: standing.rev });
        isNew = false;
        return users;
      });
      return isNew;
    },
  };
}

/** The users after a change of a member. Their password stays, as long as they are active. Throws `login-taken`. */
export function withMember(users: readonly User[], { schema: _, ...member }: Member, password?: string): User[] {
  const holder = holderOf(users, member.username);
  if (member.active && !mayTakeLogin(holder && memberOf(holder), member)) {
    throw new RegisterError('login-taken', { username: member.username });
  }
  const standing = users.find((one) => isRecordOf(one, member));
  const kept = member.active ? (password ?? standing?.password) : undefined;
  return withUser(users, { ...member, ...(kept !== undefined && { password: kept }) });
}

/** A user without their password. */
export function memberOf({ password: _, ...user }: User): Member {
  return { schema: 'member@1', ...user };
}
