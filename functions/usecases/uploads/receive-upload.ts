import { sha256Hex } from '#base/node/hash.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { UseCaseError } from '../use-case-error.ts';
import { readTicket, uploadKey } from './upload-ticket.ts';

/**
 * Takes the bytes of the actor's own upload where the store takes none itself; repeating it changes nothing. Throws `not-found`,
 * `upload-expired`, and `upload-differs` where they are not what was announced.
 */
export async function receiveUpload(
  deps: Deps,
  actor: Actor,
  input: { readonly uploadId: string; readonly contentType: string; readonly bytes: Uint8Array },
): Promise<void> {
  requireRole(actor, 'upload');
  const { uploadId, contentType, bytes } = input;
  const ticket = await readTicket(deps, actor, uploadId);
  if (deps.clock.now().toISOString() > ticket.expires) throw new UseCaseError('upload-expired');
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase();
  const isAnnounced =
    mediaType === ticket.contentType && bytes.length === ticket.size && sha256Hex(bytes) === ticket.sha256;
  if (!isAnnounced) throw new UseCaseError('upload-differs');
  const key = uploadKey(actor.organ, uploadId);
  await deps.store.put(key, bytes, { contentType: ticket.contentType, ifAbsent: false });
}
