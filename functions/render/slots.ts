import { isShared, oncePerPieceAndWay } from '#document/common-pieces.ts';
import type { Orientation } from '#document/schemas/appendix.schema.ts';
import type { Table } from '#document/schemas/table.schema.ts';
import type { ColumnLayout } from '#document/tables/column-layout.ts';
import type { WriteText } from '#package/deflate.ts';
import { writeParagraphs, writeRow } from './markup.ts';
import { isOptionalStyle, type StyleId, sized, TABLE_STYLES } from './optional-styles.ts';
import type { SectionXml } from './shell-parts.ts';
import { layRows } from './table-view.ts';
import { type ParagraphView, SLOT } from './view.ts';

/** The places in one file's outline that markup made elsewhere fills. */
export interface Slots {
  /** Slot of paragraphs. */
  readonly paragraphs: (paragraphs: readonly ParagraphView[]) => string;
  /** Slot of a table's rows; `keepLast` keeps the last on the page of what follows. */
  readonly rows: (table: Table, layout: ColumnLayout, keepLast: boolean) => string;
  /** Slot of a section's properties. */
  readonly section: (kind: keyof SectionXml, orientation: Orientation) => string;
  /** Notes a style that the outline itself names. */
  readonly use: (style: StyleId) => void;
  /** The styles in use that only some documents have. */
  readonly optionalStyles: ReadonlySet<string>;
  /** Writes the outline with its slots filled, piece by piece. */
  readonly fill: (outline: string, write: WriteText) => void;
}

/** Most rows of a table that documents have in common whose markup is kept. */
const MAX_KEPT_ROWS = 1000;

function writeRows(table: Table, layout: ColumnLayout, keepLast: boolean, write: WriteText): void {
  if (isShared(table) && table.rows.length <= MAX_KEPT_ROWS)
    for (const piece of (keepLast ? rowsToKeep : looseRows)(table, layout)) write(piece);
  else layRows(table, layout, keepLast, (row) => writeRow(row, write));
}

/** Markup of a table's rows in the pieces in which it is written: a long text is deflated in blocks that end between two. */
const looseRows = oncePerPieceAndWay((table: Table, layout: ColumnLayout) => piecesOf(table, layout, false));
const rowsToKeep = oncePerPieceAndWay((table: Table, layout: ColumnLayout) => piecesOf(table, layout, true));

function piecesOf(table: Table, layout: ColumnLayout, keepLast: boolean): readonly string[] {
  const pieces: string[] = [];
  layRows(table, layout, keepLast, (row) => writeRow(row, (piece) => void pieces.push(piece)));
  return pieces;
}

/** New slots for a file that is made in a shell. */
export function createSlots(sections: SectionXml): Slots {
  const fillings: Array<(write: WriteText) => void> = [];
  const slot = (filling: (write: WriteText) => void): string => {
    fillings.push(filling);
    return `${SLOT}${fillings.length - 1}${SLOT}`;
  };
  const optionalStyles = new Set<string>();
  const use = (style: StyleId): void => {
    if (isOptionalStyle(style)) optionalStyles.add(style);
  };
  return {
    use,
    optionalStyles,
    paragraphs: (paragraphs) => {
      for (const { style } of paragraphs) use(style);
      return slot((write) => writeParagraphs(paragraphs, write));
    },
    rows: (table, layout, keepLast) => {
      if (layout.sizePt !== 13) for (const style of TABLE_STYLES) use(sized(style, layout.sizePt));
      return slot((write) => writeRows(table, layout, keepLast, write));
    },
    section: (kind, orientation) => slot((write) => write(sections[kind][orientation])),
    fill(outline, write) {
      for (const [i, piece] of outline.split(SLOT).entries()) {
        if (i % 2 === 0) write(piece);
        else fillings[Number(piece)]?.(write);
      }
    },
  };
}
