import { DOCX } from '#base/content-types.ts';
import type { ReadDocument } from '#read/body/model.ts';
import { type Elements, recognise } from '#read/elements/recognise.ts';
import { ReadError } from '#read/problems/read-error.ts';
import { readDocx } from '#read/read-docx.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type BytesOrUpload, bytesOf } from '../uploads/read-upload.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Reads a Word file that a person sent. Throws `word-unreadable`, and as `readUpload`. */
export async function readWordFile(
  deps: Deps,
  actor: Actor,
  brought: BytesOrUpload,
): Promise<{ document: ReadDocument; elements: Elements }> {
  const bytes = await bytesOf(deps, actor, brought, [DOCX]);
  try {
    const document = readDocx(bytes);
    return { document, elements: recognise(document) };
  } catch (cause) {
    if (!(cause instanceof ReadError)) throw cause;
    throw new UseCaseError('word-unreadable', { facts: { ...cause.params, fault: cause.code }, cause });
  }
}
