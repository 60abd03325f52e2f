import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { equals, isNew } from '../table/condition.ts';
import { type ItemKey, keyPart } from '../table/keys/key-parts.ts';
import { toldOrganKey } from '../table/keys/organ-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import type { Write } from '../table/write.ts';
import { loginSchema, type Member, memberSchema } from './members.schema.ts';
import { changedMember, mayTakeLogin, type PutMemberCommand } from './members-change.ts';

/**
 * The members of organs: in the register's table (AWS), or in the file of users (one machine). Each change is made as a whole or
 * not at all, and says who made it and when.
 */
export interface Members {
  /** By staffId; those who are no longer active, too. */
  list(organ: string): Promise<Member[]>;
  get(organ: string, staffId: string): Promise<Member | undefined>;
  /** Finds a member by sign-in name, active or not. */
  ofLogin(username: string): Promise<Member | undefined>;
  /** Throws `stale`, `login-taken` (another's sign-in name), `login-fixed` (a sign-in name is never changed), `reserved-id`. */
  put(command: PutMemberCommand): Promise<Member>;
  /**
   * Takes over a member as they stand elsewhere, changes and all; false where they stand here already, just so. Throws
   * `stale` where they stand here otherwise, `login-taken`.
   */
  importMember(member: Member): Promise<boolean>;
}

/** Members in the register's table. */
export function createMembers(table: Table): Members {
  const get: Members['get'] = async (organ, staffId) => {
    const item = await table.get(memberKey(organ, staffId));
    return item && readItem(memberSchema, item);
  };
  const ofLogin: Members['ofLogin'] = async (username) => {
    const item = await table.get(loginKey(username));
    if (!item) return undefined;
    const { organ, staffId } = readItem(loginSchema, item);
    return get(organ, staffId);
  };
  const write = async (
    member: Member,
    standing: Member | undefined,
    { mayMoveLogin = false, witness }: Pick<PutMemberCommand, 'mayMoveLogin' | 'witness'>,
  ): Promise<void> => {
    const holder = await ofLogin(member.username);
    if (member.active && !mayTakeLogin(holder, member, mayMoveLogin)) {
      throw new RegisterError('login-taken', { username: member.username });
    }
    const put = { ...memberKey(member.organ, member.staffId), ...member };
    const own: Write = { put, if: standing ? equals({ rev: standing.rev }) : isNew };
    const logins = holder && !member.active ? [] : loginWrites(member, holder);
    const outcome = await commit(table, [
      own,
      ...logins,
      ...tellingWrites(member),
      ...witnessCheck(member.organ, witness),
    ]);
    if (outcome.done) return;
    if (witness && outcome.reasons.at(-1)?.code === 'ConditionalCheckFailed') throw new RegisterError('stale');
    if (outcome.reasons[0]?.code !== 'ConditionalCheckFailed') {
      throw new RegisterError('login-taken', { username: member.username });
    }
    throw new RegisterError('stale', { rev: Number(outcome.reasons[0].item?.['rev'] ?? 0) });
  };

  return {
    list: async (organ) => {
      const items = await queryAll(table, { partition: memberKey(organ, 'a').PK });
      return items.map((item) => readItem(memberSchema, item));
    },
    get,
    ofLogin,
    put: async (command) => {
      const standing = await get(command.organ, command.staffId);
      const member = changedMember(standing, command);
      await write(member, standing, command);
      return member;
    },
    importMember: async (member) => {
      const standing = await get(member.organ, member.staffId);
      if (standing) {
        if (isSame(standing, member)) return false;
        throw new RegisterError('stale', { rev: standing.rev });
      }
      await write(member, undefined, { mayMoveLogin: true });
      return true;
    },
  };
}

/** Tells whether two records of a member are the same, to the last change. */
export function isSame(one: Member, other: Member): boolean {
  return JSON.stringify(memberSchema.parse(one)) === JSON.stringify(memberSchema.parse(other));
}

const memberKey = (organ: string, staffId: string): ItemKey => ({
  PK: `A#${keyPart('organ', organ)}#U`,
  SK: keyPart('staffId', staffId),
});

/** Cognito tells no case of sign-in names apart: what differs in it alone is one person's account there, so it is one name here. */
const loginKey = (username: string): ItemKey => ({
  PK: `LOGIN#${keyPart('username', username).toLowerCase()}`,
  SK: 'META',
});

/** An organ with someone to tell stands in the list of them from then on. */
function tellingWrites({ organ, email }: Member): Write[] {
  return email === undefined ? [] : [{ put: { ...toldOrganKey(organ), schema: 'told-organ@1', organ } }];
}

function witnessCheck(organ: string, witness: PutMemberCommand['witness']): Write[] {
  if (!witness) return [];
  return [{ check: memberKey(organ, witness.staffId), if: equals({ active: true, rev: witness.rev }) }];
}

/** The sign-in name points at the member; where it pointed at another, that one is still without it being active. */
function loginWrites(member: Member, holder: Member | undefined): Write[] {
  const { organ, staffId, username } = member;
  const key = loginKey(username);
  const put = { ...key, schema: 'login@1', username, organ, staffId };
  if (!holder) return [{ put, if: isNew }];
  const asRead = equals({ organ: holder.organ, staffId: holder.staffId });
  if (holder.organ === organ && holder.staffId === staffId) return [{ check: key, if: asRead }];
  const { PK, SK } = memberKey(holder.organ, holder.staffId);
  return [
    { put, if: asRead },
    { check: { PK, SK }, if: equals({ active: false, rev: holder.rev }) },
  ];
}
