import type { NumberedDocument } from '../model/numbered-document.ts';

/** Query in the book of an organ. */
export interface SearchCommand {
  organ: string;
  /** First and last day, `yyyy-mm-dd`. */
  from: string;
  to: string;
  /** Words that the trích yếu has, in any order, and phrases, whose words stand side by side. With or without marks. */
  words?: readonly string[];
  phrases?: readonly string[];
  /** Folded words of the signer's name or position, and of a line of recipients. */
  signer?: string;
  recipient?: string;
  typeCode?: string;
  /** Tells whether the caller may see a document and asks for it. */
  wanted(found: NumberedDocument): boolean;
  page?: PageRequest;
}

/** A page of what bears a symbol: of one year alone, and without some series, each `organ`, `year` and name. */
export interface SymbolPageRequest extends PageRequest {
  year?: number;
  except?: readonly { organ: string; year: number; series: string }[];
}

/** Page of a list. `limit` is 50 if absent, 100 at most. */
export interface PageRequest {
  cursor?: string;
  limit?: number;
}
