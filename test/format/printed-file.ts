import { describeWith } from '../support/ci-tools.ts';
import { convertToPdf } from '../support/office.ts';
import { appendixHeading } from './expected-text.ts';
import { appendixParts, type FormatFile } from './format-file.ts';
import { linesOf, type PrintedPage, printedPages, rowsOf } from './printed-page.ts';

/** A file with its pages as LibreOffice prints them. */
export interface PrintedFile {
  readonly file: FormatFile;
  readonly pdf: Uint8Array;
  readonly pages: readonly PrintedPage[];
  /** The pages of the document itself, then those of each appendix. */
  readonly parts: readonly (readonly PrintedPage[])[];
}

/** Cuts the pages where an appendix begins: its heading stands alone on one of the first lines. */
function cut(file: FormatFile, pages: readonly PrintedPage[]): PrintedPage[][] {
  const headings = appendixParts(file).map(({ index }) => appendixHeading(file, index));
  const starts = headings.map((heading) =>
    pages.findIndex((page) =>
      rowsOf(page)
        .slice(0, 3)
        .some((row) => row.map(({ text }) => text).join(' ') === heading),
    ),
  );
  const missing = headings.filter((_, i) => (starts[i] ?? -1) < 0);
  if (missing.length > 0) throw new Error(`${file.name}: no page begins with ${missing.join(', ')}`);
  const edges = file.appendixIndex === null ? [0, ...starts] : starts;
  return edges.map((start, i) => pages.slice(start, edges[i + 1]));
}

/** Prints all files in one call of LibreOffice. */
export async function print(files: readonly FormatFile[]): Promise<PrintedFile[]> {
  const pdfs = await convertToPdf(new Map(files.map(({ name, bytes }) => [name, bytes])));
  return Promise.all(
    files.map(async (file) => {
      const pdf = pdfs.get(file.name)!;
      const pages = await printedPages(pdf);
      return { file, pdf, pages, parts: cut(file, pages) };
    }),
  );
}

/** The only line on which a text stands on a page; throws where the text is missing or takes more lines. */
export function lineOf(page: PrintedPage | undefined, text: string) {
  const lines = page && linesOf(page, text);
  const [line] = lines ?? [];
  if (!line || lines?.length !== 1) throw new Error(`“${text}” stands on ${lines?.length ?? 0} lines, not one`);
  return line;
}

/** `describe` for tests of printed pages: they need LibreOffice, and poppler's tools to read what it prints. */
export function describePrinted(name: string, tests: () => void): void {
  describeWith('soffice', name, () => describeWith('pdftotext', 'read by poppler', tests));
}
