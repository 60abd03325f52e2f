import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readDocx } from '../../support/docx-reader/read-docx.ts';
import type { Block, Section, Table } from '../../support/docx-reader/types.ts';

const run = promisify(execFile);

/** A font of a PDF, as `pdffonts` lists it. */
export interface PdfFont {
  /** Without the tag of its subset. */
  readonly name: string;
  readonly embedded: boolean;
  /** Its characters can be copied and searched for. */
  readonly unicode: boolean;
}

async function tool(name: string, pdf: Uint8Array, ...args: readonly string[]): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-read-'));
  try {
    const path = join(dir, 'document.pdf');
    await writeFile(path, pdf);
    return (
      await run(
        name,
        args.map((one) => (one === '{}' ? path : one)),
        { maxBuffer: 64 * 1024 * 1024 },
      )
    ).stdout;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The fonts of a PDF. */
export async function fontsOf(pdf: Uint8Array): Promise<PdfFont[]> {
  const lines = (await tool('pdffonts', pdf, '{}')).trim().split('\n').slice(2);
  return lines.map((line) => {
    const [, name = '', embedded, unicode] =
      /^(?:[A-Z]{6}\+)?(\S+).*\s(yes|no) +(?:yes|no) +(yes|no) +\d+ +\d+$/.exec(line) ?? [];
    return { name, embedded: embedded === 'yes', unicode: unicode === 'yes' };
  });
}

/** Characters without what a line break may add or take. */
const solid = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

/** Text of each page as it was drawn, paragraph by paragraph and cell by cell, without spaces (`pdftotext -raw`). */
export async function drawnPages(pdf: Uint8Array): Promise<string[]> {
  return (await tool('pdftotext', pdf, '-raw', '{}', '-')).split('\f').slice(0, -1).map(solid);
}

const textOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.kind === 'paragraph' ? solid(block.shown) : rowsText(block.rows))).join('');
const rowsText = (rows: Table['rows']): string =>
  rows.flatMap(({ cells }) => cells.map(({ blocks }) => textOf(blocks))).join('');

/** Text of each section of a .docx, and what its tables repeat at the top of a page. */
export function sectionsOf(docx: Uint8Array): { readonly text: string; readonly repeated: readonly string[] }[] {
  const repeatedIn = ({ blocks }: Section) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [rowsText(block.rows.filter(({ header }) => header))] : []));
  return readDocx(docx).sections.map((section) => ({
    text: textOf(section.blocks),
    repeated: repeatedIn(section).filter((text) => text !== ''),
  }));
}

/**
 * Text of a PDF, cut where its page numbers begin anew, without page numbers and repeated rows: as many pieces as the
 * .docx has sections. Throws where the numbers of a piece do not run 2, 3, 4 …: then a page is missing, or one too
 * many.
 */
export function printedSections(pages: readonly string[], repeated: readonly string[]): string[] {
  const pieces: string[][] = [];
  for (const page of pages) {
    const next = (pieces.at(-1)?.length ?? 0) + 1;
    const isNumbered = pieces.length > 0 && page.startsWith(String(next));
    if (!isNumbered) pieces.push([page]);
    else {
      const text = page.slice(String(next).length);
      const head = repeated.find((one) => text.startsWith(one)) ?? '';
      pieces.at(-1)!.push(text.slice(head.length));
    }
  }
  return pieces.map((piece) => piece.join(''));
}
