import { labelOf } from '../elements/labels.ts';
import { isCapitals } from '../elements/line.ts';
import { APPENDIX, ATTACHED } from '../elements/patterns.ts';
import { goesOn, startsAnew } from '../plain/join-lines.ts';
import type { Piece } from './text-lines.ts';

/** The text area of a page: where full lines begin and end, and how far one line is from the next. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
}

/** A page's width, and the area that is known of it beside its lines. */
export interface PageEdges {
  readonly width: number;
  readonly known: TextArea | null;
}

/** Lines of one paragraph, from top to bottom. */
export type Lines = readonly [Piece, ...Piece[]];

/** Distance from the area's edge at which a line still reaches it, in points. */
const EDGE = 4;
const INDENT = 8;
/** Fewer full lines say little of the area. */
const LEAST_LINES = 4;
/** A distance of so many pitches parts paragraphs. */
const APART = 1.25;

/** Measures the text area; a page of few lines has that of its tables, or of the page before. */
export function areaOf(pieces: readonly Piece[], page: PageEdges): TextArea {
  const long = pieces.filter(({ x1, x2 }) => x2 - x1 > page.width * 0.4);
  if (long.length < LEAST_LINES && page.known) return page.known;
  const left = leastOf(long.map(({ x1 }) => x1)) ?? page.width * 0.14;
  const right = mostOf(long.map(({ x2 }) => x2)) ?? page.width * 0.93;
  const steps = long.slice(1).map(({ y }, i) => y - (long[i]?.y ?? y));
  const pitch = mostOf(steps.filter((step) => step > 4 && step < 40)) ?? 18;
  return { left, right, pitch };
}

/** The least of some lengths that comes more than once. */
function leastOf(lengths: readonly number[]): number | null {
  const sorted = lengths.map(Math.round).sort((a, b) => a - b);
  return sorted.find((one, i) => Math.abs((sorted[i + 1] ?? Number.POSITIVE_INFINITY) - one) <= 1) ?? sorted[0] ?? null;
}

/** The most common of some lengths, to the point; of equals the least. */
function mostOf(lengths: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const one of lengths) counts.set(Math.round(one), (counts.get(Math.round(one)) ?? 0) + 1);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
  return most?.[0] ?? null;
}

/** Tells whether a piece is set in the middle of the area: away from both edges, as far from one as from the other. */
export function isInMiddle({ x1, x2 }: Piece, { left, right }: TextArea): boolean {
  const before = x1 - left;
  const after = right - x2;
  return before > INDENT && after > INDENT && Math.abs(before - after) < Math.max(6, (right - left) * 0.02);
}

/** Gathers lines into paragraphs, by where they begin and end, how far they are apart, and what they say. */
export function paragraphLines(pieces: readonly Piece[], area: TextArea): Lines[] {
  const out: [Piece, ...Piece[]][] = [];
  for (const piece of pieces) {
    const open = out.at(-1);
    if (open && isSameParagraph(open, piece, area)) open.push(piece);
    else out.push([piece]);
  }
  return out;
}

function isSameParagraph(open: Lines, next: Piece, area: TextArea): boolean {
  const last = open.at(-1) ?? open[0];
  const isFull = last.x2 + next.firstWord + 3 > area.right;
  if (next.y - last.y > APART * Math.max(area.pitch, next.size * 1.15)) return false;
  return isFull && !isOther(last, next, area) && isBelow(open, next, area);
}

/** Tells whether a paragraph that ended a page or a column goes on in the first line of the next. */
export function goesOnOverPage(open: Lines, next: Piece, before: TextArea, after: TextArea): boolean {
  const last = open.at(-1) ?? open[0];
  const isFull = last.x2 + next.firstWord + 3 > before.right;
  if (isOther(last, next, after) || !isFull || next.x1 - after.left > INDENT) return false;
  return goesOn(last.text, next.text, { width: last.text.length, isGap: false });
}

/** Tells whether a line stands alone: it is centred, or looks different throughout. */
function isOther(last: Piece, next: Piece, area: TextArea): boolean {
  if (isInMiddle(last, area) || isInMiddle(next, area) || Math.abs(last.size - next.size) > 1) return true;
  if ([APPENDIX, ATTACHED].some((pattern) => pattern.test(next.text))) return true;
  const looks = (piece: Piece) => piece.runs.every(({ look }) => look.bold);
  return looks(last) && !looks(next) && labelOf(last.text) !== null && labelOf(next.text) !== null;
}

/** A first line is indented, a second is not; where lines hang, they hang under each other. */
function isBelow(open: Lines, next: Piece, { left }: TextArea): boolean {
  const [first, second] = open;
  const last = open.at(-1) ?? first;
  const isUnderFirst = Math.abs(next.x1 - first.x1) <= EDGE;
  const isIndented = next.x1 - left > INDENT;
  const isNew = startsAnew(last.text, next.text) && (isUnderFirst || isIndented || isCapitals(next));
  if (isNew) return false;
  if (second) return Math.abs(next.x1 - second.x1) <= EDGE + 2;
  return !(isUnderFirst && isIndented) || /^[\p{Ll}\d(]/u.test(next.text);
}
