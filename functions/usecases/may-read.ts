import type { DocumentItem, DocumentState } from '../register/types.ts';
import type { Actor } from './actor.ts';
import { may } from './who-may.ts';

/** States in which a document is out of the house. */
const OUT: readonly DocumentState[] = ['issued', 'withdrawn', 'replaced'];

/** Whether a state is that of a document that was issued, whatever became of it. */
export function isOut(state: DocumentState): boolean {
  return OUT.includes(state);
}

/**
 * The one decision on who may see a document. For now: whoever is signed in with a role sees what any organ has issued;
 * all else is seen by the drafters, signers and clerks of its own organ. That a profile narrows who of other organs sees
 * what is issued (a superior and its units) comes in here.
 */
export function mayRead(actor: Actor, document: Pick<DocumentItem, 'organ' | 'state'>): boolean {
  if (isOut(document.state)) return may(actor, 'read-issued');
  return document.organ === actor.organ && may(actor, 'read-draft');
}
