import type { IsoDate } from '#document/dates.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import { putBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';
import { type PaperRecord, type PaperRecordBlob, recordOf, summariseRecord } from './paper-record.ts';

/** Corrected fields of an older record; the others stay. Number, symbol and type stay. */
export type RecordCorrection = Partial<Omit<PaperRecord, 'typeCode' | 'codeNotation'>>;

/**
 * Corrects a paper record that was brought in, until its year is closed: what it says from now on is kept as a record of its own, and the
 * audit chain has who, when, why. Throws `not-found`, `wrong-state`, `stale`, `bad-date`, `series-closed`.
 */
export async function correctRecord(
  deps: Deps,
  actor: Actor,
  input: {
    readonly docId: string;
    readonly seen: SeenVersion;
    readonly record: RecordCorrection;
    readonly issuedDate?: IsoDate | undefined;
    readonly reason: string;
  },
): Promise<NumberedDocument> {
  requireRole(actor, 'bring-in');
  const { docId, reason } = input;
  const { organ, staffId } = actor;
  const document = await readForAct(deps, actor, 'correct-record', input);
  const { row } = await deps.register.getNumbered(organ, docId);
  const isRecord = row.broughtIn === true && document.frozen === undefined;
  if (!isRecord) throw new RegisterError('wrong-state', { act: 'correct-record', state: document.state });
  const issuedDate = input.issuedDate ?? row.issuedDate;
  const record: PaperRecord = { ...recordOf(row), ...input.record };
  const scan = row.files.find(({ role }) => role === 'scan');
  const kept: PaperRecordBlob = { schema: 'PaperRecord@1', record, ...(scan && { file: scan.sha256 }) };
  const { sha256: contentHash } = await putBlob(deps, organ, docId, kept);
  const summary = {
    ...summariseRecord(record, await readProfiles(deps, organ), organ, issuedDate),
    series: row.series,
  };
  const at = deps.clock.now();
  return deps.register.correctRecord({
    document,
    summary,
    issuedDate,
    contentHash,
    reason,
    actor: staffId,
    at,
  });
}
