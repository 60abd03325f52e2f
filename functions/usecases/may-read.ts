import { isSharedWith, type Sharing } from '#document/schemas/organ-sharing.schema.ts';
import type { DocumentItem, DocumentState } from '#register/model/types.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { may } from './permissions.ts';
import { sharingOf } from './sharing/organ-sharing.ts';

/** States in which a document is out of the house. */
const OUT: readonly DocumentState[] = ['issued', 'withdrawn', 'replaced'];

/** What decides on who may see a document. */
type Seen = Pick<DocumentItem, 'organ' | 'state' | 'sending' | 'sentTo' | 'restricted'>;

/** Tells whether a state follows issue: issued, withdrawn or replaced. */
export function isOut(state: DocumentState): boolean {
  return OUT.includes(state);
}

/**
 * The one decision on who may see a document. People of its organ see it once it was issued, and its drafters, signers and clerks
 * before. People of another organ see what was sent, or issued before sendings were kept, if its profile shares that with theirs;
 * what is restricted only if it was sent to theirs (docs/decisions/0035-who-sees-what-was-issued.md, 0294).
 */
export function maySee(actor: Actor, document: Seen, sharing: Sharing): boolean {
  const { organ, state, sending } = document;
  const isOwn = organ === actor.organ;
  if (!isOut(state)) return isOwn && may(actor, 'read-draft');
  return may(actor, 'read-issued') && (isOwn || (sending !== 'unsent' && isSharedWith(sharing, actor.organ, document)));
}

/** Makes the test for the documents of one organ; see {@link maySee}. */
export async function sightOf(deps: Deps, actor: Actor, organ: string): Promise<(document: Seen) => boolean> {
  const sharing = organ === actor.organ ? {} : await sharingOf(deps, organ);
  return (document) => document.organ === organ && maySee(actor, document, sharing);
}

/** Tells whether an actor may see a document; see {@link maySee}. */
export async function mayRead(deps: Deps, actor: Actor, document: Seen): Promise<boolean> {
  return (await sightOf(deps, actor, document.organ))(document);
}
