import { RegisterError } from '../model/register-error.ts';
import type { Member } from './members.schema.ts';

/** Changes that a member's item keeps: far below the 400 KB that an item holds. */
const MOST_CHANGES = 500;

/** A member as someone wants them to be from now on. `rev`: null for a new one, else the one that was seen. */
export interface PutMemberCommand extends Pick<Member, 'organ' | 'staffId' | 'username' | 'name' | 'roles' | 'active'> {
  rev: number | null;
  /** staffId, or the operator at the machine. */
  actor: string;
  at: Date;
}

/** The member after a change of what stands. Throws `stale`, `login-fixed`. */
export function changedMember(standing: Member | undefined, command: PutMemberCommand): Member {
  const { organ, staffId, username, name, roles, active, actor } = command;
  if ((standing?.rev ?? null) !== command.rev) throw new RegisterError('stale', { rev: standing?.rev ?? 0 });
  if (standing && standing.username !== username) {
    throw new RegisterError('login-fixed', { username: standing.username });
  }
  const rev = (command.rev ?? 0) + 1;
  const at = command.at.toISOString();
  const now = { name, roles: [...roles], active };
  const changes = [...(standing?.changes ?? []), { ...now, rev, by: actor, at }].slice(-MOST_CHANGES);
  return { schema: 'member@1', organ, staffId, username, ...now, rev, updatedBy: actor, updatedAt: at, changes };
}

/**
 * Whether a sign-in name may go from whom it belongs to, to another member: only from one who is no longer active, and either to
 * the same person (who moved to another organ) or within the organ (where a post changes hands).
 */
export function mayTakeLogin(from: Member | undefined, to: Pick<Member, 'organ' | 'staffId'>): boolean {
  if (!from) return true;
  if (from.organ === to.organ && from.staffId === to.staffId) return true;
  return !from.active && (from.organ === to.organ || from.staffId === to.staffId);
}
