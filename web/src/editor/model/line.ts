import type { Node } from 'prosemirror-model';
import type { InlineText } from '#document/schemas/inline.schema.ts';
import { LEVEL_TRAITS } from '#document/schemas/level-traits.ts';
import { LEVELS, type Level } from '#document/schemas/part.schema.ts';
import type { Table } from '#document/schemas/table.schema.ts';

/** Attributes of a line: those of the part that it prints, or prints a piece of. */
export interface LineAttrs {
  readonly id: string | null;
  readonly level: Level;
  /** Count of parts around it. */
  readonly depth: number;
  readonly runIn: boolean;
  /** The text of the part whose title is the line before: no part of its own. */
  readonly cont: boolean;
  /** Made here and not read from the data: an empty one is no part. */
  readonly fresh: boolean;
  /** Further data of the part: origin, and whatever the schema gains. */
  readonly rest: Readonly<Record<string, unknown>>;
  /** Text as it was read: it is written back letter for letter while its line says the same. */
  readonly source: InlineText | null;
}

/** Attributes of a line that is a table. */
export interface GridAttrs extends LineAttrs {
  readonly table: Table;
}

/** Attributes of a line that is typed here. */
export const FRESH: LineAttrs = {
  id: null,
  level: 'paragraph',
  depth: 0,
  runIn: false,
  cont: false,
  fresh: true,
  rest: {},
  source: null,
};

/** The attributes of a line's node. */
export function lineAttrs(node: Node): LineAttrs {
  const { id, level, depth, runIn, cont, fresh, rest, source } = node.attrs;
  return { id, level, depth, runIn, cont, fresh, rest, source };
}

/** The table of a line's node. */
export function tableOf(node: Node): Table {
  return node.attrs.table;
}

const ORDER = new Map(LEVELS.map((level, index) => [level, index]));

/** Place of a level from the widest to the narrowest. */
export function orderOf(level: Level): number {
  return ORDER.get(level) ?? LEVELS.length;
}

const FREE: ReadonlySet<Level> = new Set(['paragraph', 'note', 'table']);

/** Tells whether parts of a level may stand anywhere and hold nothing. */
export function isFree(level: Level): boolean {
  return FREE.has(level);
}

/** Tells whether a part of a level may hold one of another. */
export function mayHold(above: Level, level: Level): boolean {
  const { holds } = LEVEL_TRAITS[above];
  return holds === 'all' ? orderOf(above) < orderOf(level) : holds.includes(level);
}

/** Tells whether a part of a level has a title, may have one, or has text alone. */
export function titleOf(level: Level): 'required' | 'optional' | 'none' {
  return LEVEL_TRAITS[level].title;
}
