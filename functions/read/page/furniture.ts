import { isStampLine, PAGE_NUMBER, STAMP } from '../plain/page-marks.ts';
import type { Piece } from './text-lines.ts';

/** A page's pieces, and its height in points. */
export interface PagePieces {
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** Shares of a page's height that are its margins above and below. */
const ABOVE = 0.08;
const BELOW = 0.93;
/** Lines of a margin that come again on so many pages are its head or foot. */
const LEAST_REPEATS = 3;

/** Leaves out what belongs to pages and not to the text: numbers, repeated heads and feet, stamps of signatures. */
export function withoutFurniture(pages: readonly PagePieces[]): {
  readonly pages: readonly Piece[][];
  readonly left: readonly string[];
} {
  const left: string[] = [];
  const repeated = repeatedTexts(pages);
  const own = pages.map(({ height, pieces }) => {
    const stamps = stampPieces(pieces);
    return pieces.filter((piece) => {
      const isMargin = piece.y < height * ABOVE || piece.y > height * BELOW;
      const isMark = isMargin && (PAGE_NUMBER.test(piece.text) || repeated.has(masked(piece)));
      if (isMark || stamps.has(piece)) left.push(piece.text);
      return !isMark && !stamps.has(piece);
    });
  });
  return { pages: own, left };
}

function masked({ text }: Piece): string {
  return text.replace(/\d+/g, '#');
}

function repeatedTexts(pages: readonly PagePieces[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { height, pieces } of pages) {
    const margin = pieces.filter(({ y }) => y < height * ABOVE || y > height * BELOW);
    for (const text of new Set(margin.map(masked))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= LEAST_REPEATS).map(([text]) => text));
}

/** A stamp's first line, and those that stand under it in small type. */
function stampPieces(pieces: readonly Piece[]): Set<Piece> {
  const found = new Set<Piece>();
  for (const first of pieces.filter(({ text }) => STAMP.test(text))) {
    found.add(first);
    let last = first;
    for (const piece of pieces) {
      const isUnder = piece.y > last.y && piece.y - last.y < 3 * last.size && Math.abs(piece.x1 - first.x1) < 40;
      if (!isUnder || !(isStampLine(piece.text) || piece.size < 9)) continue;
      found.add(piece);
      last = piece;
    }
  }
  for (const piece of pieces)
    if (isStampLine(piece.text) && piece.size < 11 && /^Số\s*:/iu.test(piece.text)) found.add(piece);
  return found;
}
