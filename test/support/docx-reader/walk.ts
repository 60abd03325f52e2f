import type { Block, Cell, DocxReading, Paragraph, Row, Section, Table } from './types.ts';

/** A paragraph with the cells that it stands in, the innermost last. */
export interface Placed {
  readonly paragraph: Paragraph;
  readonly cells: readonly {
    readonly table: Table;
    readonly row: Row;
    readonly rowIndex: number;
    readonly cell: Cell;
  }[];
}

/** All paragraphs in order of reading, those in tables too. */
export function placedIn(blocks: readonly Block[], cells: Placed['cells'] = []): Placed[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [{ paragraph: block, cells }]
      : block.rows.flatMap((row, rowIndex) =>
          row.cells.flatMap((cell) => placedIn(cell.blocks, [...cells, { table: block, row, rowIndex, cell }])),
        ),
  );
}

/** All paragraphs in order of reading, without their places. */
export function paragraphsIn(blocks: readonly Block[]): Paragraph[] {
  return placedIn(blocks).map(({ paragraph }) => paragraph);
}

/** All tables, nested ones after the table that they stand in. */
export function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? []
      : [block, ...block.rows.flatMap((row) => row.cells.flatMap((cell) => tablesIn(cell.blocks)))],
  );
}

/** Blocks of the headers and footers of a section, each once. */
export function marginBlocks(section: Section): Block[] {
  const { headers, footers } = section;
  return [headers, footers].flatMap((parts) => [parts.default, parts.first, parts.even].flatMap((part) => part ?? []));
}

/** Every paragraph of a document: bodies, headers and footers. */
export function everyParagraph(reading: DocxReading): Paragraph[] {
  return reading.sections.flatMap((section) => paragraphsIn([...section.blocks, ...marginBlocks(section)]));
}
