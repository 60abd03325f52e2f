import type { Level } from '#document/schemas/part.schema.ts';
import type { Table } from '#document/schemas/table.schema.ts';
import type { Run } from '#document/text/runs.ts';

/** What a clipboard holds, as lines of ours: a text with its level, or a table. */
export type PastedBlock =
  | { readonly kind: 'line'; readonly level: Level; readonly runs: readonly Run[] }
  | { readonly kind: 'table'; readonly table: Table };
