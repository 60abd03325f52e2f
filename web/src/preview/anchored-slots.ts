import { writeParagraphs, writeRow } from '#render/markup.ts';
import type { SectionXml } from '#render/shell-parts.ts';
import { createSlots, type Slots } from '#render/slots.ts';
import { layRows } from '#render/table-view.ts';
import { SLOT } from '#render/view.ts';
import type { AnchorsOfParts } from './anchors.ts';

/** Target of the processing instructions that name the field which the next element shows. */
export const ANCHOR_TARGET = 'anchor';

/** Target of the processing instruction that stands for rows that are not drawn; it holds their number. */
export const CUT_TARGET = 'rows-left-out';

/** Most rows of one table that the preview draws; a longer table ends with a line that says so. */
export const MAX_DRAWN_ROWS = 1000;

/**
 * Slots that write the file's paragraphs and rows, each after a processing instruction with its anchor. So what is
 * drawn can be led back to the data.
 */
export function anchoredSlots(sections: SectionXml, anchors: AnchorsOfParts): Slots {
  const plain = createSlots(sections);
  const fillings: Array<(write: (piece: string) => void) => void> = [];
  const slot = (filling: (write: (piece: string) => void) => void): string => {
    fillings.push(filling);
    return `${SLOT}+${fillings.length - 1}${SLOT}`;
  };
  return {
    section: plain.section,
    use: plain.use,
    optionalStyles: plain.optionalStyles,
    paragraphs: (paragraphs) =>
      slot((write) => {
        for (const paragraph of paragraphs) {
          const anchor = paragraph.part && anchors.part(paragraph.part);
          if (anchor) write(`<?${ANCHOR_TARGET} ${anchor}?>`);
          writeParagraphs([paragraph], write);
        }
      }),
    rows: (table, widths, keepLast) =>
      slot((write) => {
        const anchor = anchors.table(table);
        const drawn =
          table.rows.length > MAX_DRAWN_ROWS ? { ...table, rows: table.rows.slice(0, MAX_DRAWN_ROWS) } : table;
        let index = 0;
        layRows(drawn, widths, keepLast, (row) => {
          if (anchor) write(`<?${ANCHOR_TARGET} ${anchor}/rows/${index}?>`);
          index += 1;
          writeRow(row, write);
        });
        if (drawn !== table) write(`<?${CUT_TARGET} ${table.rows.length - MAX_DRAWN_ROWS}?>`);
      }),
    fill(outline, write) {
      plain.fill(
        outline.replace(new RegExp(`${SLOT}\\+(\\d+)${SLOT}`, 'g'), (_, index: string) => {
          let xml = '';
          fillings[Number(index)]?.((piece) => {
            xml += piece;
          });
          return xml;
        }),
        write,
      );
    },
  };
}
