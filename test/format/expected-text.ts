import type { InlineText } from '#document/schemas/inline.schema.ts';
import type { FormatFile } from './format-file.ts';

/** Capitals of a text, from its composed form. */
export function capitals(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi');
}

/** A day written out: days below 10 and the months 1 and 2 take a zero (PL I, Mục II.4.b). */
export function longDate(date: string): string {
  const [year, month = '', day] = date.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** A day in running text, with the same zeros. */
export function shortDate(date: string): string {
  const [year, month = '', day] = date.split('-');
  return `ngày ${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

/** The symbol of a document: KH-UBND, or organ and drafting unit for a công văn (PL I, Mục II.3.b). */
export function symbolOf({ document, profile }: FormatFile): string {
  return document.schema === 'CongVan@1'
    ? `${profile.abbreviation}-${document.draftingUnit}`
    : `KH-${profile.abbreviation}`;
}

/** Number and symbol with at least two digits, or null for a draft. */
export function codeOf(file: FormatFile): string | null {
  return file.issuance && `${String(file.issuance.number).padStart(2, '0')}/${symbolOf(file)}`;
}

/** A text as a pattern. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

const ROMAN = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** Roman numeral of a number below 40. */
export function roman(n: number): string {
  let rest = n;
  return ROMAN.reduce((text, [sign, size]) => {
    const times = Math.floor(rest / size);
    rest -= times * size;
    return text + sign.repeat(times);
  }, '');
}

/** The heading of an appendix: numbered only where there are two or more. */
export function appendixHeading({ document }: FormatFile, index: number): string {
  return (document.appendices?.length ?? 0) > 1 ? `Phụ lục ${roman(index + 1)}` : 'Phụ lục';
}

/** Characters with one look, as the author's marks ask for. */
export interface Marked {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A text with `**đậm**` and `*nghiêng*` as runs; a reference is told by what it leads to, or null where that is a part. */
export function marked(text: InlineText, file: FormatFile): (Marked | null)[] {
  const appendices = file.document.appendices ?? [];
  const pieces = typeof text === 'string' ? [text] : text;
  return pieces.flatMap((piece): (Marked | null)[] => {
    if (typeof piece !== 'string') {
      const index = appendices.findIndex(({ id }) => id === piece.ref);
      return index < 0 ? [null] : [{ text: appendixHeading(file, index), bold: false, italic: false }];
    }
    let bold = false;
    let italic = false;
    return piece.split(/(\*\*|\*)/).flatMap((token) => {
      if (token === '**') bold = !bold;
      else if (token === '*') italic = !italic;
      else if (token) return [{ text: token, bold, italic }];
      return [];
    });
  });
}
