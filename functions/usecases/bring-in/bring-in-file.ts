import { RegisterError } from '#register/model/register-error.ts';
import type { IssuedFile, RegisterRow } from '#register/model/types.ts';
import type { NumberedDocument } from '#register/register.ts';
import { variantOf } from '#register/table/keys/row-keys.ts';
import type { Actor } from '../actor.ts';
import { putBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { type FileToStore, putIssuedFiles } from '../issuing/issued-files.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';
import type { BytesOrUpload } from '../uploads/read-upload.ts';
import { UseCaseError } from '../use-case-error.ts';
import { type PaperRecordBlob, recordOf } from './paper-record.ts';
import { scanOf } from './scan-file.ts';

/**
 * Adds its file to a paper record that was brought in without one, once: a PDF, or an uploaded PDF or .docx. Throws `not-found`,
 * `wrong-state`, `stale`, `file-unsuitable`, `has-file`, `series-closed`, and what `readUpload` throws.
 */
export async function bringInFile(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion } & BytesOrUpload,
): Promise<NumberedDocument> {
  requireRole(actor, 'bring-in');
  const { docId } = await readForAct(deps, actor, 'add-scan', input);
  const found = await deps.register.getNumbered(actor.organ, docId);
  return addScan(deps, actor.staffId, found, await scanOf(deps, actor, input, found.row.symbol));
}

/** Keeps the file of a record that has none. Throws `has-file`, `series-closed`, `stored-file-differs`. */
export async function addScan(
  deps: Deps,
  actor: string,
  { document, row }: NumberedDocument,
  scan: FileToStore,
): Promise<NumberedDocument> {
  await checkLacksFile(deps, row);
  const { organ, docId, codeNumber, issuedDate } = row;
  const kept: PaperRecordBlob = { schema: 'PaperRecord@1', record: recordOf(row) };
  const { sha256: contentHash } = await putBlob(deps, organ, docId, kept);
  const owner = { organ, docId, contentHash, codeNumber, ...variantOf(row), issuedDate, broughtIn: true } as const;
  const [file] = await putIssuedFiles(deps, owner, [scan]);
  if (!file) throw new UseCaseError('stored-file-differs', { params: { key: docId } });
  return deps.register.addScan({ document, file, actor, at: deps.clock.now() });
}

/** Said before any byte is kept: a file that no row may name would stay for ever. Throws `has-file`, `series-closed`. */
export async function checkLacksFile(deps: Deps, row: RegisterRow): Promise<void> {
  if (!lacksFile(row)) throw new RegisterError('has-file', { docId: row.docId });
  const { organ, year, series } = row;
  const counter = await deps.register.getSeries(organ, year, series);
  if (counter?.open === false) throw new RegisterError('series-closed', { year, series });
}

/** Tells whether a row is a paper record without its file. */
export function lacksFile({ broughtIn, files }: RegisterRow): boolean {
  return broughtIn === true && files.every(({ role }: IssuedFile) => role === 'signed');
}
