import type { PageRule } from './page-text.ts';

/** A grid that lines draw: where its columns and rows begin and end, and which of its places are one cell. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** A cell with the places that it takes. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** Lines this near to each other are one, or meet. */
const NEAR = 3;
/** Most columns and rows of a grid on one page: more is a drawing. */
const MAX_COLUMNS = 63;
const MAX_ROWS = 200;

/** The grids of a page: lines that meet, at least two level and two upright. */
export function gridsOf(rules: readonly PageRule[]): Grid[] {
  return groupsOf(rules).flatMap((group) => {
    const level = group.filter(isLevel);
    const upright = group.filter((rule) => !isLevel(rule));
    const xs = places(upright.map(({ x1 }) => x1));
    const ys = places(level.map(({ y1 }) => y1));
    if (xs.length < 2 || ys.length < 2 || xs.length > MAX_COLUMNS + 1 || ys.length > MAX_ROWS + 1) return [];
    return [{ xs, ys, cells: cellsOf(xs, ys, level, upright) }];
  });
}

/** Tells whether a line lies level. */
export function isLevel({ x1, x2, y1, y2 }: PageRule): boolean {
  return x2 - x1 > y2 - y1;
}

function groupsOf(rules: readonly PageRule[]): PageRule[][] {
  let groups: PageRule[][] = [];
  for (const rule of rules) {
    const meets = groups.filter((group) => group.some((other) => touch(rule, other)));
    groups = [...groups.filter((group) => !meets.includes(group)), [rule, ...meets.flat()]];
  }
  return groups;
}

function touch(a: PageRule, b: PageRule): boolean {
  return a.x1 <= b.x2 + NEAR && b.x1 <= a.x2 + NEAR && a.y1 <= b.y2 + NEAR && b.y1 <= a.y2 + NEAR;
}

function places(given: readonly number[]): number[] {
  const out: number[] = [];
  for (const one of [...given].sort((a, b) => a - b)) if (one - (out.at(-1) ?? -99) > NEAR) out.push(one);
  return out;
}

function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  level: readonly PageRule[],
  upright: readonly PageRule[],
): GridCell[] {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  for (let row = 0; row + 1 < ys.length; row++) {
    for (let column = 0; column + 1 < xs.length; column++) {
      if (taken.has(`${row} ${column}`)) continue;
      const colSpan = spanOf(xs, column, (at) => hasUpright(upright, xs[at], middle(ys, row)));
      const rowSpan = spanOf(ys, row, (at) => hasLevel(level, ys[at], middle(xs, column)));
      for (let i = row; i < row + rowSpan; i++) for (let j = column; j < column + colSpan; j++) taken.add(`${i} ${j}`);
      cells.push({ row, column, rowSpan, colSpan });
    }
  }
  return cells;
}

/** Counts the places up to the next line between them. */
function spanOf(places: readonly number[], from: number, isParted: (at: number) => boolean): number {
  let end = from + 1;
  while (end < places.length - 1 && !isParted(end)) end += 1;
  return end - from;
}

function middle(places: readonly number[], at: number): number {
  return ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2;
}

function hasUpright(rules: readonly PageRule[], x = 0, y = 0): boolean {
  return rules.some((rule) => Math.abs(rule.x1 - x) <= NEAR && rule.y1 - NEAR <= y && y <= rule.y2 + NEAR);
}

function hasLevel(rules: readonly PageRule[], y = 0, x = 0): boolean {
  return rules.some((rule) => Math.abs(rule.y1 - y) <= NEAR && rule.x1 - NEAR <= x && x <= rule.x2 + NEAR);
}
