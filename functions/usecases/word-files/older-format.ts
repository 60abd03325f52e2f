import { sniff } from '#read/container/sniff.ts';
import type { OlderFormat } from '../deps.ts';

/** The format of a file that only LibreOffice makes a .docx of; null for any other file. */
export function olderFormatOf(bytes: Uint8Array): OlderFormat | null {
  if (sniff(bytes) === 'OLD_WORD_FILE') return 'doc';
  return isOdt(bytes) ? 'odt' : null;
}

/** An OpenDocument package begins with its type, stored (ODF 1.3, part 2, 3.3). */
function isOdt(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(30, 100));
  return head.startsWith('mimetypeapplication/vnd.oasis.opendocument.text');
}
