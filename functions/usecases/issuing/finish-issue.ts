import type { FrozenDocument } from '#document/frozen-document.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { NumberedDocument } from '#register/register.ts';
import { readBlobBytes } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { isSmall } from '../heavy/heavy-work.ts';
import { readFront } from '../heavy/read-front.ts';
import type { RenderedFile, RenderRequest } from '../heavy/render-port.ts';
import { finishRegistration } from '../registering/finish-registration.ts';
import { UseCaseError } from '../use-case-error.ts';
import { fileIdOf, putIssuedFiles } from './issued-files.ts';

/**
 * Makes and keeps the files of a document that has its number, and declares it issued. All of it comes from the row and
 * the frozen blob, so it can be taken up at any point, by anyone, any number of times. `known`: that blob, where it was just
 * read.
 */
export async function finishIssue(
  deps: Deps,
  { document, row }: NumberedDocument,
  actor: string,
  known?: FrozenDocument,
): Promise<NumberedDocument> {
  if (document.state !== 'numbered') return { document, row };
  if (document.registered) return finishRegistration(deps, { document, row }, actor);
  const frozen = known ?? (await readFront(deps, document));
  const { codeNumber, issuedDate, organ, docId } = row;
  const electronic = frozen.document.medium === 'electronic';
  const files = await renderIssued(
    deps,
    frozen,
    { number: codeNumber, issuedDate, ...(electronic && { signedAt: new Date(row.numberedAt) }) },
    document,
  );
  const owner = { organ, docId, contentHash: document.contentHash ?? '', codeNumber, issuedDate };
  const stored = await putIssuedFiles(
    deps,
    owner,
    files.map((file) => ({ ...file, fileId: fileIdOf(file, document) })),
  );
  return deps.register.completeIssue({
    organ,
    docId,
    files: stored,
    actor,
    at: deps.clock.now(),
    numbered: { document, row },
  });
}

/**
 * Renders with a number and a day; a large document whose blob is known in a thread. Throws `render-failed`, and `overloaded`:
 * nothing is wrong with the document then.
 */
export async function renderIssued(
  deps: Deps,
  frozen: Pick<FrozenDocument, 'document' | 'profile'>,
  issuance: NonNullable<RenderRequest['issuance']>,
  item?: DocumentItem,
): Promise<readonly RenderedFile[]> {
  try {
    return await renderFrozen(deps, frozen, issuance, item);
  } catch (cause) {
    if (cause instanceof UseCaseError && cause.code === 'overloaded') throw cause;
    throw new UseCaseError('render-failed', { cause });
  }
}

function renderFrozen(
  { heavy, render, store }: Deps,
  { document, profile }: Pick<FrozenDocument, 'document' | 'profile'>,
  issuance: NonNullable<RenderRequest['issuance']>,
  item: DocumentItem | undefined,
): Promise<readonly RenderedFile[]> {
  const on = issuance.issuedDate;
  const ref = item?.frozen;
  if (!heavy || !item || !ref || isSmall(ref.size)) return render({ document, profile, issuance, on });
  return heavy(item.organ, 'render-frozen', async () => ({
    key: ref.key,
    bytes: await readBlobBytes({ store }, ref),
    issuance,
    on,
  }));
}
