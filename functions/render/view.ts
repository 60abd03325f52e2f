import type { Part } from '#document/schemas/part.schema.ts';
import type { Run } from '#document/text/runs.ts';
import type { StyleId } from './optional-styles.ts';
import type { BalancedText, RuleView } from './rules.ts';

/** Marks a place in an outline that markup made elsewhere fills: paragraphs, rows of a table, properties of a section. No text of a
 * document can hold it: control characters are refused. */
export const SLOT = '\u0000';

/** A paragraph of runs. */
export interface ParagraphView {
  readonly style: StyleId;
  /** Keeps on the page of what follows, beyond what the style says. */
  readonly keepNext: boolean;
  /** Properties that differ from the style; null for nearly all. */
  readonly look: ParagraphLook | null;
  readonly runs: readonly Run[];
  /** The part whose text it prints; a preview leads the line back to it. */
  readonly part?: Part;
}

/** Look of a paragraph beside its style. */
export interface ParagraphLook {
  /** Null: as the style says. */
  readonly align: 'left' | 'center' | 'right' | 'both' | null;
  /** Tells whether its first line begins at the margin. */
  readonly flush: boolean;
  /** End of the leader of a line to be filled in, from the margin; a tab in the text leads there. */
  readonly leader: { readonly mark: 'dot' | 'underscore'; readonly atTwips: number } | null;
}

/** Span and look of a cell. */
export interface CellLook {
  readonly widthTwips: number;
  readonly span: number;
  readonly merge: 'none' | 'start' | 'continue';
  readonly style: StyleId;
  /** Keeps the row on the page of what follows. */
  readonly keepNext: boolean;
  /** Distance of its text from the right in twips: numbers below each other by their comma. */
  readonly rightTwips: number;
}

/** Opening WordprocessingML of a cell and its paragraphs. */
export interface CellTags {
  readonly cell: string;
  readonly paragraph: ParagraphTags;
  /** Both, and the beginning of a plain run: what stands before the text of nearly every cell. */
  readonly plain: string;
  /** The same after a plain cell, which it closes. */
  readonly nextPlain: string;
}

/** Opening WordprocessingML of a paragraph. */
export interface ParagraphTags {
  readonly paragraph: string;
  /** It, and the beginning of a plain run. */
  readonly plain: string;
  /** The same after a plain paragraph, which it closes. */
  readonly nextPlain: string;
}

/** The look of a cell and its tags; cells of a column share one, so that they are made once. */
export interface CellFrame extends CellLook {
  readonly tags: CellTags;
}

/** A cell of a table. */
export interface CellView {
  readonly frame: CellFrame;
  /** Its paragraphs. */
  readonly paragraphs: ReadonlyArray<readonly Run[]>;
}

/** A row of a table. */
export interface RowView {
  /** Tells whether it may run over to the next page: only a row that fills most of one may. */
  readonly mayBreak: boolean;
  readonly cells: readonly CellView[];
}

/** A table; its rows come in blocks through a slot. */
export interface TableView {
  readonly widthTwips: number;
  readonly grid: readonly number[];
  readonly borders: boolean;
  readonly marginTwips: number;
  readonly headerRows: readonly RowView[];
  readonly rowsSlot: string;
  /** Tells whether its last row stays on the page of what follows. */
  readonly keepLast: boolean;
}

/** Paragraphs, which come through a slot, and the table that stands after them. */
export interface BlockView {
  readonly paragraphsSlot: string;
  readonly table: TableView | null;
}

/** A stamp in a box of a fixed size. */
export interface StampView {
  readonly text: string;
  readonly style: StyleId;
  /** Colour of the box, RRGGBB. */
  readonly color: string;
  readonly widthTwips: number;
  readonly heightTwips: number;
  /** Distance of the box from the left edge. */
  readonly indentTwips: number;
}

/** Ô 1–4, 5b, 10b. */
export interface HeadView {
  readonly leftTwips: number;
  readonly rightTwips: number;
  readonly widthTwips: number;
  readonly parentLines: readonly BalancedText[];
  readonly organLines: readonly BalancedText[];
  readonly organRule: RuleView;
  readonly mottoRule: RuleView;
  readonly code: string;
  readonly subjectOfLetter: BalancedText | null;
  readonly placeAndDate: string;
  readonly urgency: StampView | null;
  readonly draftMark: StampView | null;
}

/** Ô 5a. */
export interface TitleView {
  readonly typeName: string;
  readonly subject: BalancedText;
  readonly rule: RuleView;
}

/** Ô 9a. */
export interface AddresseesView {
  readonly only: string | null;
  readonly many: ReadonlyArray<{ readonly name: string; readonly end: string }>;
}

/** Ô 7, 9b, 12. */
export interface FootView {
  readonly leftTwips: number;
  readonly rightTwips: number;
  readonly widthTwips: number;
  readonly recipients: readonly string[];
  readonly archive: string;
  readonly authority: readonly string[];
  readonly otherPosition: string | null;
  readonly fullName: string;
}

/** A phụ lục. */
export interface AppendixView {
  readonly signingLine: string | null;
  readonly label: string;
  readonly title: BalancedText | null;
  readonly attachedTo: BalancedText;
  readonly rule: RuleView;
  readonly blocks: readonly BlockView[];
  /** Slot of its section's properties. */
  readonly sectionSlot: string;
  readonly isLast: boolean;
}

/** Everything that an outline prints. Every key is there; what is absent is null. */
export interface DocumentView {
  readonly head: HeadView;
  readonly title: TitleView | null;
  readonly addressees: AddresseesView | null;
  readonly basesSlot: string;
  readonly openingSlot: string;
  readonly body: readonly BlockView[];
  readonly foot: FootView;
  readonly sectionSlot: string;
  readonly isLast: boolean;
  readonly appendices: readonly AppendixView[];
}
