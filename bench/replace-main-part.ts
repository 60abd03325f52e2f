import { strToU8, unzipSync, zipSync } from 'fflate';

/** The same .docx with another main part. */
export function replaceMainPart(docx: Uint8Array, xml: string): Uint8Array {
  return zipSync({ ...unzipSync(docx), 'word/document.xml': strToU8(xml) });
}
