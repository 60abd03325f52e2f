import type { Block, ReadDocument, Section } from '../body/model.ts';
import { PLAIN_SECTION, plainDocument } from '../plain/plain-block.ts';
import { markParams } from '../plain/read-text.ts';
import type { Notice } from '../problems/notice.ts';
import { ReadError } from '../problems/read-error.ts';
import { type Builder, pageBuilder } from './build-page.ts';
import { areaOf, type TextArea } from './column.ts';
import { withoutFurniture } from './furniture.ts';
import { isInGrid } from './page-tables.ts';
import type { PageText } from './page-text.ts';
import { type Grid, gridsOf } from './ruled-tables.ts';
import { type Piece, piecesOf } from './text-lines.ts';

/** Letters of a page below which it shows nothing but a picture. */
const LEAST_LETTERS = 20;
/** Share of signs without a meaning above which no text can be made of them. */
const GARBLED_SHARE = 0.15;
const TWIPS_PER_POINT = 20;
/** Distance of lines of 14 points, where too few say it. */
const PITCH = 18;

/**
 * Reads the pages of a PDF's text layer as a document: lines joined to paragraphs, ruled tables put together over pages, heads and
 * feet in two columns, page numbers and stamps left out. Throws `ReadError` for a scan and for text without a meaning.
 */
export function readPages(pages: readonly PageText[]): ReadDocument {
  const without = refused(pages);
  const { pages: own, left } = withoutFurniture(
    pages.map(({ height, items, rules }) => ({ height, pieces: piecesOf(items, rules) })),
  );
  const builder: Builder = pageBuilder();
  const sections: Section[] = [];
  let before: TextArea | null = null;
  for (const [i, page] of pages.entries()) {
    const pieces = own[i] ?? [];
    const area = areaOf(freeOf(pieces, page), {
      width: page.width,
      known: tableArea(page) ?? areaBefore(pages, i, before),
    });
    before = area;
    if (sections.at(-1)?.isLandscape !== page.width > page.height) sections.push(sectionOf(page, area, i + 1));
    builder.add(pieces, page, { page: i + 1, section: sections.length - 1, area });
  }
  const leaning = pages.flatMap((page) => page.leaning);
  const blocks: Block[] = builder.blocks();
  return plainDocument(blocks, {
    origin: 'pdf',
    sections,
    notices: noticesOf([...left, ...leaning], without),
    pageCount: pages.length,
  });
}

/** Pieces outside tables. */
function freeOf(pieces: readonly Piece[], { rules }: PageText): Piece[] {
  const grids = gridsOf(rules);
  return pieces.filter((piece) => !grids.some((grid) => isInGrid(piece, grid)));
}

/** The area of a page's widest table. */
function tableArea({ rules, width }: PageText): TextArea | null {
  const [widest] = gridsOf(rules).sort((a, b) => spanOf(b) - spanOf(a));
  if (!widest || spanOf(widest) < width * 0.5) return null;
  return { left: widest.xs[0] ?? 0, right: widest.xs.at(-1) ?? width, pitch: PITCH };
}

const spanOf = ({ xs }: Grid) => (xs.at(-1) ?? 0) - (xs[0] ?? 0);

function areaBefore(pages: readonly PageText[], i: number, before: TextArea | null): TextArea | null {
  return pages[i - 1]?.width === pages[i]?.width ? before : null;
}

/** Numbers of the pages without text. Throws where that is all of them, or where the text has no meaning. */
function refused(pages: readonly PageText[]): number[] {
  const texts = pages.map(({ items }) => items.map(({ text }) => text).join(''));
  const letters = texts.map((text) => text.match(/\p{L}/gu)?.length ?? 0);
  const without = pages.flatMap((_, i) => ((letters[i] ?? 0) < LEAST_LETTERS ? [i + 1] : []));
  if (without.length === pages.length) throw new ReadError('PDF_SCANNED');
  const all = texts.join('');
  const strange = all.match(/[\p{Co}\p{Cc}\p{Cn}\uFFFD]/gu)?.length ?? 0;
  if (strange > all.length * GARBLED_SHARE) throw new ReadError('PDF_GARBLED');
  return without.filter((number) => (pages[number - 1]?.pictures ?? 0) > 0);
}

function noticesOf(left: readonly string[], without: readonly number[]): Notice[] {
  const notices: Notice[] = [];
  if (left.length > 0) notices.push({ code: 'PAGE_MARKS', params: markParams(left) });
  if (without.length > 0)
    notices.push({ code: 'PAGES_WITHOUT_TEXT', params: { count: without.length, first: without[0] ?? 0 } });
  return notices;
}

/** A section as its first page shows it: margins at the sides are those of the text. */
function sectionOf({ width, height }: PageText, { left, right }: TextArea, firstPage: number): Section {
  return {
    ...PLAIN_SECTION,
    width: Math.round(width * TWIPS_PER_POINT),
    height: Math.round(height * TWIPS_PER_POINT),
    isLandscape: width > height,
    left: Math.round(left * TWIPS_PER_POINT),
    right: Math.round((width - right) * TWIPS_PER_POINT),
    firstPage,
  };
}
