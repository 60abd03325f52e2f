import { type ItemKey, organPart, padded, seriesPart } from './key-parts.ts';

/** The counter of a series. */
export const counterKey = (organ: string, year: number, series: string): ItemKey => ({
  PK: seriesPart(organ, year, series),
  SK: '#C',
});

/** Key of the series that claims a symbol in a year. */
export const symbolClaimKey = (organ: string, year: number, notation: string): ItemKey => ({
  PK: `${organPart(organ)}#R#${padded('year', year, 9999)}`,
  SK: `K#${notation}`,
});

/** Key of a year's closing. */
export const closingKey = (organ: string, year: number, series: string): ItemKey => ({
  PK: seriesPart(organ, year, series),
  SK: '#CLOSE',
});
