import type { DrawnLine, Paragraph, ReadDocument, ReadTable, Section, TableRow, TextRun } from '../body/model.ts';
import type { ParagraphFormat, RunFormat, Sourced } from '../formatting/cascade.ts';
import { BUILT_IN_PARAGRAPH, type ParagraphProps } from '../formatting/paragraph-props.ts';
import { BUILT_IN_RUN, type RunProps } from '../formatting/run-props.ts';
import type { Notice } from '../problems/notice.ts';

/** Size of a document's text where a file does not say it (PL I, Mục V). */
const SIZE_PT = 14;
const TWIPS_PER_MM = 1440 / 25.4;

/** A stretch of text with the look that a page shows. */
export interface PlainRun {
  readonly text: string;
  readonly look: Partial<RunProps>;
}

/** Position and look of a paragraph of bare text. */
export interface PlainPlace extends Partial<ParagraphProps> {
  readonly page: number;
  readonly index: number;
  readonly section?: number;
  readonly lines?: readonly DrawnLine[];
}

/** Looks of a file without styles: what is seen is all there is. */
function seen<Props>(props: Props): Sourced<Props> {
  return { props, source: () => ({ kind: 'built-in', style: null }), inherited: (key) => props[key] };
}

/** The look of a run by what differs from upright text of 14 points. */
export function runLook(look: Partial<RunProps>): RunFormat {
  return seen({ ...BUILT_IN_RUN, sizePt: SIZE_PT, ...look });
}

/** A paragraph of a file that has text and looks alone. */
export function plainParagraph(
  runs: readonly PlainRun[],
  { page, index, section = 0, lines = [], ...props }: PlainPlace,
): Paragraph {
  const format: ParagraphFormat = seen({ ...BUILT_IN_PARAGRAPH, ...props });
  const made = runs.map(({ text, look }): TextRun => ({ text: text.normalize('NFC'), format: runLook(look) }));
  return {
    kind: 'paragraph',
    text: made.map(({ text }) => text).join(''),
    runs: made,
    format,
    mark: made.at(-1)?.format ?? runLook({}),
    styleName: null,
    list: null,
    lines,
    boxes: [],
    pictures: 0,
    fields: [],
    notes: [],
    page,
    section,
    index,
  };
}

/** A row of cells side by side. */
export function plainRow(cells: ReadonlyArray<readonly Paragraph[]>, isHeader: boolean): TableRow {
  return {
    cells: cells.map((blocks, column) => ({
      blocks,
      column,
      colSpan: 1,
      merge: 'none',
      widthTwips: null,
      hasBorder: true,
    })),
    isHeader,
    mayBreak: true,
  };
}

/** A table with borders. */
export function plainTable(rows: readonly TableRow[], page: number, gridTwips: readonly number[] = []): ReadTable {
  return { kind: 'table', rows, gridTwips, hasBorders: true, page, section: 0 };
}

/** An upright A4 page with the decree's margins: what text alone says nothing of. */
export const PLAIN_SECTION: Section = {
  width: Math.round(210 * TWIPS_PER_MM),
  height: Math.round(297 * TWIPS_PER_MM),
  isLandscape: false,
  top: Math.round(20 * TWIPS_PER_MM),
  bottom: Math.round(20 * TWIPS_PER_MM),
  left: Math.round(30 * TWIPS_PER_MM),
  right: Math.round(20 * TWIPS_PER_MM),
  hasTitlePage: true,
  pageStart: null,
  headers: new Map(),
  footers: new Map(),
  firstPage: 1,
};

/** A document without notes, changes and comments. */
export function plainDocument(
  blocks: ReadDocument['blocks'],
  about: {
    readonly origin: 'pdf' | 'text';
    readonly sections: readonly Section[];
    readonly notices: readonly Notice[];
    readonly pageCount: number;
  },
): ReadDocument {
  return { blocks, ...about, notes: new Map(), changes: [], comments: [], pagesKnown: true };
}
