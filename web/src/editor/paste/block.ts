import type { Level } from '#document/schemas/part.schema.ts';
import type { Table } from '#document/schemas/table.schema.ts';
import type { Run } from '#document/text/runs.ts';

/** A pasted line of text. */
export interface PastedLine {
  readonly kind: 'line';
  readonly level: Level;
  readonly runs: readonly Run[];
  /** `title`: a part's title; `lead`: one that its text follows in the same line; `text`: the text of the title before. */
  readonly as?: 'title' | 'lead' | 'text';
}

/** Pasted content as our lines: a text with its level, or a table. */
export type PastedBlock = PastedLine | { readonly kind: 'table'; readonly table: Table };

/** The text of a block; empty for a table. */
export function blockText(block: PastedBlock): string {
  return block.kind === 'line' ? block.runs.map(({ text }) => text).join('') : '';
}
