import type { Orientation } from '../document/appendix.schema.ts';
import type { Table } from '../document/table.schema.ts';
import { paragraphPieces, rowPieces } from './markup.ts';
import type { SectionXml } from './shell.ts';
import { rowBlocks } from './table-view.ts';
import { type ParagraphView, SLOT } from './view.ts';

/** Rows of one block: so few that what is made of them is still in the processor's cache when it goes into the deflate. */
const ROWS_PER_BLOCK = 50;

/** The places in one file's outline that markup made elsewhere fills. */
export interface Slots {
  /** Slot of paragraphs. */
  readonly paragraphs: (paragraphs: readonly ParagraphView[]) => string;
  /** Slot of a table's rows; `keepLast` keeps the last on the page of what follows. */
  readonly rows: (table: Table, widths: readonly number[], keepLast: boolean) => string;
  /** Slot of a section's properties. */
  readonly section: (kind: keyof SectionXml, orientation: Orientation) => string;
  /** The outline with its slots filled: blocks of pieces, which make the text when they are put together. */
  readonly fill: (outline: string) => Generator<readonly string[]>;
}

/** New slots for a file that is made in a shell. */
export function createSlots(sections: SectionXml): Slots {
  const fillings: Array<() => Iterable<readonly string[]>> = [];
  const slot = (filling: () => Iterable<readonly string[]>): string => {
    fillings.push(filling);
    return `${SLOT}${fillings.length - 1}${SLOT}`;
  };
  return {
    paragraphs: (paragraphs) => slot(() => [paragraphPieces(paragraphs)]),
    rows: (table, widths, keepLast) => slot(() => rows(table, widths, keepLast)),
    section: (kind, orientation) => slot(() => [[sections[kind][orientation]]]),
    *fill(outline) {
      for (const [i, piece] of outline.split(SLOT).entries()) {
        if (i % 2 === 0) yield [piece];
        else yield* fillings[Number(piece)]?.() ?? [];
      }
    },
  };
}

function* rows(table: Table, widths: readonly number[], keepLast: boolean): Generator<readonly string[]> {
  for (const block of rowBlocks(table, widths, ROWS_PER_BLOCK, keepLast)) yield rowPieces(block);
}
