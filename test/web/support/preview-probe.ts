/** A line of a page: its words, and whether a paragraph begins with it. */
export interface PrintedLine {
  readonly page: number;
  readonly y: number;
  readonly first: boolean;
  readonly words: readonly string[];
}

/** Calls that `pages/preview.ts` offers a test in the browser; inputs are JSON. */
export type PreviewProbe = {
  show(
    // biome-ignore lint/suspicious/noExplicitAny: JSON that crosses into the browser
    input: any,
    wraps?: boolean,
  ): { readonly pages: number; readonly lines: readonly PrintedLine[]; readonly findings: number };
  // biome-ignore lint/suspicious/noExplicitAny: JSON that crosses into the browser
  redraw(input: any, times: number): number;
  setView(view: { readonly zoom: number; readonly beside: 1 | 2 }): void;
  reveal(pointer: ReadonlyArray<string | number>): boolean;
  readonly chosen: string[];
};

/** The probe of the page, inside `page.evaluate`. */
export interface WithProbe<Probe> {
  readonly probe: Probe;
}
