import type { ParagraphFormat, RunFormat } from '../formatting/cascade.ts';
import type { Notice } from '../problems/notice.ts';
import type { PageProps } from './sections.ts';

/** A stretch of text with one look, as Word prints it: capitals applied, NFC. */
export interface TextRun {
  readonly text: string;
  readonly format: RunFormat;
}

/** A drawn line; its length in twips, null where it is not said. */
export interface DrawnLine {
  readonly lengthTwips: number | null;
}

/** Label that Word's own list prints before a paragraph. */
export interface ListLabel {
  readonly text: string;
  readonly level: number;
  readonly format: string;
}

/** A paragraph as Word draws it. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly format: ParagraphFormat;
  /** Look of the paragraph's mark, and of its text where it has none. */
  readonly mark: RunFormat;
  readonly styleName: string | null;
  readonly list: ListLabel | null;
  readonly lines: readonly DrawnLine[];
  /** Text boxes that hang on it. */
  readonly boxes: ReadonlyArray<readonly Block[]>;
  readonly pictures: number;
  /** Names of its fields: PAGE, TOC, REF. */
  readonly fields: readonly string[];
  readonly notes: readonly string[];
  /** Page it begins on, from 1. */
  readonly page: number;
  /** Index of its section. */
  readonly section: number;
  /** Place in reading order among all paragraphs of the file's main part. */
  readonly index: number;
}

/** A cell with the places it takes. */
export interface TableCell {
  readonly blocks: readonly Block[];
  readonly column: number;
  readonly colSpan: number;
  readonly merge: 'none' | 'start' | 'continue';
  readonly widthTwips: number | null;
  readonly hasBorder: boolean;
}

/** A row of a table. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly isHeader: boolean;
  readonly mayBreak: boolean;
}

/** A table, with borders or for layout only. */
export interface ReadTable {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
  readonly gridTwips: readonly number[];
  readonly hasBorders: boolean;
  readonly page: number;
  readonly section: number;
}

/** Block of a document's text. */
export type Block = Paragraph | ReadTable;

/** Headers or footers of a section, by the pages they stand on. */
export type MarginBlocks = ReadonlyMap<'default' | 'first' | 'even', readonly Block[]>;

/** A section with what its headers and footers print. */
export interface Section extends PageProps {
  readonly headers: MarginBlocks;
  readonly footers: MarginBlocks;
  /** Page it begins on, from 1. */
  readonly firstPage: number;
}

/** A tracked change, read as accepted. */
export interface TrackedChange {
  readonly kind: 'inserted' | 'deleted' | 'formatted';
  readonly author: string;
  /** As the file has it, with its own zone; null where it is not said. */
  readonly at: string | null;
  readonly text: string;
  /** Index of the paragraph. */
  readonly paragraph: number;
}

/** A comment in the margin. */
export interface Comment {
  readonly author: string;
  readonly at: string | null;
  readonly text: string;
  /** Index of the paragraph that it hangs on; null where none names it. */
  readonly paragraph: number | null;
}

/** A file as Word draws it, or as a PDF's pages show it. */
export interface ReadDocument {
  /** Kind of the file: a PDF has no styles, bare text has no looks. */
  readonly origin: 'word' | 'pdf' | 'text';
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  /** Footnotes and endnotes by their id. */
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  readonly changes: readonly TrackedChange[];
  readonly comments: readonly Comment[];
  readonly notices: readonly Notice[];
  /** Tells whether pages are those that Word last laid out; else they are reckoned. */
  readonly pagesKnown: boolean;
  readonly pageCount: number;
}

/** All paragraphs of blocks in reading order, those of tables and text boxes too. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block): Paragraph[] => {
    if (block.kind === 'paragraph') return [...block.boxes.flatMap(paragraphsOf), block];
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.blocks)));
  });
}
