import { textWidthMm } from '#document/page-size.ts';

/** Distance of the page number from the upper edge: in the middle of the top margin (PL I, Mục I.7). */
export const HEADER_MM = 10;

/** The two columns of the head: organ and number left, Quốc hiệu and date right, so wide that Quốc hiệu stays on one line. */
export function headColumnsMm(orientation: 'portrait' | 'landscape'): readonly [number, number] {
  const width = textWidthMm(orientation);
  return orientation === 'portrait' ? [65, width - 65] : [width / 2, width / 2];
}

/** The two columns of the foot: recipients left, signer right. */
export function footColumnsMm(orientation: 'portrait' | 'landscape'): readonly [number, number] {
  const width = textWidthMm(orientation);
  return [width * 0.48, width * 0.52];
}

/** Indent of a paragraph's first line: 1,27 cm (PL I, Mục II.6.e). */
export const FIRST_LINE_MM = 12.7;
