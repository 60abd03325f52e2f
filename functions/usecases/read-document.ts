import { type Act, TRANSITIONS } from '#register/model/states.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { mayRead } from './may-read.ts';
import { UseCaseError } from './use-case-error.ts';

/** Version of a document that a client saw, as in its ETag. */
export interface SeenVersion {
  readonly version: number;
  readonly rev: number;
}

/** A document of the actor's own organ. Throws `not-found` where there is none that the actor may see. */
export async function readOwnDocument(deps: Deps, actor: Actor, docId: string): Promise<DocumentItem> {
  const document = await deps.register.getDocument(actor.organ, docId);
  if (!(await mayRead(deps, actor, document))) throw new UseCaseError('not-found');
  return document;
}

/** Throws `wrong-state` where the state does not allow the act; the parameters say who asked, for what they could do instead. */
export function checkState(
  document: DocumentItem,
  act: Exclude<Act, 'create' | 'register' | 'bring-in' | 'restore'> | 'save',
  actor: Actor,
): void {
  const from = act === 'save' ? (['draft'] as const) : TRANSITIONS[act].from;
  if (!from.some((state) => state === document.state)) {
    throw new UseCaseError('wrong-state', {
      params: { act, state: document.state, roles: actor.roles.join(', ') },
    });
  }
}

/** Reads a document to make an act on the version that was seen. Throws `not-found`, `wrong-state`, `stale`. */
export async function readForAct(
  deps: Deps,
  actor: Actor,
  act: Parameters<typeof checkState>[1],
  { docId, seen }: { readonly docId: string; readonly seen: SeenVersion },
): Promise<DocumentItem> {
  const document = await readOwnDocument(deps, actor, docId);
  checkState(document, act, actor);
  checkSeen(document, seen);
  return document;
}

/** Tells whether a document is the result of one act on the seen version: a retry gets the same answer. */
export function isNextOf({ version, rev }: DocumentItem, seen: SeenVersion): boolean {
  return version === seen.version + 1 && rev === seen.rev;
}

/** Throws `stale` where the document is no longer what was seen. */
export function checkSeen(document: DocumentItem, seen: SeenVersion): void {
  const { version, rev } = document;
  if (version !== seen.version || rev !== seen.rev) throw new UseCaseError('stale', { params: { version, rev } });
}

/** The drafter of a draft that came down from a superior, until someone of the unit takes it over. */
export const NO_DRAFTER_YET = 'chua-phan-cong';

/** Throws `not-drafter` unless the actor is its drafter or drafts with them: those save it. */
export function checkCoDrafter(document: DocumentItem, actor: Actor): void {
  if (!document.coDrafters?.includes(actor.staffId)) checkDrafter(document, actor);
}

/**
 * Throws `not-drafter` unless the actor drafted it: else a signer could write what they then approve. What nobody has drafted yet
 * anyone may, and whoever saves it is its drafter from then on.
 */
export function checkDrafter(document: DocumentItem, actor: Actor): void {
  if (document.drafterId !== actor.staffId && document.drafterId !== NO_DRAFTER_YET)
    throw new UseCaseError('not-drafter');
}
