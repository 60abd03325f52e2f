import { CodedError, undefinedIfNotFound } from '#base/coded-error.ts';
import { vietnamDate } from '#document/dates.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { blobContent } from '../blob-content.ts';
import { frozenRef, readBlobBytes } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import type { CheckedFrozen } from '../heavy/check-frozen-task.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';

/** The check of what was approved, as it is kept: its place names the content that it is of. */
export interface CheckOfApproval extends CheckedFrozen {
  readonly contentHash: string;
}

/**
 * Checks what the signer approves against the decree, and keeps the report beside the frozen document as its proof. What cannot be
 * rendered has no report and is approved all the same: it gets no number until it can be.
 */
export async function keepCheck(deps: Deps, document: DocumentItem): Promise<void> {
  const { organ, contentHash = '' } = document;
  const ref = frozenRef(document);
  const request = { organ, name: 'check-frozen', size: ref.size } as const;
  const checked = await runHeavy(deps, request, async () => ({
    key: ref.key,
    bytes: await readBlobBytes(deps, ref),
    issuance: null,
    on: vietnamDate(deps.clock.now()),
  })).catch(nullIfNotRendered);
  if (!checked) return;
  const { bytes } = blobContent({ contentHash, ...checked });
  await deps.store.put(keyOf(document), bytes, { contentType: 'application/json', ifAbsent: false, renews: true });
}

/** Errors of ours have codes and are passed on; what a template throws has none. */
function nullIfNotRendered(error: unknown): null {
  if (error instanceof CodedError) throw error;
  return null;
}

/** The check that was kept at approval. Throws `not-found` where there is none: before approval, or of an older approval. */
export async function readCheckOfApproval(deps: Deps, actor: Actor, docId: string): Promise<CheckOfApproval> {
  requireRole(actor, 'read-draft');
  const document = await readOwnDocument(deps, actor, docId);
  const found = await deps.store.get(keyOf(document)).catch(undefinedIfNotFound);
  if (!found) throw new UseCaseError('not-found');
  return JSON.parse(new TextDecoder().decode(found.bytes));
}

const keyOf = ({ organ, docId, contentHash = '' }: DocumentItem) =>
  `drafts/${organ}/${docId}/kiem-tra-${contentHash}.json`;
