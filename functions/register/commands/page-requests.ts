import type { NumberedDocument } from '../model/numbered-document.ts';

/** Query in the book of an organ. */
export interface SearchCommand {
  readonly organ: string;
  /** First and last day, `yyyy-mm-dd`. */
  readonly from: string;
  readonly to: string;
  /** Words that the trích yếu has, in any order, and phrases, whose words stand side by side. With or without marks. */
  readonly words?: readonly string[];
  readonly phrases?: readonly string[];
  /** Folded words of the signer's name or position, and of a line of recipients. */
  readonly signer?: string;
  readonly recipient?: string;
  readonly typeCode?: string;
  /** Tells whether the caller may see a document and asks for it. */
  wanted(found: NumberedDocument): boolean;
  readonly page?: PageRequest;
}

/** A page of what bears a symbol: of one year alone, and without some series, each `organ`, `year` and name. */
export interface SymbolPageRequest extends PageRequest {
  readonly year?: number;
  readonly except?: readonly { readonly organ: string; readonly year: number; readonly series: string }[];
}

/** Page of a list. `limit` is 50 if absent, 100 at most. */
export interface PageRequest {
  readonly cursor?: string;
  readonly limit?: number;
}
