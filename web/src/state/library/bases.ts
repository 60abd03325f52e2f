import { formatShortDate } from '#document/dates.ts';
import { basisText, readBasis, withShortDates } from '#document/text/basis-text.ts';
import { fold } from '#document/text/vietnamese.ts';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { createLoaded } from '../loaded.ts';

/** A document that the office cites. */
export type BasisEntry = components['schemas']['BasisEntry'];

/** The office's library of căn cứ, those taken out left away. */
export const bases = createLoaded<readonly BasisEntry[]>(async () => {
  const { data } = await answer(api.GET('/bases'));
  return data.items.filter(({ isRemoved }) => !isRemoved);
});

/** The sentence that an entry prints. */
export function basisLine({ cites }: Pick<BasisEntry, 'cites'>): string {
  return basisText({ verb: 'Căn cứ', cites });
}

/** Says why a căn cứ may not be cited on a day; null where it is in force. */
export function outOfForce(
  { inForceUntil, replacedBy }: Pick<BasisEntry, 'inForceUntil' | 'replacedBy'>,
  on: string,
): string | null {
  if (inForceUntil !== undefined && inForceUntil > on) return null;
  if (inForceUntil === undefined && replacedBy === undefined) return null;
  const since = inForceUntil === undefined ? 'Hết hiệu lực' : `Hết hiệu lực từ ${formatShortDate(inForceUntil)}`;
  return replacedBy === undefined ? since : `${since}, thay bằng ${replacedBy}`;
}

/** Fields of an entry that a person writes. */
type BasisSaid = components['schemas']['PutBasis'];

/** The citation in a typed sentence; null where it is none that can be kept as data. */
export function citationIn(sentence: string): BasisSaid['cites'] | null {
  const { cites } = readBasis(withShortDates(sentence.normalize('NFC')));
  if (!cites) return null;
  const { code, organName, ...named } = cites;
  return { ...named, ...(code === undefined ? {} : { code }), ...(organName === undefined ? {} : { organName }) };
}

/** Adds an entry, or changes what an entry says of its force. Throws `Problem`. */
export async function putBasis(said: BasisSaid, rev: number | null): Promise<void> {
  const header = rev === null ? { 'If-None-Match': '*' as const } : { 'If-Match': `"r${rev}"` };
  await answer(api.PUT('/bases', { params: { header }, body: said }));
  await bases.reload();
}

/** Those of a list that hold all words that were typed, without regard to marks; the first of them. */
export function matching<Entry>(entries: readonly Entry[], text: (entry: Entry) => string, typed: string): Entry[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => words.every((word) => fold(text(entry)).includes(word))).slice(0, MAX_SHOWN);
}

/** So many are offered at once. */
const MAX_SHOWN = 12;

/** Lines with another one at their end, once. */
export function withLine(lines: string, line: string): string {
  const own = lines.split('\n').filter((one) => one.trim() !== '');
  const isThere = own.some((one) => fold(one).replace(/[;.]$/, '') === fold(line));
  return isThere ? lines : [...own, line].join('\n');
}
