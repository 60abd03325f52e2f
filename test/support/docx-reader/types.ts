/** A line around a paragraph, a cell or a table. */
export interface Border {
  readonly style: string;
  /** Thickness in points. */
  readonly sizePt: number;
  /** Distance from the text in points. */
  readonly spacePt: number;
  /** `auto`, or six capital hexadecimal digits. */
  readonly colour: string;
}

/** A side of a paragraph, a cell or a table; `insideH` and `insideV` of a table only, `between` of paragraphs only. */
export type Side = 'top' | 'bottom' | 'left' | 'right' | 'insideH' | 'insideV' | 'between';
/** The lines that are there. */
export type Borders = Partial<Record<Side, Border>>;

/** The look of characters. Names of theme fonts are given as `theme:<name>`. */
export interface RunFormat {
  readonly ascii: string;
  readonly hAnsi: string;
  readonly cs: string;
  readonly eastAsia: string;
  readonly sizePt: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly smallCaps: boolean;
  readonly vanish: boolean;
  readonly strike: boolean;
  readonly underline: string;
  readonly colour: string;
  readonly highlight: string;
  readonly shading: string;
  /** Raised (positive) or lowered text, in points. */
  readonly positionPt: number;
  /** Space added between characters, in points. */
  readonly trackingPt: number;
}

/** A frame that a paragraph stands in (`w:framePr`), lengths in twips. */
export type Frame = Readonly<Record<string, string>>;

/** The look of a paragraph; lengths in twips or points, as the names say. */
export interface ParagraphFormat {
  readonly alignment: string;
  readonly leftTw: number;
  readonly rightTw: number;
  /** First line against the others; negative where it hangs. */
  readonly firstLineTw: number;
  readonly beforePt: number;
  readonly afterPt: number;
  readonly contextualSpacing: boolean;
  /** `auto`: in lines; `exact`, `atLeast`: in points. */
  readonly lineRule: string;
  readonly line: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly widowControl: boolean;
  readonly pageBreakBefore: boolean;
  readonly borders: Borders;
  readonly shading: string;
  readonly frame: Frame | null;
  readonly tabs: readonly { readonly atTw: number; readonly alignment: string; readonly leader: string }[];
}

/** Characters with one look. `field` names the field that fills them in (`PAGE`); `shown` has the capitals of `caps`. */
export interface Run {
  readonly text: string;
  readonly shown: string;
  readonly field: string | null;
  readonly format: RunFormat;
}

/** Bounds of text: from the left edge of the page, in twips. */
export interface Room {
  readonly leftTw: number;
  readonly widthTw: number;
}

/** A paragraph with its effective look. `text` is as stored, `shown` as read. `mark` is the look of an empty paragraph. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly shown: string;
  readonly styleName: string;
  readonly format: ParagraphFormat;
  readonly runs: readonly Run[];
  readonly mark: RunFormat;
  readonly room: Room;
}

/** A cell; `vMerge` says whether it begins a merged column of cells or goes on with one. Borders are effective. */
export interface Cell {
  readonly widthTw: number;
  readonly gridSpan: number;
  readonly column: number;
  readonly vMerge: 'restart' | 'continue' | null;
  readonly vAlign: string;
  readonly borders: Borders;
  readonly shading: string;
  readonly room: Room;
  readonly blocks: readonly Block[];
}

/** A row of a table. */
export interface Row {
  readonly header: boolean;
  readonly cantSplit: boolean;
  readonly heightTw: number | null;
  readonly heightRule: string | null;
  readonly cells: readonly Cell[];
}

/** A table; `widthType` is `dxa` (twips), `pct` (1/50 %) or `auto`. */
export interface Table {
  readonly kind: 'table';
  readonly gridTw: readonly number[];
  readonly width: number;
  readonly widthType: string;
  readonly layout: string;
  readonly alignment: string;
  readonly room: Room;
  readonly rows: readonly Row[];
}

/** A paragraph or a table. */
export type Block = Paragraph | Table;

/** Headers or footers of a section, each null where it has none; an absent one is the former section's. */
export interface Margins {
  readonly default: readonly Block[] | null;
  readonly first: readonly Block[] | null;
  readonly even: readonly Block[] | null;
}

/** A section: page, headers, footers and blocks. Lengths in millimetres. */
export interface Section {
  readonly type: string;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly orientation: string;
  readonly marginMm: Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer' | 'gutter', number>>;
  readonly columns: number;
  readonly titlePage: boolean;
  readonly pageNumberStart: number | null;
  readonly pageNumberFormat: string;
  readonly headers: Margins;
  readonly footers: Margins;
  readonly blocks: readonly Block[];
}

/** A .docx as a reader sees it. */
export interface DocxReading {
  readonly sections: readonly Section[];
  readonly evenAndOddHeaders: boolean;
  readonly compatibilityMode: number;
}
