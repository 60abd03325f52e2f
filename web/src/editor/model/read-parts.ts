import type { Node } from 'prosemirror-model';
import { z } from 'zod';
import { inlineText } from '#document/schemas/inline.schema.ts';
import { LEVELS } from '#document/schemas/part.schema.ts';
import type { Table } from '#document/schemas/table.schema.ts';
import { FRESH, type LineAttrs, titleOf } from './line.ts';
import { readInline } from './read-inline.ts';
import { schema } from './schema.ts';

/** A part as a draft may hold it: with holes, and with keys that the editor keeps without knowing them. */
export const draftPart = z.looseObject({
  id: z.string().optional(),
  level: z.enum(LEVELS),
  title: z.string().optional(),
  runIn: z.boolean().optional(),
  text: inlineText.or(z.literal('')).optional(),
  table: z.custom<Table>(isTable).optional(),
  get children() {
    return z.array(draftPart).optional();
  },
});

/** A part as a draft may hold it. */
export type DraftPart = z.infer<typeof draftPart>;

function isTable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('columns' in value) || !('rows' in value)) return false;
  return Array.isArray(value.columns) && Array.isArray(value.rows);
}

/** The lines of parts, in reading order. */
export function readParts(parts: readonly DraftPart[], depth = 0): Node[] {
  return parts.flatMap((part) => [...readPart(part, depth), ...readParts(part.children ?? [], depth + 1)]);
}

function readPart(part: DraftPart, depth: number): Node[] {
  const { id = null, level, title, runIn = false, text, table, children: _, ...rest } = part;
  const attrs: LineAttrs = { ...FRESH, id, level, depth, runIn, rest, fresh: false };
  const lines: Node[] = [];
  const push = (type: 'head' | 'para' | 'grid', more: object, content?: Node['content']) => {
    lines.push(schema.node(type, { ...attrs, ...more, cont: lines.length > 0 }, content));
  };
  if (title !== undefined)
    push('head', {}, title === '' ? undefined : schema.node('head', {}, schema.text(title)).content);
  if (text !== undefined) push('para', { source: text }, readInline(text));
  if (table !== undefined) push('grid', { table });
  if (lines.length === 0) push(titleOf(level) === 'required' ? 'head' : 'para', {});
  return lines;
}
