import type { Document } from './document-types.ts';
import type { OrganProfile } from './schemas/organ-profile.schema.ts';
import { fold } from './text/vietnamese.ts';
import { traitsOf } from './type-traits.ts';

export { type CodeQuery, parseCodeQuery } from './numbering/code-query.ts';

/** A document's number as printed: at least two digits (PL I, Mục II.3.c), in older books with a letter: 05, 35a. */
export function formatNumber(number: number, suffix = ''): string {
  return `${String(number).padStart(2, '0')}${suffix}`;
}

/**
 * Symbol of a document: type and organ (`KH-UBND`), for a công văn organ and drafting unit or field (`UBND-HCC`)
 * (PL I, Mục II.3.b). Abbreviations are printed exactly as the lists write them.
 */
export function notationOf(document: Document, profile: OrganProfile): string {
  const { symbolNamesUnit, abbreviation } = traitsOf(document);
  return symbolNamesUnit
    ? `${profile.abbreviation}-${document.draftingUnit ?? ''}`
    : `${abbreviation ?? ''}-${profile.abbreviation}`;
}

/**
 * Number and symbol as printed, without spaces: `05/KH-UBND` (PL I, Mục II.3.c). `year`: of văn bản quy phạm pháp luật, whose symbol
 * has it: `05/2026/QĐ-UBND`.
 */
export function formatCode(number: number, notation: string, suffix = '', year?: number): string {
  return [formatNumber(number, suffix), ...(year === undefined ? [] : [year]), notation].join('/');
}

/** Number and symbol without marks, in capitals, đ as D: one key for every spelling of one symbol. */
export function foldSymbol(number: number, notation: string, suffix = ''): string {
  return `${number}${suffix.toUpperCase()}/${foldNotation(notation)}`;
}

/** A symbol without its number, folded: groups joined by hyphens, whatever stood between them. */
export function foldNotation(notation: string): string {
  return fold(notation)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
