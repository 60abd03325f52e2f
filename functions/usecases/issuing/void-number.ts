import type { DocumentItem } from '#register/model/types.ts';
import { StoreError } from '#store/store-error.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkSeen, checkState, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { finishIssue } from './finish-issue.ts';

/** Reasons for which a number is without hope; all else (a full disk, a table that does not answer) passes. */
const HOPELESS: readonly string[] = [
  'render-failed',
  'broken-blob',
  'stored-file-differs',
  'integrity-mismatch',
  'not-found',
];

/**
 * Voids a number whose files can never be made. It is tried once more first: where that goes well the document is issued
 * and the number stays in use. Throws `wrong-state`, `stale`, `number-usable`, and what passes by itself.
 */
export async function voidNumber(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion; readonly reason: string },
): Promise<DocumentItem> {
  requireRole(actor, 'void');
  const { docId, seen, reason } = input;
  const document = await readOwnDocument(deps, actor, docId);
  if (document.state === 'issued')
    throw new UseCaseError('wrong-state', { params: { act: 'void', state: 'issued', roles: actor.roles.join(', ') } });
  checkState(document, 'void', actor);
  checkSeen(document, seen);
  if (await canBeIssued(deps, actor, docId)) throw new UseCaseError('number-usable');
  const { staffId } = actor;
  return deps.register.voidNumber({ document, actor: staffId, at: deps.clock.now(), reason: reason.normalize('NFC') });
}

async function canBeIssued(deps: Deps, actor: Actor, docId: string): Promise<boolean> {
  const numbered = await deps.register.getNumbered(actor.organ, docId);
  try {
    await finishIssue(deps, numbered, actor.staffId);
    return true;
  } catch (error) {
    const hopeless = (error instanceof UseCaseError || error instanceof StoreError) && HOPELESS.includes(error.code);
    if (hopeless) return false;
    throw error;
  }
}
