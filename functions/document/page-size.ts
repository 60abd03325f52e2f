/** Twentieths of a point, Word's unit of length, in a millimetre. */
export const TWIPS_PER_MM = 1440 / 25.4;
/** Points in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

/** A length in twips. */
export function mmToTwips(mm: number): number {
  return Math.round(mm * TWIPS_PER_MM);
}

/** A4, short side first (PL I, Mục I.1). */
export const PAGE_MM = { width: 210, height: 297 } as const;

/** Margins as the page is read, upright or on its side: top and bottom 20–25, left 30–35, right 15–20 (PL I, Mục I.3). */
export const MARGIN_MM = { top: 20, bottom: 20, left: 30, right: 15 } as const;

/** Width of the text area of a page. */
export function textWidthMm(orientation: 'portrait' | 'landscape'): number {
  const page = orientation === 'portrait' ? PAGE_MM.width : PAGE_MM.height;
  return page - MARGIN_MM.left - MARGIN_MM.right;
}
