import { z } from 'zod';
import { documentSummarySchema } from '#register/model/document-summary.schema.ts';
import { issuedFileSchema } from '#register/model/register-row.schema.ts';
import type { BlobRef, DocumentItem } from '#register/model/types.ts';
import { frozenRef, readBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { UseCaseError } from '../use-case-error.ts';

/** The file that came with a registration, as it waits to be copied. */
const givenFile = z.strictObject({
  sha256: z.string(),
  size: z.number(),
  contentType: z.string(),
  ...issuedFileSchema.pick({ legal: true, signedBy: true }).shape,
});

/** A document that was drafted elsewhere, as its clerk registered it: its frozen blob, whose SHA-256 is the contentHash. */
export const registeredDocument = z.strictObject({
  schema: z.literal('RegisteredDocument@1'),
  facts: documentSummarySchema,
  /** Its symbol has the year (văn bản quy phạm pháp luật). */
  symbolYear: z.literal(true).optional(),
  file: givenFile.optional(),
});

/** See {@link registeredDocument}. */
export type RegisteredDocument = z.infer<typeof registeredDocument>;

/** Makes the key of a waiting registration file, under its own hash so that a repeat puts the same. */
export function givenKey(organ: string, docId: string, sha256: string): string {
  return `drafts/${organ}/${docId}/${sha256}.tep`;
}

/** The frozen blob of a registered document. Throws `broken-blob`. */
export function readRegistered(deps: Deps, document: DocumentItem): Promise<RegisteredDocument> {
  return readRegisteredBlob(deps, frozenRef(document));
}

/** As {@link readRegistered}, where the blob is. */
export async function readRegisteredBlob(deps: Deps, ref: BlobRef): Promise<RegisteredDocument> {
  const parsed = registeredDocument.safeParse(await readBlob(deps, ref));
  if (parsed.success) return parsed.data;
  throw new UseCaseError('broken-blob', { params: { key: ref.key }, cause: parsed.error });
}
