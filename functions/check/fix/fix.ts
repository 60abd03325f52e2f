/** A change that takes a violation away without a word of the author's lost. Lengths are twips, sizes points. */
export type Fix =
  | { readonly kind: 'size'; readonly points: number }
  | { readonly kind: 'align'; readonly to: 'center' | 'both' }
  | { readonly kind: 'space-after'; readonly twips: number }
  | { readonly kind: 'line'; readonly lines240: number }
  | { readonly kind: 'bold' | 'italic'; readonly on: boolean }
  | { readonly kind: 'color'; readonly rgb: string }
  | { readonly kind: 'retype'; readonly from: string; readonly to: string }
  /** Signs at the end of a paragraph. */
  | { readonly kind: 'end'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'margin';
      /** Index of the section. */
      readonly section: number;
      readonly side: 'top' | 'bottom' | 'left' | 'right';
      readonly twips: number;
    }
  /** A4 in the way the page lies; page numbers that begin at 1; a first page without the number. */
  | { readonly kind: 'paper' | 'page-start' | 'title-page'; readonly section: number };

/** Tells whether a change is of a section. */
export function isOfSection(fix: Fix): fix is Extract<Fix, { readonly section: number }> {
  return 'section' in fix;
}

/** The value of a range that is nearest. */
export function nearest(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value));
}
