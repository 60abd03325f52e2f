/** Largest signed file, in bytes. */
export const MAX_PDF_BYTES = 20 * 1024 * 1024;

/**
 * Whether bytes are a whole PDF as far as its frame says: the header at the start, `startxref` and `%%EOF` at the end. What is
 * in it is not judged: it is kept and handed out as an attachment, never shown by us.
 */
export function isPdf(bytes: Uint8Array): boolean {
  const latin = new TextDecoder('latin1');
  const tail = latin.decode(bytes.subarray(-2048));
  const end = tail.lastIndexOf('%%EOF');
  const header = /^%PDF-(1\.\d|2\.0)[\s%]/.test(latin.decode(bytes.subarray(0, 16)));
  return header && end > 0 && /startxref\s+\d+\s+$/.test(tail.slice(0, end)) && /^%%EOF\s*$/.test(tail.slice(end));
}
