import { vietnamDate } from '#document/dates.ts';
import { isSharedWith, type Sharing } from '#document/schemas/organ-sharing.schema.ts';
import type { DocumentItem, DocumentState } from '#register/model/types.ts';
import type { Office } from '#register/organs/office.schema.ts';
import type { Actor } from './actor.ts';
import { deputiesOf } from './approval/office-steps.ts';
import { type Involved, isInvolved } from './collaboration/involved.ts';
import type { Deps } from './deps.ts';
import { may } from './permissions.ts';
import { sharingOf } from './sharing/organ-sharing.ts';

/** States in which a document is out of the house. */
const OUT: readonly DocumentState[] = ['issued', 'withdrawn', 'replaced'];

/** States in which a document is on its way to its number. */
const ON_THE_WAY: readonly DocumentState[] = ['draft', 'discarded', 'submitted', 'approved', 'numbered'];

/** Tells whether a state follows issue: issued, withdrawn or replaced. */
export function isOut(state: DocumentState): boolean {
  return OUT.includes(state);
}

/** Fields of a document that decide on who may see it. */
export type Seen = Involved &
  Pick<DocumentItem, 'organ' | 'state' | 'sending' | 'sentTo' | 'restricted' | 'unit' | 'returnedFrom' | 'holder'>;

/**
 * The one decision on who may see a document. People of its organ see it once it was issued; before, those of its unit, who draft,
 * check or sign it, and from submitting on the clerks. People of another organ see what was sent, or issued before sendings were kept, if
 * its profile shares that with theirs; what is restricted only if it was sent to theirs (decisions 0035, 0294, 0415).
 */
export function maySee(
  actor: Actor,
  document: Seen,
  sharing: Sharing,
  /** staffIds of who stands in for its holder today. */
  deputies: readonly string[] = [],
): boolean {
  const { organ, state, sending } = document;
  const isOwn = organ === actor.organ;
  if (!isOut(state)) return isOwn && may(actor, 'read-draft') && isOnTheWayFor(actor, document, deputies);
  return may(actor, 'read-issued') && (isOwn || (sending !== 'unsent' && isSharedWith(sharing, actor.organ, document)));
}

function isOnTheWayFor(actor: Actor, document: Seen, deputies: readonly string[]): boolean {
  const { state, unit, returnedFrom = [] } = document;
  if (unit === undefined || unit === actor.unit || !ON_THE_WAY.includes(state)) return true;
  const { staffId } = actor;
  if (isInvolved(document, staffId) || returnedFrom.includes(staffId)) return true;
  if (state === 'draft' || state === 'discarded') return false;
  return may(actor, 'issue') || deputies.includes(staffId);
}

/** Makes the test for the documents of one organ; see {@link maySee}. */
export async function sightOf(deps: Deps, actor: Actor, organ: string): Promise<(document: Seen) => boolean> {
  const isOwn = organ === actor.organ;
  return seenIn(deps, actor, organ, isOwn ? await deps.register.getOffice(organ) : undefined);
}

async function seenIn(deps: Deps, actor: Actor, organ: string, office?: Office): Promise<(document: Seen) => boolean> {
  const sharing = organ === actor.organ ? {} : await sharingOf(deps, organ);
  const today = vietnamDate(deps.clock.now());
  return (document) =>
    document.organ === organ && maySee(actor, document, sharing, deputiesOf(office, document, today));
}

/** Tells whether an actor may see a document; see {@link maySee}. Who stands in for whom is read for the few that need it. */
export async function mayRead(deps: Deps, actor: Actor, document: Seen): Promise<boolean> {
  const { organ, state } = document;
  if ((await seenIn(deps, actor, organ))(document)) return true;
  return organ === actor.organ && state === 'submitted' && (await sightOf(deps, actor, organ))(document);
}
