/** Twips in a millimetre. */
export const TWIPS_PER_MM = 1440 / 25.4;

/** Millimetres of a length in twips. */
export function mmOfTwips(twips: number): number {
  return twips / TWIPS_PER_MM;
}

/** Millimetres of a length in points. */
export function mmOfPoints(points: number): number {
  return (points * 25.4) / 72;
}
