import type { ImportErrorCode } from './import-error.ts';

/** First bytes of an OLE file: an .xls of before 2007, or the cover of a workbook with a password. */
const OLE = 'd0cf11e0a1b11ae1';
/** Name of the stream in which a workbook with a password lies, as an OLE directory has it. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Names the kind of a file that is no zip, so that a person hears how to get an .xlsx. */
export function kindOfFile(
  bytes: Uint8Array,
): Extract<ImportErrorCode, 'encrypted' | 'old-xls' | 'is-csv' | 'not-a-zip'> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.subarray(0, 8).toString('hex') === OLE) return file.includes(ENCRYPTED) ? 'encrypted' : 'old-xls';
  return isCsv(file) ? 'is-csv' : 'not-a-zip';
}

/** Lines of text whose first ones have the same separator. */
function isCsv(file: Buffer): boolean {
  const head = file.subarray(0, 4096);
  const text = head[0] === 0xff && head[1] === 0xfe ? head.toString('utf16le') : head.toString('latin1');
  if (text.includes('\0') || /^\s*</.test(text)) return false;
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 && [',', ';', '\t'].some((mark) => lines.slice(0, 2).every((line) => line.includes(mark)));
}
