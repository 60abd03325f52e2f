import type { Table } from '#document/schemas/table.schema.ts';

/** Calls that `pages/editor.ts` offers a test in the browser; data is JSON. */
export interface EditorProbe {
  roundTrip(data: unknown): unknown;
  open(data: unknown): void;
  data(): unknown;
  /** Puts the cursor at the end of the last line that holds a text. */
  caret(text: string): void;
  paste(html: string, text: string): void;
  /** Changes fields of head and foot, as their form does. */
  setFields(fields: Readonly<Record<string, unknown>>): void;
  /** Number, level and text of each part. */
  labels(): Array<[string | null, string, string]>;
  /** The first table of the document. */
  table(): Table | undefined;
  /** Opens a document with one table of so many rows. */
  openRows(count: number): void;
  /** Cells of a row of that table, as JSON. */
  rowText(index: number): string;
  /** Median of a key's time until the page is laid out, in milliseconds. */
  keyMs(times: number): number;
  /** The same of a key in a cell of the open table, handed on to the document at once. */
  gridKeyMs(times: number): number;
}
