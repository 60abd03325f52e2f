import type { Block, Paragraph, ReadDocument, ReadTable, TextRun } from '../body/model.ts';
import type { BodyLevel } from '../elements/labels.ts';
import type { Elements } from '../elements/recognise.ts';
import { type DrawnRole, rolesOf } from './roles.ts';

/** A stretch of text with what a reader sees of its look. */
export interface DrawnRun {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
}

/** A paragraph as it stands in the file, and what it became. */
export interface DrawnParagraph {
  readonly kind: 'paragraph';
  /** Names it in corrections and in a check's violations. */
  readonly index: number;
  readonly page: number;
  readonly role: DrawnRole;
  /** Level in the body; absent elsewhere. */
  readonly level?: BodyLevel;
  readonly align: 'left' | 'center' | 'right' | 'both';
  readonly isIndented: boolean;
  /** Number that Word's own list prints; absent where it is typed. */
  readonly label?: string;
  readonly runs: readonly DrawnRun[];
}

/** A table as it stands in the file. */
export interface DrawnTable {
  readonly kind: 'table';
  readonly page: number;
  readonly hasBorders: boolean;
  readonly rows: ReadonlyArray<ReadonlyArray<DrawnCell>>;
}

/** A cell with the places that it takes. */
export interface DrawnCell {
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly blocks: readonly DrawnParagraph[];
}

/** A block of a drawn file. */
export type DrawnBlock = DrawnParagraph | DrawnTable;

/** A file to show beside what was understood of it. */
export interface DrawnFile {
  readonly blocks: readonly DrawnBlock[];
  /** True where the file was too long to be drawn to its end. */
  readonly isCut: boolean;
}

/** Most characters that are drawn: some 150 pages. */
const MAX_CHARACTERS = 400_000;

/** Draws a file that was read: its paragraphs and tables in order, each with what it became. */
export function drawFile(document: ReadDocument, elements: Elements): DrawnFile {
  const roles = rolesOf(elements);
  const blocks: DrawnBlock[] = [];
  let left = MAX_CHARACTERS;
  for (const block of document.blocks) {
    const drawn = drawBlock(block, roles);
    left -= sizeOf(drawn);
    if (left < 0) return { blocks, isCut: true };
    blocks.push(drawn);
  }
  return { blocks, isCut: false };
}

type Roles = ReturnType<typeof rolesOf>;

function drawBlock(block: Block, roles: Roles): DrawnBlock {
  return block.kind === 'paragraph' ? drawParagraph(block, roles) : drawTable(block, roles);
}

function drawParagraph({ index, page, format, list, runs }: Paragraph, roles: Roles): DrawnParagraph {
  const { role, level } = roles.get(index) ?? { role: 'none' as const };
  return {
    kind: 'paragraph',
    index,
    page,
    role,
    ...(level === undefined ? {} : { level }),
    align: format.props.align,
    isIndented: format.props.firstLine > 0,
    ...(list === null ? {} : { label: list.text }),
    runs: runs.map(drawRun),
  };
}

function drawRun({ text, format: { props } }: TextRun): DrawnRun {
  return {
    text,
    ...(props.bold ? { bold: true as const } : {}),
    ...(props.italic ? { italic: true as const } : {}),
    ...(props.underline ? { underline: true as const } : {}),
  };
}

function drawTable({ rows, page, hasBorders }: ReadTable, roles: Roles): DrawnTable {
  const drawn = rows.map(({ cells }, i) =>
    cells
      .filter(({ merge }) => merge !== 'continue')
      .map(({ column, colSpan, merge, blocks }) => ({
        colSpan,
        rowSpan: merge === 'start' ? rowSpan(rows.slice(i + 1), column) : 1,
        blocks: flat(blocks).map((one) => drawParagraph(one, roles)),
      })),
  );
  return { kind: 'table', page, hasBorders, rows: drawn };
}

function rowSpan(below: ReadTable['rows'], column: number): number {
  const end = below.findIndex(({ cells }) => cells.find((cell) => cell.column === column)?.merge !== 'continue');
  return 1 + (end < 0 ? below.length : end);
}

/** Paragraphs of a cell, those of tables inside too. */
function flat(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => flat(cell.blocks))),
  );
}

function sizeOf(block: DrawnBlock): number {
  if (block.kind === 'table') return block.rows.flat().reduce((sum, { blocks }) => sum + 10 + sizesOf(blocks), 0);
  return block.runs.reduce((sum, { text }) => sum + text.length, 40);
}

function sizesOf(blocks: readonly DrawnBlock[]): number {
  return blocks.reduce((sum, block) => sum + sizeOf(block), 0);
}
