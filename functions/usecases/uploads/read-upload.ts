import type { z } from 'zod';
import { JSON_TYPE } from '#base/content-types.ts';
import { StoreError } from '#store/store-error.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { DraftSource } from '../heavy/check-draft-task.ts';
import { UseCaseError } from '../use-case-error.ts';
import { readTicket, uploadKey, type uploadType } from './upload-ticket.ts';

/** Bytes that came with a request, or the upload that has them. */
export type BytesOrUpload = { readonly bytes: Uint8Array } | { readonly uploadId: string };

/** Data of a document: as it came with a request (parsed, or its JSON where it is large), or the upload that has it. */
export type DataOrUpload = { readonly data: unknown } | { readonly json: Uint8Array } | { readonly uploadId: string };

type UploadType = z.infer<typeof uploadType>;

/** An upload that was named. */
export interface Uploaded {
  readonly bytes: Uint8Array;
  readonly contentType: UploadType;
}

/**
 * Reads an upload of the actor's own, for one of some types; who may is decided before. Throws `not-found`,
 * `upload-missing`, `upload-differs`, `upload-unsuitable`.
 */
export async function readUpload(
  deps: Deps,
  actor: Actor,
  uploadId: string,
  types: readonly UploadType[],
): Promise<Uploaded> {
  const { contentType, sha256, size } = await readTicket(deps, actor, uploadId);
  if (!types.includes(contentType))
    throw new UseCaseError('upload-unsuitable', { params: { contentType, expected: types.join(', ') } });
  const key = uploadKey(actor.organ, uploadId);
  const { bytes } = await deps.store.get(key, { expectSha256: sha256 }).catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === 'not-found') throw new UseCaseError('upload-missing');
    // Not an alarm: no more is known of it than that its sender announced something else.
    if (error.code === 'integrity-mismatch') throw new UseCaseError('upload-differs', { cause: error });
    throw error;
  });
  if (bytes.length !== size) throw new UseCaseError('upload-differs');
  return { bytes, contentType };
}

/** The bytes themselves. Throws as {@link readUpload}. */
export async function bytesOf(
  deps: Deps,
  actor: Actor,
  brought: BytesOrUpload,
  types: readonly UploadType[],
): Promise<Uint8Array> {
  return 'bytes' in brought ? brought.bytes : (await readUpload(deps, actor, brought.uploadId, types)).bytes;
}

/** The data as a check takes it, which parses bytes in its own thread. Throws as {@link readUpload}. */
export async function draftSourceOf(deps: Deps, actor: Actor, brought: DataOrUpload): Promise<DraftSource> {
  if ('data' in brought) return { data: brought.data };
  if ('json' in brought) return { bytes: brought.json };
  return { sent: (await readUpload(deps, actor, brought.uploadId, [JSON_TYPE])).bytes };
}
