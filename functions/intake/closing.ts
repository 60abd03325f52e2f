import type { Part } from '#document/schemas/part.schema.ts';
import type { BodyItem } from '#read/elements/body-lines.ts';
import { linesIn } from '#read/elements/line.ts';

/** Openings of a plan's last sentence. */
const CLOSES = /^(?:Trên đây là|Trong quá trình|Yêu cầu|Đề nghị|Nhận được|Giao |Quá trình)/u;

/** Takes the last paragraph out of the parts where it closes the whole, and no part alone. */
export function withClosing(
  parts: readonly Part[],
  table: 'kept' | 'free' | null,
): { readonly parts: readonly Part[]; readonly closing: Part['text'] } {
  const last = parts.at(-1);
  if (!last || table === 'free') return { parts, closing: undefined };
  if (isPlain(last)) {
    const isAfterNumbers = parts.some(({ level }) => level !== 'paragraph' && level !== 'table' && level !== 'note');
    return isAfterNumbers ? { parts: parts.slice(0, -1), closing: last.text } : { parts, closing: undefined };
  }
  const below = lastBelow(last);
  if (!below || !(table === 'kept' || closes(below))) return { parts, closing: undefined };
  return { parts: [...parts.slice(0, -1), withoutLast(last)], closing: below.text };
}

function isPlain({ level, align, indent, children }: Part): boolean {
  return level === 'paragraph' && align === undefined && indent === undefined && children === undefined;
}

/** The last paragraph of a branch, where others stand before it: a branch is left with something. */
function lastBelow({ children = [], text }: Part): Part | null {
  const last = children.at(-1);
  if (!last) return null;
  if (isPlain(last)) return children.length > 1 || text !== undefined ? last : null;
  return lastBelow(last);
}

function withoutLast({ children = [], ...part }: Part): Part {
  const last = children.at(-1);
  const rest =
    last && isPlain(last) ? children.slice(0, -1) : [...children.slice(0, -1), ...(last ? [withoutLast(last)] : [])];
  return rest.length === 0 ? part : { ...part, children: rest };
}

function closes({ text }: Part): boolean {
  const first = Array.isArray(text) ? text[0] : text;
  return typeof first === 'string' && CLOSES.test(first);
}

/** Tells how the table above the last paragraph ends: its last row kept with a closing sentence; null without a table. */
export function tableAboveLast(items: readonly BodyItem[]): 'kept' | 'free' | null {
  const [before, last] = items.slice(-2);
  if (before?.kind !== 'table' || last?.kind !== 'line') return null;
  const row = before.table.rows.at(-1);
  const lines = linesIn(row?.cells.flatMap(({ blocks }) => blocks) ?? []);
  return lines.length > 0 && lines.every(({ paragraph }) => paragraph.format.props.keepNext) ? 'kept' : 'free';
}
