import type { PlainRun } from '../plain/plain-block.ts';
import type { PageRule, TextItem } from './page-text.ts';

/** Words that stand side by side on one line, near to each other. Lengths are points. */
export interface Piece {
  readonly text: string;
  readonly runs: readonly PlainRun[];
  readonly x1: number;
  readonly x2: number;
  /** The baseline, from the page's top. */
  readonly y: number;
  readonly size: number;
  /** Width of its first word. */
  readonly firstWord: number;
}

/** Distance of baselines within one line, as a share of the size. */
const LEVEL_SHARE = 0.3;
/** Space between words, and between columns, as shares of the size. */
const WORD_SHARE = 0.12;
const COLUMN_SHARE = 2.2;
/** Letters may reach so far over a wall, in points. */
const WALL = 2;
/** The same words printed twice, this near to each other, are bold made by printing twice. */
const TWICE = 1.5;
/** The second printing follows soon after the first. */
const RECENT = 200;

/** The pieces of a page's lines, from top to bottom and left to right; an upright line parts what stands beside it. */
export function piecesOf(items: readonly TextItem[], rules: readonly PageRule[]): Piece[] {
  const walls = rules.filter(({ x1, x2, y1, y2 }) => y2 - y1 > x2 - x1);
  return levelsOf(withoutTwice(items)).flatMap((level) => cut(level, walls).map(pieceOf));
}

function withoutTwice(items: readonly TextItem[]): TextItem[] {
  const seen = new Map<string, TextItem[]>();
  return items.filter((item) => {
    const same = seen.get(item.text) ?? [];
    if (same.slice(-RECENT).some((other) => Math.abs(other.x - item.x) < TWICE && Math.abs(other.y - item.y) < TWICE))
      return false;
    same.push(item);
    seen.set(item.text, same);
    return true;
  });
}

function levelsOf(items: readonly TextItem[]): TextItem[][] {
  const levels: TextItem[][] = [];
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    const last = levels.at(-1);
    const isLevel = last?.[0] && item.y - last[0].y <= LEVEL_SHARE * Math.max(item.size, last[0].size);
    if (isLevel) last.push(item);
    else levels.push([item]);
  }
  return levels;
}

/** A level cut where a column ends. */
function cut(level: readonly TextItem[], walls: readonly PageRule[]): TextItem[][] {
  const pieces: TextItem[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  const sorted = [...level].sort((a, b) => a.x - b.x);
  for (const [i, item] of sorted.entries()) {
    const last = pieces.at(-1);
    const isNear = item.x - end <= COLUMN_SHARE * item.size && !beginsRight(sorted.slice(i));
    if (last && isNear && !walls.some((wall) => isBetween(wall, end, item))) last.push(item);
    else pieces.push([item]);
    end = Math.max(item.x + item.width, last && pieces.at(-1) === last ? end : Number.NEGATIVE_INFINITY);
  }
  return pieces;
}

/** The Quốc hiệu and the Tiêu ngữ begin the right column, however near an organ's long name comes. */
function beginsRight(items: readonly TextItem[]): boolean {
  const text = items.map((item) => item.text).join('');
  return /^CỘNG(?:HÒA|HOÀ)XÃHỘI|^Độclập[-–]Tựdo/u.test(text.slice(0, 60).replace(/\s/g, ''));
}

function isBetween(wall: PageRule, end: number, { x, y, size }: TextItem): boolean {
  const height = y - size * 0.3;
  return wall.x1 > end - WALL && wall.x1 < x + WALL && wall.y1 <= height && wall.y2 >= height;
}

function pieceOf(items: readonly TextItem[]): Piece {
  const runs: { text: string; readonly look: PlainRun['look'] }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { text, x, width, size, bold, italic } of items) {
    const last = runs.at(-1);
    const isApart = last && x - end > WORD_SHARE * size && !/\s$/.test(last.text) && !/^\s/.test(text);
    const look = { bold, italic, sizePt: Math.round(size * 2) / 2 };
    const said = isApart ? ` ${text}` : text;
    const isSame = last?.look.bold === bold && last.look.italic === italic && last.look.sizePt === look.sizePt;
    if (last && isSame) last.text += said;
    else runs.push({ text: said, look });
    end = x + width;
  }
  const text = runs.map((run) => run.text).join('');
  const x1 = items[0]?.x ?? 0;
  const size = Math.max(...items.map((item) => item.size));
  const word = /^\s*\S+/.exec(text)?.[0].length ?? 0;
  const firstWord = ((end - x1) * word) / Math.max(1, text.length);
  return { text: text.trim(), runs, x1, x2: end, y: items[0]?.y ?? 0, size, firstWord };
}
