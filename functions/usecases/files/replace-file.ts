import { DOCX, PDF } from '#base/content-types.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { IssuedFile, RegisterRow } from '#register/model/types.ts';
import { isReplaceable } from '#register/numbers/replace-file.ts';
import type { NumberedDocument } from '#register/register.ts';
import { variantOf } from '#register/table/keys/row-keys.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { putIssuedFiles } from '../issuing/issued-files.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';
import { readUpload } from '../uploads/read-upload.ts';
import { requireSafePdf } from '../uploads/safe-pdf.ts';
import { UseCaseError } from '../use-case-error.ts';
import { legalOf } from './legal-file.ts';

/** A file that a person brought, and the one that takes its place. */
export interface ReplaceFileInput {
  readonly docId: string;
  readonly seen: SeenVersion;
  /** The wrong file. */
  readonly fileId: string;
  readonly uploadId: string;
  readonly reason: string;
  /** The clerk says that it is a scan of the signed paper. */
  readonly isScan?: boolean | undefined;
}

/**
 * Puts another file in the place of a wrong one, with the reason; the old one stays in the row. Refused after closing, whose hash covers
 * files. Throws `wrong-state`, `stale`, `not-replaceable`, `series-closed`, `not-a-pdf`, `pdf-unsafe`, and what `readUpload` throws.
 */
export async function replaceFile(deps: Deps, actor: Actor, input: ReplaceFileInput): Promise<NumberedDocument> {
  requireRole(actor, 'replace-file');
  const { organ, staffId } = actor;
  const { docId, fileId, uploadId, reason, isScan = false } = input;
  const document = await readForAct(deps, actor, 'replace-file', input);
  const { row } = await deps.register.getNumbered(organ, docId);
  const old = row.files.find((one) => one.fileId === fileId);
  // Said before any byte is kept: a file that no row may name would stay for ever.
  if (!old || !isReplaceable(old)) throw new RegisterError('not-replaceable', { docId });
  const counter = await deps.register.getSeries(organ, row.year, row.series);
  if (counter?.open === false) throw new RegisterError('series-closed', { year: row.year, series: row.series });
  const upload = await readUpload(deps, actor, uploadId, [PDF, DOCX]);
  if (upload.contentType === PDF) await requireSafePdf(deps, organ, upload.bytes);
  const [kept] = await putIssuedFiles(deps, ownerOf(row), [{ ...nextOf(old, row, upload.contentType), ...upload }]);
  if (!kept) throw new UseCaseError('stored-file-differs', { params: { key: docId } });
  return deps.register.replaceFile({
    document,
    fileId,
    file: { ...kept, ...legalOf(upload, isScan) },
    reason: reason.normalize('NFC'),
    actor: staffId,
    at: deps.clock.now(),
  });
}

function ownerOf(row: RegisterRow) {
  const { organ, docId, contentHash = '', codeNumber, issuedDate, broughtIn } = row;
  return { organ, docId, contentHash, codeNumber, ...variantOf(row), issuedDate, broughtIn };
}

/** `signed-1` becomes `signed-2`; the name of the download stays but for its type. */
function nextOf({ role, fileId, fileName }: IssuedFile, { files }: RegisterRow, contentType: string) {
  const count = files.filter((one) => one.role === role).length;
  const base = fileId.replace(/-\d+$/, '');
  const extension = contentType === PDF ? 'pdf' : 'docx';
  return { role, fileId: `${base}-${count + 1}`, fileName: fileName.replace(/\.\w+$/, `.${extension}`) };
}
