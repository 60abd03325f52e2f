import type { PageRule } from '#read/page/page-text.ts';

/** A matrix of a page's space: a b c d e f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** Names of the pdf.js operators that this room reads. */
export interface OperatorNames {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly stroke: number;
  readonly closeStroke: number;
  readonly fill: number;
  readonly eoFill: number;
  readonly fillStroke: number;
  readonly eoFillStroke: number;
  readonly paintImageXObject: number;
  readonly paintInlineImageXObject: number;
  readonly paintImageMaskXObject: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
}

/** A page's operators, as pdf.js lists them. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Thickest filled box that is a line, and how far from level a line may lie, in points. */
const THICK = 3;
const SKEW = 0.8;
/** Shortest line that is one. */
const SHORT = 4;
/** Most lines of a page: more is a drawing. */
const MAX_RULES = 2_000;

/** The level and upright lines that a page draws, and how many pictures it shows. */
export function drawnLines(
  { fnArray, argsArray }: Operators,
  ops: OperatorNames,
  base: Matrix,
): { readonly rules: readonly PageRule[]; readonly pictures: number } {
  const rules: PageRule[] = [];
  const stack: Matrix[] = [];
  let matrix = base;
  let pictures = 0;
  const images = new Set([ops.paintImageXObject, ops.paintInlineImageXObject, ops.paintImageMaskXObject]);
  for (const [i, op] of fnArray.entries()) {
    const args = argsArray[i];
    if (op === ops.save || op === ops.paintFormXObjectBegin) stack.push(matrix);
    if (op === ops.restore || op === ops.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    if (op === ops.transform) matrix = times(matrix, matrixOf(args));
    if (op === ops.paintFormXObjectBegin) matrix = times(matrix, matrixOf(Array.isArray(args) ? args[0] : null));
    if (images.has(op)) pictures += 1;
    if (op === ops.constructPath && rules.length < MAX_RULES) rules.push(...rulesOf(args, ops, matrix));
  }
  return { rules, pictures };
}

/** A point moved by a matrix. */
export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The matrix that does the second, then the first. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [x, y] = moved(outer, e, f);
  const [A, B, C, D] = outer;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, x, y];
}

/** A matrix out of what pdf.js gives; no change where it is none. */
export function matrixOf(given: unknown): Matrix {
  const [a, b, c, d, e, f] = numbersOf(given);
  return f === undefined ? [1, 0, 0, 1, 0, 0] : [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f];
}

function numbersOf(given: unknown): number[] {
  if (given instanceof Float32Array || given instanceof Float64Array) return [...given];
  return Array.isArray(given) ? given.filter((one) => typeof one === 'number') : [];
}

/** Lines of a painted path; a thin filled box is one, and the edges of a stroked box are four. */
function rulesOf(args: unknown, ops: OperatorNames, matrix: Matrix): PageRule[] {
  if (!Array.isArray(args)) return [];
  const [paint, data] = args;
  const isStroked = [ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke].includes(paint);
  if (!isStroked && ![ops.fill, ops.eoFill].includes(paint)) return [];
  const shapes = shapesOf(numbersOf(Array.isArray(data) ? data[0] : data)).map((points) =>
    points.map(([x, y]) => moved(matrix, x, y)),
  );
  return shapes.flatMap((points) => (isStroked ? edges(points) : thinBox(points)));
}

type Point = readonly [number, number];

/** Points of each part of a path: 0 moves, 1 draws a line, 2 and 3 a curve, 4 closes. */
function shapesOf(path: readonly number[]): Point[][] {
  const shapes: Point[][] = [];
  for (let i = 0; i < path.length; ) {
    const kind = path[i] ?? 4;
    const count = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2;
    const point: Point = [path[i + count - 1] ?? 0, path[i + count] ?? 0];
    const last = shapes.at(-1);
    if (kind === 0) shapes.push([point]);
    else if (kind === 4 && last?.[0]) last.push(last[0]);
    else last?.push(point);
    i += 1 + count;
  }
  return shapes;
}

function edges(points: readonly Point[]): PageRule[] {
  return points.slice(1).flatMap(([x2, y2], i): PageRule[] => {
    const [x1, y1] = points[i] ?? [x2, y2];
    return straight({ x1: Math.min(x1, x2), y1: Math.min(y1, y2), x2: Math.max(x1, x2), y2: Math.max(y1, y2) });
  });
}

function straight(rule: PageRule): PageRule[] {
  const width = rule.x2 - rule.x1;
  const height = rule.y2 - rule.y1;
  return Math.min(width, height) <= SKEW && Math.max(width, height) >= SHORT ? [rule] : [];
}

function thinBox(points: readonly Point[]): PageRule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x1, x2] = [Math.min(...xs), Math.max(...xs)];
  const [y1, y2] = [Math.min(...ys), Math.max(...ys)];
  if (y2 - y1 <= THICK && x2 - x1 > y2 - y1) return straight({ x1, x2, y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 });
  if (x2 - x1 <= THICK) return straight({ y1, y2, x1: (x1 + x2) / 2, x2: (x1 + x2) / 2 });
  return [];
}
