/** Largest signed file, in bytes. */
export const MAX_PDF_BYTES = 20 * 1024 * 1024;

/** Viewers look for the header so far from the start: scanners write a BOM or a line of their own before it. */
const HEAD_WITHIN = 1024;

/**
 * Tells whether bytes have the frame of a whole PDF: header, `startxref`, `%%EOF`. The content is not judged: it is
 * kept and handed out as an attachment.
 */
export function isPdf(bytes: Uint8Array): boolean {
  const latin = new TextDecoder('latin1');
  const tail = latin.decode(bytes.subarray(-2048));
  const end = tail.lastIndexOf('%%EOF');
  const header = /%PDF-(1\.\d|2\.0)[\s%]/.test(latin.decode(bytes.subarray(0, HEAD_WITHIN)));
  return header && end > 0 && /startxref\s+\d+\s+$/.test(tail.slice(0, end)) && /^%%EOF\s*$/.test(tail.slice(end));
}
