/** A change that takes a violation away without a word of the author's lost. Lengths are twips, sizes points. */
export type Fix =
  | { readonly kind: 'size'; readonly points: number }
  | { readonly kind: 'align'; readonly to: 'center' | 'both' }
  | { readonly kind: 'space-after'; readonly twips: number }
  | { readonly kind: 'line'; readonly lines240: number }
  | { readonly kind: 'retype'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'margin';
      /** Index of the section. */
      readonly section: number;
      readonly side: 'top' | 'bottom' | 'left' | 'right';
      readonly twips: number;
    };

/** The value of a range that is nearest. */
export function nearest(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value));
}
