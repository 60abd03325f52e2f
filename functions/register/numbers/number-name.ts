import { foldSymbol, formatCode } from '#document/code-notation.ts';
import type { DocumentSummary } from '../model/document-summary.schema.ts';

/** Printed form of a number, and its folded form for the index. */
export interface NumberName {
  /** `35/KH-UBND` */
  readonly symbol: string;
  readonly symbolKey: string;
}

/** Number of a document in a year of its series. */
export interface NamedNumber {
  readonly codeNumber: number;
  readonly codeSuffix?: string | undefined;
  readonly year: number;
  /** Tells whether the symbol has the year (văn bản quy phạm pháp luật): 17/2026/NQ-HĐND. */
  readonly symbolYear?: boolean | undefined;
}

/** Names a number by the notation of its document (PL I, Mục II.3). */
export function numberName(
  { codeNotation }: Pick<DocumentSummary, 'codeNotation'>,
  { codeNumber, codeSuffix, year, symbolYear = false }: NamedNumber,
): NumberName {
  return {
    symbol: formatCode(codeNumber, codeNotation, codeSuffix, symbolYear ? year : undefined),
    symbolKey: foldSymbol(codeNumber, codeNotation, codeSuffix),
  };
}
