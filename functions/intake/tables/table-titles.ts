import type { Table } from '#document/schemas/table.schema.ts';
import type { BodyItem, BodyLine } from '#read/elements/body-lines.ts';
import { isBold, isCentred } from '#read/elements/line.ts';
import { markedText } from '../marked-text.ts';

/** A table of a body with the lines above it that are its own. */
export type TitledItem = BodyItem & { readonly titles?: Pick<Table, 'caption' | 'unitLine'> };

const UNIT_LINE = /^\(?(?:Đơn vị(?: tính)?|ĐVT)\s*:/iu;

/** Gives tables the name above them ("Bảng 1. …", bold in the middle) and the line of units under that. */
export function withTableTitles(items: readonly BodyItem[]): TitledItem[] {
  const out: TitledItem[] = [];
  for (const item of items) {
    if (item.kind === 'line') {
      out.push(item);
      continue;
    }
    const unit = taken(out, isUnitLine);
    const caption = taken(out, isCaption);
    const titles = {
      ...(caption ? { caption: markedText(caption.line.runs, { bold: true, italic: false }) } : {}),
      ...(unit ? { unitLine: markedText(unit.line.runs, { bold: false, italic: true }) } : {}),
    };
    out.push(caption || unit ? { ...item, titles } : item);
  }
  return out;
}

/** Takes the last line off where it is what is looked for. */
function taken(items: TitledItem[], is: (line: BodyLine) => boolean): BodyLine | null {
  const last = items.at(-1);
  if (last?.kind !== 'line' || last.level !== 'paragraph' || !is(last)) return null;
  items.pop();
  return last;
}

function isUnitLine({ line }: BodyLine): boolean {
  return UNIT_LINE.test(line.text);
}

function isCaption({ line }: BodyLine): boolean {
  return isCentred(line) && isBold(line) && line.text.length > 0;
}
