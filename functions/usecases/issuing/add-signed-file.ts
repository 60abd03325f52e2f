import { PDF } from '#base/content-types.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { RegisterRow } from '#register/model/types.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { keepBrought } from '../files/brought-file.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';
import { type BytesOrUpload, bytesOf } from '../uploads/read-upload.ts';
import { requireSafePdf } from '../uploads/safe-pdf.ts';

/** Last part of the key of the first signed file. */
export const SIGNED_FILE_ID = 'signed-1';

/**
 * Adds the signed file to an issued document, once; it is kept as the other files are, under another name where a crash left other bytes.
 * Throws `wrong-state`, `stale`, `not-a-pdf`, `pdf-unsafe`, `signed-already`, `series-closed`,
 * and what {@link bytesOf} throws.
 */
export async function addSignedFile(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion; readonly isScan?: boolean | undefined } & BytesOrUpload,
): Promise<NumberedDocument> {
  requireRole(actor, 'add-signed');
  const { organ, staffId } = actor;
  const document = await readForAct(deps, actor, 'add-signed', input);
  const { docId } = document;
  const bytes = await bytesOf(deps, actor, input, [PDF]);
  await requireSafePdf(deps, organ, bytes);
  const { row } = await deps.register.getNumbered(organ, docId);
  // Said before any byte is kept: a file that no row may name would stay for ever.
  if (row.files.some(({ role }) => role === 'signed')) throw new RegisterError('signed-already', { docId });
  const counter = await deps.register.getSeries(organ, row.year, row.series);
  if (counter?.open === false) throw new RegisterError('series-closed', { year: row.year, series: row.series });
  const brought = { role: 'signed', fileName: signedFileName(row), contentType: PDF, bytes } as const;
  const file = await keepBrought(deps, row, { ...brought, isScan: input.isScan ?? false });
  return deps.register.addSigned({ document, file, actor: staffId, at: deps.clock.now() });
}

/** Name of its download: `35-KH-UBND-ky.pdf`. */
export function signedFileName({ symbol }: Pick<RegisterRow, 'symbol'>): string {
  return `${symbol.replaceAll('/', '-')}-ky.pdf`;
}
