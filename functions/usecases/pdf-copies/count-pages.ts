import type { Convert } from '#pdf/convert.ts';
import { PdfError } from '#pdf/pdf-error.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { previewDocument } from '../drafting/preview-document.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { requireRole } from '../permissions.ts';

/**
 * Counts the pages of a document's Bản trình ký from its PDF, for the clerk who compares the paper. Appendices in files
 * of their own are included (Điều 15.2). Null where this machine makes no PDF, or cannot of this one: then the clerk
 * types it. Throws `wrong-state`.
 */
export async function countPages(
  deps: Deps,
  actor: Actor,
  docId: string,
  convert: Convert | undefined,
): Promise<number | null> {
  requireRole(actor, 'issue');
  const files = await previewDocument(deps, actor, docId);
  if (!convert) return null;
  let pages = 0;
  for (const { bytes } of files) {
    const count = await pagesOf(deps, actor.organ, bytes, convert);
    if (count === undefined) return null;
    pages += count;
  }
  return pages;
}

async function pagesOf(deps: Deps, organ: string, docx: Uint8Array, convert: Convert): Promise<number | undefined> {
  try {
    const bytes = await convert(docx);
    return await runHeavy(deps, { organ, name: 'pdf-pages' }, async () => ({ bytes }));
  } catch (error) {
    if (error instanceof PdfError) return undefined;
    throw error;
  }
}
