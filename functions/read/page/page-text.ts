/** A stretch of text on a page. Lengths are points, from the page's upper left corner; `y` is the baseline. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A straight line that is drawn, level or upright. */
export interface PageRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A page as its text layer has it. */
export interface PageText {
  readonly width: number;
  readonly height: number;
  readonly items: readonly TextItem[];
  /** Text that is set aslant or upright: watermarks, stamps. */
  readonly leaning: readonly string[];
  readonly rules: readonly PageRule[];
  /** Pictures on it: a page that has one and no text is a scan. */
  readonly pictures: number;
}
