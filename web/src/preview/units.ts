/** Pixels of CSS in an inch, a point and a millimetre. */
const PX_PER_INCH = 96;

/** Pixels of CSS in a millimetre. */
export const PX_PER_MM = PX_PER_INCH / 25.4;

/** A length of Word, in twips, as pixels of CSS. */
export function twipsToPx(twips: string | number | null | undefined): number {
  return (Number(twips ?? 0) / 1440) * PX_PER_INCH;
}

/** A length in pixels as CSS writes it. */
export function px(length: number): string {
  return `${Number(length.toFixed(3))}px`;
}
