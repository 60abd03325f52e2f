import type { FormatFile } from './format-file.ts';

/** A row of the table of elements, as a check of a rendered file. */
export interface FormatRule {
  /** The element, with its cell on the placement diagram (PL I, Mục IV). */
  readonly row: string;
  /** The clause of PL I, Nghị định 30/2020/NĐ-CP. */
  readonly clause: string;
  /** Tells whether the element is to be found in this file. */
  applies(file: FormatFile): boolean;
  /** Faults, a line each; none where the file is right. */
  check(file: FormatFile): string[];
}

/** The document itself, not an appendix in a file of its own. */
export function isMain(file: FormatFile): boolean {
  return file.appendixIndex === null;
}

/** The document itself, where it is a Kế hoạch. */
export function isPlan(file: FormatFile): boolean {
  return isMain(file) && file.document.schema === 'KeHoach@1';
}

/** The document itself, where it is a công văn. */
export function isLetter(file: FormatFile): boolean {
  return isMain(file) && file.document.schema === 'CongVan@1';
}
