import { PDF } from '#base/content-types.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { type IsoDate, vietnamDate } from '#document/dates.ts';
import type { FanOutRow } from '#register/fan-outs/fan-out.schema.ts';
import type { BlobRef } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { requireRole } from '../permissions.ts';
import { readUpload } from '../uploads/read-upload.ts';
import { requireSafePdf } from '../uploads/safe-pdf.ts';
import { UseCaseError } from '../use-case-error.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import { rowOfDocument } from './list-came-down.ts';
import { documentOf, stateOf } from './unit-states.ts';

/** Fields of an issue by other means, as the unit's clerk says. */
export interface OutsideInput {
  readonly docId: string;
  /** Null: it was said by mistake. */
  readonly issued: {
    readonly code: string;
    readonly issuedDate: IsoDate;
    /** Upload of the issued paper, a PDF. */
    readonly uploadId?: string | undefined;
  } | null;
}

/**
 * Notes that a plan that came down was issued by other means, so that its superior waits no longer. The draft stays a draft. Throws
 * `not-found` for what did not come down, `already-issued-here`, `bad-outside-day` for a day to come, `pdf-unsafe`, and as `readUpload`.
 */
export async function markOutside(deps: FanOutDeps, actor: Actor, { docId, issued }: OutsideInput): Promise<FanOutRow> {
  requireRole(actor, 'register');
  const row = await rowOfDocument(deps, actor, docId);
  if (!row) throw new UseCaseError('not-found');
  const at = deps.clock.now();
  const today = vietnamDate(at);
  if (!issued) return deps.fanOuts.markOutside(row, null);
  if (issued.issuedDate > today) throw new UseCaseError('bad-outside-day', { params: { today } });
  const { outside: _, ...bare } = row;
  const state = stateOf(bare, {}, await documentOf(deps, row), today);
  if (state.stage === 'issued') throw new UseCaseError('already-issued-here', { params: { code: state.code ?? '' } });
  const { code, issuedDate, uploadId } = issued;
  const file = uploadId === undefined ? {} : { file: await keepPaper(deps, actor, docId, uploadId) };
  return deps.fanOuts.markOutside(row, { code, issuedDate, ...file, by: actor.staffId, at: at.toISOString() });
}

/** Keeps the issued paper beside the unit's draft, under its own hash. */
async function keepPaper(deps: FanOutDeps, actor: Actor, docId: string, uploadId: string): Promise<BlobRef> {
  const { bytes } = await readUpload(deps, actor, uploadId, [PDF]);
  await requireSafePdf(deps, actor.organ, bytes);
  const sha256 = sha256Hex(bytes);
  const key = `drafts/${actor.organ}/${docId}/${sha256}.tep`;
  await deps.store.put(key, bytes, { contentType: PDF, ifAbsent: false });
  return { key, sha256, size: bytes.length };
}

/** The issued paper that a unit of the actor's run kept with its mark. Throws `not-found`, and the store's `integrity-mismatch`. */
export async function readOutsidePaper(
  deps: FanOutDeps,
  actor: Actor,
  { runId, unitCode }: { readonly runId: string; readonly unitCode: string },
): Promise<Uint8Array> {
  requireRole(actor, 'read-draft');
  const [row] = await deps.fanOuts.rowsOf(actor.organ, runId, [unitCode]);
  const file = row?.outside?.file;
  if (!file) throw new UseCaseError('not-found');
  return (await deps.store.get(file.key, { expectSha256: file.sha256 })).bytes;
}
