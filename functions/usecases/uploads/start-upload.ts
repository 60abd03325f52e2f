import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { UseCaseError } from '../use-case-error.ts';
import {
  checkUploads,
  newUploadId,
  putTicket,
  UPLOAD_BOUNDS,
  UPLOAD_SECONDS,
  uploadKey,
  type uploadType,
} from './upload-ticket.ts';

/** Announcement of an upload. */
export interface UploadInput {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly contentType: z.infer<typeof uploadType>;
}

/** Instructions for an upload: one PUT, safe to repeat. */
export interface StartedUpload {
  readonly uploadId: string;
  /** Address in the store; null: `PUT /uploads/{uploadId}`. */
  readonly url: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly expires: Date;
}

/**
 * Announces bytes that are too large to go inline, by size, SHA-256 and type: nothing else can be put in their place. The same
 * person alone sends them, and names the upload where the bytes would stand. Throws `upload-too-large`,
 * `too-many-uploads`.
 */
export async function startUpload(deps: Deps, actor: Actor, input: UploadInput): Promise<StartedUpload> {
  requireRole(actor, 'upload');
  const { size, sha256, contentType } = input;
  const maxBytes = UPLOAD_BOUNDS[contentType];
  if (size > maxBytes) throw new UseCaseError('upload-too-large', { params: { maxBytes } });
  const { organ, staffId: madeBy } = actor;
  await checkUploads(deps, actor);
  const at = deps.clock.now();
  const uploadId = newUploadId(deps.newId(), madeBy, at);
  const expires = new Date(at.getTime() + UPLOAD_SECONDS * 1000);
  const bound = { size, sha256, contentType };
  await putTicket(deps, organ, uploadId, {
    schema: 'upload-ticket@1',
    ...bound,
    madeBy,
    expires: expires.toISOString(),
  });
  const link = await deps.store.uploadLink?.(uploadKey(organ, uploadId), {
    ...bound,
    at,
    expiresInSeconds: UPLOAD_SECONDS,
  });
  return { uploadId, url: link?.url ?? null, headers: link?.headers ?? { 'content-type': contentType }, expires };
}
