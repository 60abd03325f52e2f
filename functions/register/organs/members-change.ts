import { RegisterError } from '../model/register-error.ts';
import { type Member, memberSchema } from './members.schema.ts';

/** Changes that a member's item keeps: far below the 400 KB that an item holds. */
const MAX_CHANGES = 500;

/** A member as someone wants them to be from now on. `rev`: null for a new one, else the one that was seen. */
export interface PutMemberCommand extends Pick<Member, 'organ' | 'staffId' | 'username' | 'name' | 'roles' | 'active'> {
  readonly rev: number | null;
  /** Absent: as it was; null: none any more. */
  readonly email?: string | null | undefined;
  /** Absent: as it was; null: of the whole office. */
  readonly unit?: string | null | undefined;
  /** staffId, or the operator at the machine. */
  readonly actor: string;
  readonly at: Date;
  /** The operator moves a person to another organ with their sign-in name; an organ's admin never takes it from there. */
  readonly mayMoveLogin?: boolean;
  /** An admin of the organ as they were read; the change is made only while they stand so. */
  readonly witness?: { readonly staffId: string; readonly rev: number };
}

/** Ids under which the system itself stands in records: nobody is called so. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['system', 'he-thong', 'chua-phan-cong', 'nguoi-van-hanh']);

/** The member after a change of what stands. Throws `stale`, `login-fixed`, `reserved-id`, and `bad-member` for what could not be read back. */
export function changedMember(standing: Member | undefined, command: PutMemberCommand): Member {
  const { organ, staffId, username, name, roles, active, actor } = command;
  if ((standing?.rev ?? null) !== command.rev) throw new RegisterError('stale', { rev: standing?.rev ?? 0 });
  if (standing && standing.username !== username) {
    throw new RegisterError('login-fixed', { username: standing.username });
  }
  const reserved = standing ? undefined : [staffId, username].find((id) => RESERVED_IDS.has(id));
  if (reserved !== undefined) throw new RegisterError('reserved-id', { id: reserved });
  const rev = (command.rev ?? 0) + 1;
  const at = command.at.toISOString();
  const email = command.email === undefined ? standing?.email : (command.email ?? undefined);
  const unit = command.unit === undefined ? standing?.unit : (command.unit ?? undefined);
  const optional = { ...(email !== undefined && { email }), ...(unit !== undefined && { unit }) };
  const now = { name, ...optional, roles: [...roles], active };
  const changes = [...(standing?.changes ?? []), { ...now, rev, by: actor, at }].slice(-MAX_CHANGES);
  const kind = 'member@1' as const;
  const member = { schema: kind, organ, staffId, username, ...now, rev, updatedBy: actor, updatedAt: at, changes };
  const read = memberSchema.safeParse(member);
  if (!read.success) throw new RegisterError('bad-member', { fields: fieldsOf(read.error.issues) });
  return member;
}

function fieldsOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  return [...new Set(issues.map(({ path }) => String(path[0])).filter((field) => field !== 'changes'))].join(', ');
}

/** Tells whether a sign-in name may pass to another member: from an inactive one of the organ, or by the operator. */
export function mayTakeLogin(
  from: Member | undefined,
  to: Pick<Member, 'organ' | 'staffId'>,
  mayMove: boolean,
): boolean {
  if (!from) return true;
  if (from.organ === to.organ) return from.staffId === to.staffId || !from.active;
  return mayMove && !from.active && from.staffId === to.staffId;
}
