import { checkDocument } from '#document/checking/check-document.ts';
import { freeze } from '#document/frozen-document.ts';
import type { DocumentSummary } from '#register/model/types.ts';
import { type BlobContent, blobContent } from '../blob-content.ts';
import { checkOrgan, requireSound } from '../drafting/require-sound.ts';
import { summarise } from '../summarise-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { type CheckInput, dataOfSource } from './check-draft-task.ts';
import type { Render, RenderedFile } from './render-port.ts';

/** Data of a document that was issued on `on` with its number. */
export interface OlderDocumentInput extends Omit<CheckInput, 'placeholders'> {
  readonly codeNumber: number;
}

/** A document of an older book: its blobs, and its files with number and day. */
export interface OlderDocument {
  readonly summary: DocumentSummary;
  readonly data: BlobContent;
  readonly frozen: BlobContent;
  readonly files: readonly RenderedFile[];
}

/**
 * Checks the data of a document by the profile of its day, freezes and renders it. Throws `foreign-organ`, `document-invalid`,
 * `no-series`, `render-failed`.
 */
export async function olderDocumentTask(input: OlderDocumentInput, render: Render): Promise<OlderDocument> {
  const { source, organ, profiles, on, codeNumber } = input;
  const sent = dataOfSource(source);
  checkOrgan(sent, organ);
  const { data, document, profile } = requireSound(checkDocument(sent, { profiles, on }));
  const summary = summarise(document, profile);
  const issuance = { number: codeNumber, issuedDate: on };
  const files = await render({ document, profile, issuance, on }).catch((cause: unknown) => {
    throw new UseCaseError('render-failed', { cause });
  });
  return { summary, data: blobContent(data), frozen: blobContent(freeze(document, profile, on)), files };
}
