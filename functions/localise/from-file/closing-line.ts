import type { InlineText } from '#document/schemas/inline.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';

/** Id of the closing sentence while it is compared as the last part of a body. */
export const CLOSING_LINE = 'loi-ket';

/** A body whose closing sentence is its last part: a file does not say whether it closes the whole or its last branch. */
export function withClosingLine(body: readonly Part[], closing: InlineText | undefined, isWanted: boolean): Part[] {
  if (closing !== undefined) return [...body, { id: CLOSING_LINE, level: 'paragraph', text: closing }];
  const last = isWanted ? lastLine(body) : null;
  return last ? [...withoutLast(body), { ...last, id: CLOSING_LINE }] : [...body];
}

/** The last paragraph of a body's last branch. */
function lastLine(parts: readonly Part[]): Part | null {
  const last = parts.at(-1);
  if (!last) return null;
  if (last.children) return lastLine(last.children);
  return last.level === 'paragraph' ? last : null;
}

function withoutLast(parts: readonly Part[]): Part[] {
  const last = parts.at(-1);
  if (!last?.children) return parts.slice(0, -1);
  const { children, ...own } = last;
  const rest = withoutLast(children);
  return [...parts.slice(0, -1), rest.length > 0 ? { ...own, children: rest } : own];
}
