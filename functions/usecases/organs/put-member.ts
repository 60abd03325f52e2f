import type { Member } from '#register/organs/members.schema.ts';
import type { Actor, Role } from '../actor.ts';
import { requireRole } from '../permissions.ts';
import { UseCaseError } from '../use-case-error.ts';
import type { MemberDeps } from './member-deps.ts';
import { requireUnit } from './require-unit.ts';

/** A member as an admin wants them to be. `rev`: null for a new one, else the one that was seen. */
export interface MemberInput {
  readonly staffId: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** Absent: as it was; null: none any more. */
  readonly email?: string | null | undefined;
  /** Abbreviation of their unit. Absent: as it was; null: of the whole office. */
  readonly unit?: string | null | undefined;
  readonly rev: number | null;
}

/**
 * Adds a member to the actor's organ, changes name or roles, or ends their sign-in; within 60 seconds nobody acts on what they had
 * before. Throws `own-admin`, `id-of-guest`, `no-such-unit`, `stale`, `login-taken`, `login-fixed`, `reserved-id`.
 */
export async function putMember(deps: MemberDeps, actor: Actor, input: MemberInput): Promise<Member> {
  requireRole(actor, 'put-member');
  const staysAdmin = input.active && input.roles.includes('admin');
  if (input.staffId === actor.staffId && !staysAdmin) throw new UseCaseError('own-admin');
  const isNew = input.rev === null;
  if (isNew && (await deps.register.getGuest(actor.organ, input.staffId))) throw new UseCaseError('id-of-guest');
  await requireUnit(deps.register, actor.organ, input.unit);
  const witness = await witnessOf(deps, actor, input);
  return deps.members.put({
    ...input,
    ...(witness && { witness }),
    name: input.name.normalize('NFC'),
    roles: [...new Set(input.roles)],
    organ: actor.organ,
    actor: actor.staffId,
    at: deps.clock.now(),
  });
}

/** Two admins who end each other at once would leave an organ without one: who takes it from another has to have it still. */
async function witnessOf({ members }: MemberDeps, { organ, staffId }: Actor, { staffId: other, rev }: MemberInput) {
  if (rev === null || other === staffId) return undefined;
  const standing = await members.get(organ, other);
  if (!standing?.active || !standing.roles.includes('admin')) return undefined;
  const own = await members.get(organ, staffId);
  return own && { staffId, rev: own.rev };
}
