import type { DeflatedOpening } from '#package/deflate.ts';
import type { LaidParts } from '#package/write-zip.ts';

/** Section properties as XML, by what the section holds and how its page lies. */
export interface SectionXml {
  readonly main: { readonly portrait: string; readonly landscape: string };
  readonly appendix: { readonly portrait: string; readonly landscape: string };
}

/** A header or footer of page 1 that a document fills itself: one part for each way the page lies. */
export interface FirstPagePart {
  readonly names: readonly string[];
  readonly opening: string;
  readonly closing: string;
}

/** Fields of page 1 that a document fills itself. */
export interface ShellKind {
  /** The address at its foot (ô 13). */
  readonly address: boolean;
  /** The circulation box in its top margin (ô 11). */
  readonly circulation: boolean;
}

/** styles.xml as every document has it, and the styles that only some have, by id. */
export interface StylesXml {
  readonly xml: string;
  readonly optional: Readonly<Record<string, string>>;
}

/** Package around a body, made once a process. */
export interface Shell {
  /** All up to and with `<w:body>`. */
  readonly opening: DeflatedOpening;
  readonly closing: string;
  readonly sections: SectionXml;
  /** Parts that are the same in every document, as they stand at the beginning of its file. */
  readonly constantParts: LaidParts;
  /** The same without the styles, for a document that uses more of them. */
  readonly partsBesideStyles: LaidParts;
  readonly styles: StylesXml;
  readonly address: FirstPagePart | null;
  readonly circulation: FirstPagePart | null;
}
