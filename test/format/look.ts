import type { Block, Border, Paragraph } from '../support/docx-reader/types.ts';
import { mmOfTwips } from '../support/docx-reader/units.ts';
import type { Placed } from '../support/docx-reader/walk.ts';
import { type FormatFile, mainText, reading, readText } from './format-file.ts';

/** The look that a row of the table asks for. */
export interface Look {
  readonly sizePt?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly alignment?: string;
}

/** A finding about a paragraph. */
export function about(paragraph: Paragraph, what: string): string {
  return `“${readText({ paragraph }).slice(0, 60)}”: ${what}`;
}

/**
 * Differences of a paragraph from the look that it should have; text is never underlined, raised or in small capitals.
 */
export function lookFindings(paragraph: Paragraph, want: Look): string[] {
  const runs = paragraph.runs.filter((run) => run.text.trim() !== '' || run.field);
  const differing = runs.flatMap(({ format, text }) => [
    ...(['sizePt', 'bold', 'italic'] as const).flatMap((name) =>
      want[name] === undefined || format[name] === want[name]
        ? []
        : [`${name} is ${format[name]}, not ${want[name]}, in “${text.slice(0, 30)}”`],
    ),
    ...(format.underline === 'none' ? [] : [`underlined: “${text}”`]),
    ...(format.positionPt === 0 && !format.smallCaps && !format.strike ? [] : [`out of line: “${text}”`]),
  ]);
  const { alignment } = paragraph.format;
  const aligned =
    want.alignment === undefined || alignment === want.alignment ? [] : [`${alignment}, not ${want.alignment}`];
  return [...new Set([...differing, ...aligned])].map((what) => about(paragraph, what));
}

/** Checks the one paragraph of the document itself that reads as wanted; says so where there is none or more than one. */
export function theOne(file: FormatFile, wanted: string | RegExp, check: (placed: Placed) => string[]): string[] {
  const found = reading(mainText(file), wanted);
  const [first] = found;
  return first && found.length === 1 ? check(first) : [`${found.length} paragraphs read ${wanted}, not one`];
}

/** Position of a paragraph across the page, in millimetres from the left edge of the page. */
export function extentMm({ room, format }: Paragraph): {
  readonly left: number;
  readonly right: number;
  readonly centre: number;
} {
  const left = mmOfTwips(room.leftTw + format.leftTw);
  const right = mmOfTwips(room.leftTw + room.widthTw - format.rightTw);
  return { left, right, centre: (left + right) / 2 };
}

/** Least space between a paragraph and the next, in points: the larger of the two, none where both styles join. */
export function gapPt(before: Paragraph, after: Paragraph): number {
  const joined = before.styleName === after.styleName;
  const own = joined && before.format.contextualSpacing ? 0 : before.format.afterPt;
  const next = joined && after.format.contextualSpacing ? 0 : after.format.beforePt;
  return Math.max(own, next);
}

/** A line drawn under a text: length and middle in millimetres, and how it is drawn. */
export interface DrawnLine {
  readonly lengthMm: number;
  readonly centreMm: number;
  readonly border: Border;
}

function siblings(
  blocks: readonly Block[],
  paragraph: Paragraph,
): { readonly list: readonly Block[]; readonly at: number } | null {
  const at = blocks.indexOf(paragraph);
  if (at >= 0) return { list: blocks, at };
  for (const block of blocks) {
    if (block.kind === 'paragraph') continue;
    for (const row of block.rows)
      for (const cell of row.cells) {
        const found = siblings(cell.blocks, paragraph);
        if (found) return found;
      }
  }
  return null;
}

/** Paragraph right after one in its cell or section; in the next row of its column where its cell ends. */
export function following(blocks: readonly Block[], { paragraph, cells }: Placed): Block | null {
  const place = siblings(blocks, paragraph);
  const next = place?.list[place.at + 1];
  const inner = cells.at(-1);
  if (next || !inner) return next ?? null;
  const below = inner.table.rows[inner.rowIndex + 1]?.cells.find(({ column }) => column === inner.cell.column);
  return below?.blocks[0] ?? null;
}

/** The line under a paragraph: its own lower border, or that of an empty paragraph right after it. Null: there is none. */
export function lineUnder(blocks: readonly Block[], placed: Placed): DrawnLine | null {
  const drawn = (paragraph: Paragraph, border: Border | undefined): DrawnLine | null => {
    const { left, right, centre } = extentMm(paragraph);
    return border ? { lengthMm: right - left, centreMm: centre, border } : null;
  };
  const own = drawn(placed.paragraph, placed.paragraph.format.borders.bottom);
  if (own) return own;
  const next = following(blocks, placed);
  if (next?.kind !== 'paragraph' || next.text.trim() !== '') return null;
  return drawn(next, next.format.borders.top ?? next.format.borders.bottom);
}
