import type { Orientation } from '../document/appendix.schema.ts';
import type { Table } from '../document/table.schema.ts';
import { rowsXml } from './markup.ts';
import type { SectionXml } from './shell.ts';
import { rowBlocks } from './table-view.ts';
import { SLOT } from './view.ts';

/** Rows of one block: so few that what is made of them is still in the processor's cache when it goes into the deflate. */
const ROWS_PER_BLOCK = 50;

/** The places in one file's outline that markup made elsewhere fills. */
export interface Slots {
  /** Slot of a table's rows; `keepLast` keeps the last on the page of what follows. */
  readonly rows: (table: Table, widths: readonly number[], keepLast: boolean) => string;
  /** Slot of a section's properties. */
  readonly section: (kind: keyof SectionXml, orientation: Orientation) => string;
  /** The outline with its slots filled, piece by piece. */
  readonly fill: (outline: string) => Generator<string>;
}

/** New slots for a file that is made in a shell. */
export function createSlots(sections: SectionXml): Slots {
  const fillings: Array<() => Iterable<string>> = [];
  const slot = (filling: () => Iterable<string>): string => {
    fillings.push(filling);
    return `${SLOT}${fillings.length - 1}${SLOT}`;
  };
  return {
    rows: (table, widths, keepLast) => slot(() => rows(table, widths, keepLast)),
    section: (kind, orientation) => slot(() => [sections[kind][orientation]]),
    *fill(outline) {
      for (const [i, piece] of outline.split(SLOT).entries()) {
        if (i % 2 === 0) yield piece;
        else yield* fillings[Number(piece)]?.() ?? [];
      }
    },
  };
}

function* rows(table: Table, widths: readonly number[], keepLast: boolean): Generator<string> {
  for (const block of rowBlocks(table, widths, ROWS_PER_BLOCK, keepLast)) yield rowsXml(block);
}
