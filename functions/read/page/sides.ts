import { isAuthority } from '../elements/foot.ts';
import {
  ADDRESSED,
  BASIS,
  isMotto,
  isNationalName,
  printedCode,
  printedDate,
  RECIPIENTS,
  typeNamed,
} from '../elements/patterns.ts';
import type { Piece } from './text-lines.ts';

/** Pieces that stand side by side in two columns without lines: the head, or the foot. */
export interface Sides {
  readonly kind: 'head' | 'foot';
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
}

/** Parts of a page in reading order: full lines, or two columns. */
export type Stretch = { readonly kind: 'lines'; readonly pieces: readonly Piece[] } | Sides;

/** Lines above "Nơi nhận" within which a signer's first line stands. */
const ABOVE_LINES = 2.5;

/** Parts a page's pieces into head, text and foot. */
export function stretchesOf(pieces: readonly Piece[], width: number): Stretch[] {
  const head = headOf(pieces);
  const rest = head ? pieces.filter((piece) => !head.left.includes(piece) && !head.right.includes(piece)) : pieces;
  const foot = footOf(rest, width);
  const before = foot
    ? rest.filter((piece) => !foot.left.includes(piece) && !foot.right.includes(piece) && piece.y < foot.top)
    : rest;
  const after = foot
    ? rest.filter((piece) => !foot.left.includes(piece) && !foot.right.includes(piece) && !before.includes(piece))
    : [];
  return [...(head ? [head] : []), lines(before), ...(foot ? [foot] : []), lines(after)];
}

function lines(pieces: readonly Piece[]): Stretch {
  return { kind: 'lines', pieces };
}

/** The head's two columns: what stands beside the Quốc hiệu, down to the number and the day, with a letter's trích yếu. */
function headOf(pieces: readonly Piece[]): Sides | null {
  const nation = pieces.find(({ text }) => isNationalName(text));
  if (!nation || pieces.slice(0, 12).every((piece) => piece !== nation)) return null;
  const others = pieces.filter(
    (piece) => piece !== nation && Math.abs(piece.y - nation.y) < 20 && piece.x2 < nation.x1,
  );
  if (others.length === 0) return null;
  const gutter = (Math.max(...others.map(({ x2 }) => x2)) + nation.x1) / 2;
  const left: Piece[] = [];
  const right: Piece[] = [];
  let isDone = false;
  for (const piece of pieces) {
    const isRight = piece.x1 >= gutter - 2;
    const isAcross = piece.x1 < gutter - 12 && piece.x2 > gutter + 12;
    const isText = typeNamed(piece.text) !== null || ADDRESSED.test(piece.text) || BASIS.test(piece.text);
    if ((isAcross && printedDate(piece.text) === null) || isText || (isDone && isRight)) break;
    (isRight || isNationalName(piece.text) || isMotto(piece.text) || isDay(piece) ? right : left).push(piece);
    isDone = right.some(isDay) && left.some(({ text }) => printedCode(text) !== null);
  }
  return { kind: 'head', left, right };
}

function isDay({ text }: Piece): boolean {
  return printedDate(text) !== null;
}

/** The foot's two columns: from Nơi nhận, or the signer's first line beside it, down to the page's end. */
function footOf(pieces: readonly Piece[], width: number): (Sides & { readonly top: number }) | null {
  const label = pieces.find(({ text }) => RECIPIENTS.test(text) && text.length < 40);
  if (!label) return null;
  const signer = pieces.filter(
    ({ text, x1, y, size }) => x1 > width * 0.4 && isAuthority(text) && y > label.y - ABOVE_LINES * 1.3 * size,
  );
  const top = Math.min(label.y, ...signer.map(({ y }) => y)) - 2;
  const gutter = Math.min(...signer.map(({ x1 }) => x1), width * 0.55);
  const below = pieces.filter(({ y }) => y >= top);
  const end = below.find(({ text, y }) => y > label.y && /^Phụ\s+lục/iu.test(text))?.y ?? Number.POSITIVE_INFINITY;
  const inside = below.filter(({ y }) => y < end);
  const isLeft = ({ x1, x2 }: Piece) => x1 < width * 0.4 && x1 < gutter - 5 && (x1 + x2) / 2 < width * 0.55;
  return { kind: 'foot', top, left: inside.filter(isLeft), right: inside.filter((piece) => !isLeft(piece)) };
}
