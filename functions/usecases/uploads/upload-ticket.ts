import { z } from 'zod';
import { DOC, DOCX, JSON_TYPE, ODT, PDF, TEXT, XLSX } from '#base/content-types.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { sha256 } from '#base/patterns.ts';
import { IMPORT_BOUNDS } from '#exchange/older-book/import-bounds.ts';
import { StoreError } from '#store/store-error.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { UseCaseError } from '../use-case-error.ts';
import { MAX_PDF_BYTES } from './pdf.ts';

/** Largest data of a document, in bytes: some 80,000 rows of an appendix. */
export const MAX_DATA_BYTES = 20 * 1024 * 1024;

/** Largest size by content type: a signed file or scan, a file to read, an older book, the data of a draft. */
export const UPLOAD_BOUNDS = {
  [PDF]: MAX_PDF_BYTES,
  [DOCX]: MAX_PDF_BYTES,
  [DOC]: MAX_PDF_BYTES,
  [ODT]: MAX_PDF_BYTES,
  [TEXT]: MAX_DATA_BYTES,
  [XLSX]: IMPORT_BOUNDS.maxBytes,
  [JSON_TYPE]: MAX_DATA_BYTES,
} as const;

/** See {@link UPLOAD_BOUNDS}. */
export const uploadType = z.enum([PDF, DOCX, XLSX, JSON_TYPE, DOC, ODT, TEXT]);

/** The largest of {@link UPLOAD_BOUNDS}. */
export const MAX_UPLOAD_BYTES = Math.max(...Object.values(UPLOAD_BOUNDS));

/** Seconds in which the bytes may be put. */
export const UPLOAD_SECONDS = 15 * 60;
/** Seconds after that in which an upload can be named. */
export const UPLOAD_KEPT_SECONDS = 24 * 60 * 60;

const ticketSchema = z.strictObject({
  schema: z.literal('upload-ticket@1'),
  size: z.int().min(1),
  sha256,
  contentType: uploadType,
  /** staffId. */
  madeBy: z.string(),
  /** Until when the bytes may be put. */
  expires: z.iso.datetime(),
});

/** Announced size, type and hash of an upload. */
export type UploadTicket = z.infer<typeof ticketSchema>;

/** Key of the bytes of an upload. The organ comes from the token, so no other can name it. */
export const uploadKey = (organ: string, uploadId: string) => `uploads/${organ}/${uploadId}`;
const ticketKey = (organ: string, uploadId: string) => `${uploadKey(organ, uploadId)}.ticket`;

/** Uploads that one person may announce while they can be named. */
export const MAX_UPLOADS = 200;

/** Id of a new upload: it says whose it is and when it was announced, so that a person's are counted without being read. */
export function newUploadId(id: string, staffId: string, at: Date): string {
  return `${tagOf(staffId)}-${at.getTime().toString(36)}-${id}`;
}

/** Throws `too-many-uploads` where a person has announced as many as one may. */
export async function checkUploads({ store, clock }: Deps, { organ, staffId }: Actor): Promise<void> {
  const since = clock.now().getTime() - (UPLOAD_SECONDS + UPLOAD_KEPT_SECONDS) * 1000;
  let open = 0;
  for await (const key of store.list(`uploads/${organ}`)) {
    const [, tag, at = ''] = /\/([0-9a-f]{12})-([0-9a-z]+)-[^/]*\.ticket$/.exec(key) ?? [];
    if (tag === tagOf(staffId) && Number.parseInt(at, 36) > since) open++;
  }
  if (open >= MAX_UPLOADS) throw new UseCaseError('too-many-uploads', { params: { limit: MAX_UPLOADS } });
}

function tagOf(staffId: string): string {
  return sha256Hex(staffId).slice(0, 12);
}

/** Keeps what was announced. */
export async function putTicket(deps: Deps, organ: string, uploadId: string, ticket: UploadTicket): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(ticket));
  await deps.store.put(ticketKey(organ, uploadId), bytes, { contentType: JSON_TYPE, ifAbsent: true });
}

/** Reads what the actor announced. Throws `not-found`, also for another person's or an expired one. */
export async function readTicket(
  deps: Deps,
  { organ, staffId }: Pick<Actor, 'organ' | 'staffId'>,
  uploadId: string,
): Promise<UploadTicket> {
  const { bytes } = await deps.store.get(ticketKey(organ, uploadId)).catch((error: unknown) => {
    const isUnknown = error instanceof StoreError && (error.code === 'not-found' || error.code === 'bad-key');
    throw isUnknown ? new UseCaseError('not-found') : error;
  });
  const ticket = ticketSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const keptUntil = new Date(ticket.expires).getTime() + UPLOAD_KEPT_SECONDS * 1000;
  if (ticket.madeBy !== staffId || deps.clock.now().getTime() > keptUntil) throw new UseCaseError('not-found');
  return ticket;
}
