import { vietnamDate } from '#document/dates.ts';
import type { Actor } from '../actor.ts';
import { frozenRef, readBlobBytes } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import type { RenderedFile } from '../heavy/render-port.ts';
import { requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { checkInput } from './check-draft.ts';

/**
 * The draft form of a document that has no number yet: blanks for number and day, `[THIẾU: …]` where something is
 * missing. From submitting on it shows what was frozen. Throws `wrong-state`, `document-invalid`.
 */
export async function previewDocument(deps: Deps, actor: Actor, docId: string): Promise<readonly RenderedFile[]> {
  requireRole(actor, 'read-draft');
  const document = await readOwnDocument(deps, actor, docId);
  const on = vietnamDate(deps.clock.now());
  const { organ } = actor;
  if (document.state === 'draft' && document.data) {
    const ref = document.data;
    const input = await checkInput(deps, actor, 'show');
    return runHeavy(deps, { organ, name: 'preview-draft', size: ref.size }, async () => ({
      ...input,
      source: { bytes: await readBlobBytes(deps, ref) },
    }));
  }
  if (document.state !== 'submitted' && document.state !== 'approved') {
    throw new UseCaseError('wrong-state', { params: { act: 'preview', state: document.state } });
  }
  const ref = frozenRef(document);
  return runHeavy(deps, { organ, name: 'render-frozen', size: ref.size }, async () => ({
    key: ref.key,
    bytes: await readBlobBytes(deps, ref),
    issuance: null,
    on,
  }));
}
