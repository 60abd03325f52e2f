import { PdfTextError, type PdfTextFault } from '#pdf/text/pdf-text-error.ts';
import type { ReadDocument } from '#read/body/model.ts';
import { sniff } from '#read/container/sniff.ts';
import { type Elements, recognise } from '#read/elements/recognise.ts';
import { readPages } from '#read/page/read-pages.ts';
import { ReadError, type ReadErrorCode } from '#read/problems/read-error.ts';
import { readFile } from '#read/read-file.ts';
import { UseCaseError } from '../use-case-error.ts';

const FAULTS: Readonly<Record<PdfTextFault, ReadErrorCode>> = {
  damaged: 'PDF_DAMAGED',
  encrypted: 'ENCRYPTED_FILE',
  bomb: 'ZIP_BOMB',
  'too-many-pages': 'PDF_TOO_LONG',
  'too-much-text': 'PDF_TOO_LONG',
  'too-slow': 'PDF_TOO_LONG',
};

/** Reads a .docx, the text layer of a PDF, or bare text, by what the bytes are. Throws `ReadError`. */
export async function readBrought(bytes: Uint8Array): Promise<ReadDocument> {
  if (sniff(bytes) !== 'PDF_FILE') return readFile(bytes);
  const { MAX_PAGES, readPageText } = await import('#pdf/text/read-page-text.ts');
  const pages = await readPageText(bytes).catch((cause: unknown) => {
    if (!(cause instanceof PdfTextError)) throw cause;
    throw new ReadError(FAULTS[cause.code], { max: MAX_PAGES }, { cause });
  });
  return readPages(pages);
}

/** Reads a file with its elements. Throws `word-unreadable`, and `file-secret` for one that bears a secrecy mark. */
export async function readBroughtFile(
  bytes: Uint8Array,
): Promise<{ readonly document: ReadDocument; readonly elements: Elements }> {
  const read = await readOrRefuse(bytes);
  const { secrecy } = read.elements.head;
  // Secret papers must not be on a machine in a network (Luật Bảo vệ bí mật nhà nước).
  if (secrecy) throw new UseCaseError('file-secret', { params: { mark: secrecy.text } });
  return read;
}

async function readOrRefuse(
  bytes: Uint8Array,
): Promise<{ readonly document: ReadDocument; readonly elements: Elements }> {
  try {
    const document = await readBrought(bytes);
    return { document, elements: recognise(document) };
  } catch (cause) {
    if (!(cause instanceof ReadError)) throw cause;
    throw new UseCaseError('word-unreadable', { params: { ...cause.params, fault: cause.code }, cause });
  }
}
