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
      return slot((write) => layRows(table, layout, keepLast, (row) => writeRow(row, write)));
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
