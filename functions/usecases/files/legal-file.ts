import { PDF } from '#base/content-types.ts';
import type { IssuedFile } from '#register/model/types.ts';
import { signersOf } from '../uploads/pdf-signature.ts';

/** What a file is by law (Điều 3.8), and who signed it. */
export type LegalFile = Pick<IssuedFile, 'legal' | 'signedBy'>;

/**
 * What a file that a person brings is by law: a PDF with a digital signature in it is the electronic original; a scan of a signed paper
 * is one where the clerk says so; all else is attached.
 */
export function legalOf(
  file: { readonly bytes: Uint8Array; readonly contentType: string },
  isScan: boolean,
): LegalFile {
  const signedBy = file.contentType === PDF ? signersOf(file.bytes) : [];
  if (signedBy.length > 0) return { legal: 'electronic-original', signedBy };
  return { legal: isScan ? 'scan-of-original' : 'attached' };
}

/** Whether a file is the signed original of a document, or a scan of it. */
export function isOriginal({ legal, role, supersededBy }: IssuedFile): boolean {
  if (supersededBy !== undefined) return false;
  return legal === undefined ? role === 'signed' || role === 'scan' : legal !== 'attached';
}
