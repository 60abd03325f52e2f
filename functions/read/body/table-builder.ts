import { isSeen } from '../formatting/paragraph-props.ts';
import { ReadError } from '../problems/read-error.ts';
import { child, childrenOf, numberOf, switchOf, twipsOf, valOf, type XmlNode } from '../xml/xml-node.ts';
import type { Block, ReadTable, TableCell, TableRow } from './model.ts';

/** Most cells of a row; Word itself takes 63. */
const MAX_CELLS = 200;

/** A table while it is read. */
export interface TableBuilder {
  readonly styleId: string | undefined;
  props(name: string, node: XmlNode): void;
  openRow(): void;
  addCell(blocks: readonly Block[]): void;
  closeRow(): void;
  result(): ReadTable;
}

/** A builder of the table that begins on a page, in a section. */
export function tableBuilder(
  page: number,
  section: number,
  styleHasBorders: (id: string | undefined) => boolean,
  rejectsChanges: boolean,
): TableBuilder {
  const rows: TableRow[] = [];
  let styleId: string | undefined;
  let gridTwips: number[] = [];
  let borders: XmlNode | undefined;
  let cells: TableCell[] = [];
  let column = 0;
  let rowProps: XmlNode | undefined;
  let cellProps: XmlNode | undefined;
  return {
    get styleId() {
      return styleId;
    },
    props(name, node) {
      if (name === 'w:tblPr') {
        styleId = valOf(node, 'w:tblStyle');
        borders = child(node, 'w:tblBorders');
      } else if (name === 'w:tblGrid') {
        gridTwips = childrenOf(node, 'w:gridCol').map(({ attributes }) => twipsOf(attributes['w:w']) ?? 0);
      } else if (name === 'w:trPr') {
        rowProps = node;
        column = numberOf(valOf(node, 'w:gridBefore')) ?? 0;
      } else if (name === 'w:tcPr') {
        cellProps = node;
      }
    },
    openRow() {
      cells = [];
      column = 0;
      rowProps = undefined;
    },
    addCell(blocks) {
      if (cells.length >= MAX_CELLS) throw new ReadError('TABLE_TOO_WIDE', { max: MAX_CELLS });
      const colSpan = Math.max(1, Math.min(numberOf(valOf(cellProps, 'w:gridSpan')) ?? 1, 100));
      const merge = child(cellProps, 'w:vMerge');
      cells.push({
        blocks,
        column,
        colSpan,
        merge: merge ? (merge.attributes['w:val'] === 'restart' ? 'start' : 'continue') : 'none',
        widthTwips: twipsOf(child(cellProps, 'w:tcW')?.attributes['w:w']) ?? null,
        hasBorder: child(cellProps, 'w:tcBorders')?.children.some(isSeen) ?? false,
      });
      column += colSpan;
      cellProps = undefined;
    },
    closeRow() {
      const isDeleted = child(rowProps, rejectsChanges ? 'w:ins' : 'w:del') !== undefined;
      const isHeader = switchOf(rowProps, 'w:tblHeader') ?? false;
      if (!isDeleted) rows.push({ cells, isHeader, mayBreak: !(switchOf(rowProps, 'w:cantSplit') ?? false) });
    },
    result: () => ({
      kind: 'table',
      rows,
      gridTwips,
      hasBorders: (borders ? borders.children.some(isSeen) : styleHasBorders(styleId)) || isRuledByCells(rows),
      page,
      section,
    }),
  };
}

/** Tells whether most cells have lines of their own: so LibreOffice writes a table's lines. */
function isRuledByCells(rows: readonly TableRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  return cells.filter(({ hasBorder }) => hasBorder).length * 2 > cells.length;
}
