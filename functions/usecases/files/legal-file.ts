import { PDF } from '#base/content-types.ts';
import type { IssuedFile } from '#register/model/types.ts';
import { signersOf } from '../uploads/pdf-signature.ts';

/** Legal kind of a file (Điều 3.8), and its signer. */
export type LegalFile = Pick<IssuedFile, 'legal' | 'signedBy'>;

/**
 * Classifies an uploaded file by law: a digitally signed PDF is the electronic original; a scan only where the clerk
 * says so; else attached.
 */
export function legalOf(
  file: { readonly bytes: Uint8Array; readonly contentType: string },
  isScan: boolean,
): LegalFile {
  const signedBy = file.contentType === PDF ? signersOf(file.bytes) : [];
  if (signedBy.length > 0) return { legal: 'electronic-original', signedBy };
  return { legal: isScan ? 'scan-of-original' : 'attached' };
}

/** Tells whether a file is the signed original of a document, or a scan of it. */
export function isOriginal({ legal, role, supersededBy }: IssuedFile): boolean {
  if (supersededBy !== undefined) return false;
  return legal === undefined ? role === 'signed' || role === 'scan' : legal !== 'attached';
}
