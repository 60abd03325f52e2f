import { DOC, DOCX, ODT, PDF, TEXT } from '#base/content-types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type BytesOrUpload, bytesOf } from '../uploads/read-upload.ts';
import { olderFormatOf } from './older-format.ts';

/** Types of files that are read for their text. */
export const READ_TYPES = [DOCX, DOC, ODT, PDF, TEXT] as const;

/**
 * The bytes of a file to read; a .doc or .odt becomes a .docx where there is LibreOffice, else it stays what it is, and is refused
 * by name when it is read. Throws as `readUpload`.
 */
export async function wordBytes(deps: Deps, actor: Actor, brought: BytesOrUpload): Promise<Uint8Array> {
  const bytes = await bytesOf(deps, actor, brought, READ_TYPES);
  const format = olderFormatOf(bytes);
  if (!format || !deps.toDocx) return bytes;
  return (await deps.toDocx(bytes, format)) ?? bytes;
}
