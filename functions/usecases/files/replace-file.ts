import { DOCX, PDF } from '#base/content-types.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { IssuedFile } from '#register/model/types.ts';
import { isReplaceable } from '#register/numbers/replace-file.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';
import { readUpload } from '../uploads/read-upload.ts';
import { requireSafeFile } from '../uploads/safe-file.ts';
import { keepBrought } from './brought-file.ts';

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
 * files. Throws `wrong-state`, `stale`, `not-replaceable`, `series-closed`, and what `readUpload` and `requireSafeFile` throw.
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
  await requireSafeFile(deps, organ, upload);
  const said = reason.normalize('NFC');
  const { role } = old;
  const file = await keepBrought(deps, row, {
    ...{ role, fileName: nameOfReplacement(old, upload.contentType), ...upload },
    ...{ isScan, replaces: { fileId, reason: said } },
  });
  return deps.register.replaceFile({
    document,
    fileId,
    file,
    reason: said,
    actor: staffId,
    at: deps.clock.now(),
  });
}

/** Names the download of a file in another's place: as before, but for its type. */
export function nameOfReplacement({ fileName }: Pick<IssuedFile, 'fileName'>, contentType: string): string {
  return fileName.replace(/\.\w+$/, `.${contentType === PDF ? 'pdf' : 'docx'}`);
}
