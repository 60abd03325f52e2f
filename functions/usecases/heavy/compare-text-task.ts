import { compareTexts, type TextComparison } from '#read/compare/compare-texts.ts';
import { readingOrder } from '#read/compare/reading-order.ts';
import { recognise } from '#read/elements/recognise.ts';
import type { Notice } from '#read/problems/notice.ts';
import { readDocx } from '#read/read-docx.ts';
import { UseCaseError } from '../use-case-error.ts';
import { readBroughtFile } from '../word-files/read-brought.ts';

/** A file that a person brought, and the files that were rendered of the approved document. */
export interface CompareTextInput {
  readonly bytes: Uint8Array;
  /** The document first, then appendices in files of their own. */
  readonly approved: readonly Uint8Array[];
}

/** A file beside the approved text; `no-text`: a scan, which has no text layer. */
export interface ComparedFile extends Omit<TextComparison, 'verdict'> {
  readonly verdict: TextComparison['verdict'] | 'no-text';
  readonly notices: readonly Notice[];
}

/** Compares a file's text with the approved document's. Throws `word-unreadable`. */
export async function compareTextTask({ bytes, approved }: CompareTextInput): Promise<ComparedFile> {
  const brought = await readUnlessScan(bytes);
  if (!brought) return { verdict: 'no-text', differences: [], notices: [] };
  const { document, elements } = brought;
  const file = readingOrder(elements, document);
  const own = approved.map((one) => {
    const read = readDocx(one);
    return readingOrder(recognise(read), read);
  });
  const [main = [], ...appendices] = own;
  const compared = compareTexts(main, file);
  // A signed file may hold its appendices, which were rendered apart.
  const whole = appendices.length === 0 ? compared : compareTexts([...main, ...appendices.flat()], file);
  const { verdict, differences } = gravity(whole) < gravity(compared) ? whole : compared;
  return { verdict, differences, notices: document.notices };
}

function gravity({ verdict, differences }: TextComparison): number {
  return verdict === 'another' ? Number.POSITIVE_INFINITY : differences.length;
}

async function readUnlessScan(bytes: Uint8Array) {
  try {
    return await readBroughtFile(bytes);
  } catch (error) {
    const isScan = error instanceof UseCaseError && error.params['fault'] === 'PDF_SCANNED';
    if (isScan) return null;
    throw error;
  }
}
