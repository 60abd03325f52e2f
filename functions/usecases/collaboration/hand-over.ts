import { vietnamDate } from '#document/dates.ts';
import { currentStep, isHolder } from '#register/documents/steps.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Members } from '#register/organs/members.ts';
import type { Actor, Role } from '../actor.ts';
import { deputiesOf } from '../approval/office-steps.ts';
import type { Deps } from '../deps.ts';
import { may, requireRole } from '../permissions.ts';
import { checkSeen, checkState, NO_DRAFTER_YET, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Dependencies of what goes from colleague to colleague. */
export type ColleagueDeps = Deps & { readonly members: Pick<Members, 'get'> };

interface Input {
  readonly docId: string;
  readonly seen: SeenVersion;
}

/**
 * Says who drafts a document beside its drafter: each saves, the drafter submits, none approves. Five at most; an empty list ends it.
 * Throws `not-drafter`, `no-such-colleague`, `wrong-state`, `stale`.
 */
export async function setCoDrafters(
  deps: ColleagueDeps,
  actor: Actor,
  input: Input & { readonly coDrafters: readonly string[] },
): Promise<DocumentItem> {
  requireRole(actor, 'co-draft');
  const { docId, seen } = input;
  const document = await readOwnDocument(deps, actor, docId);
  if (document.drafterId !== actor.staffId) throw new UseCaseError('not-drafter');
  checkState(document, 'co-draft', actor);
  checkSeen(document, seen);
  const coDrafters = [...new Set(input.coDrafters)].filter((one) => one !== actor.staffId);
  for (const one of coDrafters) await requireColleague(deps, actor.organ, one, ['drafter']);
  return deps.register.setCoDrafters({ document, coDrafters, actor: actor.staffId, at: deps.clock.now() });
}

/**
 * Gives a draft to a colleague, by its drafter, or a step before the signature, by whose turn it is. An admin does it
 * where that one no longer works here. Throws `not-drafter`, `not-holder`, `no-step`, `no-such-colleague`,
 * `already-theirs`, `wrong-state`, `stale`.
 */
export async function handOver(
  deps: ColleagueDeps,
  actor: Actor,
  input: Input & { readonly to: string },
): Promise<DocumentItem> {
  requireRole(actor, 'hand-over');
  const { docId, seen, to } = input;
  const { organ, staffId } = actor;
  const document = may(actor, 'put-member')
    ? await deps.register.getDocument(organ, docId)
    : await readOwnDocument(deps, actor, docId);
  await checkMayHandOver(deps, actor, document);
  checkState(document, 'hand-over', actor);
  checkSeen(document, seen);
  if (to === (document.holder ?? document.drafterId)) throw new UseCaseError('already-theirs');
  await requireColleague(deps, organ, to, document.state === 'draft' ? ['drafter'] : ['checker', 'signer']);
  const unit = (await deps.members.get(organ, to))?.unit;
  return deps.register.handOver({ document, to, unit, actor: staffId, at: deps.clock.now() });
}

async function checkMayHandOver(deps: ColleagueDeps, actor: Actor, document: DocumentItem): Promise<void> {
  const { organ, staffId } = actor;
  const step = document.state === 'submitted' ? currentStep(document) : undefined;
  const owner = step?.holder ?? document.drafterId;
  if (may(actor, 'put-member') && owner !== NO_DRAFTER_YET && !(await isActive(deps, organ, owner))) return;
  if (!step) {
    if (document.drafterId !== staffId) throw new UseCaseError('not-drafter');
    return;
  }
  const deputies = deputiesOf(await deps.register.getOffice(organ), document, vietnamDate(deps.clock.now()));
  if (!isHolder(document, staffId, deputies)) throw new RegisterError('not-holder', { docId: document.docId });
}

async function isActive(deps: ColleagueDeps, organ: string, staffId: string): Promise<boolean> {
  return (await rolesOf(deps, organ, staffId)).length > 0;
}

async function requireColleague(
  deps: ColleagueDeps,
  organ: string,
  staffId: string,
  wanted: readonly Role[],
): Promise<void> {
  const roles = await rolesOf(deps, organ, staffId);
  if (!roles.some((one) => wanted.includes(one))) throw new UseCaseError('no-such-colleague', { params: { staffId } });
}

/** Reads a person's roles in an organ today, as a member or an accepted guest; none otherwise. */
async function rolesOf({ members, register }: ColleagueDeps, organ: string, staffId: string): Promise<readonly Role[]> {
  const member = await members.get(organ, staffId);
  if (member) return member.active ? member.roles : [];
  const guest = await register.getGuest(organ, staffId);
  return guest?.active && guest.acceptedAt !== undefined ? guest.roles : [];
}
