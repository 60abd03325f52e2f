import { z } from 'zod';
import { RegisterError } from '../model/register-error.ts';
import { isNew } from '../table/condition.ts';
import { symbolClaimKey } from '../table/keys/series-keys.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';
import type { Write } from '../table/write.ts';

/** Series that a symbol belongs to in a year: `A#<organ>#R#<yyyy>` / `K#KH-UBND`. Written with the first, never changed. */
export const symbolClaimSchema = z.object({
  schema: z.literal('symbol-claim@1'),
  organ: z.string(),
  year: z.number().int(),
  /** Number and symbol as printed, without the number: `KH-UBND`, `2026/NQ-HĐND`. */
  notation: z.string(),
  series: z.string(),
});

/** Series, year and symbol of a claim. */
export interface SymbolClaim {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  /** As printed, of any number: `35/KH-UBND`. */
  readonly symbol: string;
}

/**
 * The write that claims a symbol for a series, where nobody has claimed it in the year; none where the series has it. So a series
 * alone gives numbers with a symbol, and no number and symbol comes twice (Điều 15.1). Throws `symbol-elsewhere`.
 */
export async function claimWrites(table: Table, { organ, year, series, symbol }: SymbolClaim): Promise<Write[]> {
  const notation = notationIn(symbol);
  const key = symbolClaimKey(organ, year, notation);
  const stands = await table.get(key);
  if (!stands) {
    const claim: z.infer<typeof symbolClaimSchema> = { schema: 'symbol-claim@1', organ, year, notation, series };
    return [{ put: sealed({ ...key, ...claim }), if: isNew }];
  }
  const other = readItem(symbolClaimSchema, stands);
  if (other.series !== series) throw new RegisterError('symbol-elsewhere', { notation, series, other: other.series });
  return [];
}

/** Reads which series have the symbols of a year; undefined for one that nobody claimed. Throws `broken-item`. */
export async function claimedSeries(
  table: Table,
  { organ, year }: Pick<SymbolClaim, 'organ' | 'year'>,
  symbols: readonly string[],
): Promise<(string | undefined)[]> {
  const items = await table.getMany(symbols.map((symbol) => symbolClaimKey(organ, year, notationIn(symbol))));
  return items.map((item) => item && readItem(symbolClaimSchema, item).series);
}

function notationIn(symbol: string): string {
  return symbol.slice(symbol.indexOf('/') + 1).normalize('NFC');
}
