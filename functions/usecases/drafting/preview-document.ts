import { vietnamDate } from '#document/dates.ts';
import type { Actor } from '../actor.ts';
import { readBlob, readFrozen } from '../blobs.ts';
import type { Deps, RenderedFile } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { checkDraft } from './check-draft.ts';

/**
 * The draft form of a document that has no number yet: blanks for number and day, `[THIẾU: …]` where something is
 * missing. From submitting on it shows what was frozen. Throws `wrong-state`, `document-invalid`.
 */
export async function previewDocument(deps: Deps, actor: Actor, docId: string): Promise<readonly RenderedFile[]> {
  requireRole(actor, 'read-draft');
  const document = await readOwnDocument(deps, actor, docId);
  const on = vietnamDate(deps.clock.now());
  if (document.state === 'draft' && document.data) {
    const checked = await checkDraft(deps, actor, await readBlob(deps, document.data), 'show');
    return deps.render({ document: checked.document, profile: checked.profile, issuance: null, on });
  }
  if (document.state !== 'submitted' && document.state !== 'approved') {
    throw new UseCaseError('wrong-state', { facts: { act: 'preview', state: document.state } });
  }
  const frozen = await readFrozen(deps, document);
  return deps.render({ document: frozen.document, profile: frozen.profile, issuance: null, on });
}
