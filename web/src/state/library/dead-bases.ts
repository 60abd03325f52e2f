import { z } from 'zod';
import { basis } from '#document/schemas/basis.schema.ts';
import { basisText, withShortDates } from '#document/text/basis-text.ts';
import { fold } from '#document/text/vietnamese.ts';
import { type BasisEntry, outOfForce } from './bases.ts';
import type { ToldFinding } from './told-finding.ts';

const data = z.looseObject({ bases: z.array(z.unknown()).catch([]) }).catch({ bases: [] });

/** Lists the căn cứ of a draft that the office's library knows to be out of force on a day. */
export function deadBases(
  draft: unknown,
  entries: readonly Pick<BasisEntry, 'cites' | 'inForceUntil' | 'replacedBy'>[],
  on: string,
): ToldFinding[] {
  const dead = entries.flatMap((entry) => {
    const why = outOfForce(entry, on);
    return why === null ? [] : [{ ...entry, why }];
  });
  return data.parse(draft).bases.flatMap((one, index) => {
    const { data: read } = basis.safeParse(one);
    const struck = read ? basisText(read) : '';
    const found = dead.find(({ cites }) => isCited(struck, cites));
    if (!found) return [];
    const message = `${found.why}; hãy thay hoặc bỏ căn cứ này.`;
    return [{ severity: 'warning', path: `Căn cứ ${index + 1}`, pointer: ['bases', index], message, struck }];
  });
}

/** Tells whether a sentence cites a document: by its day, and its number or, of a law, its name. */
function isCited(sentence: string, { typeName, code, issuedDate, subject }: BasisEntry['cites']): boolean {
  const words = ` ${fold(withShortDates(sentence.normalize('NFC')))} `;
  const named = code === undefined ? fold(`${typeName} ${subject}`) : `so ${fold(code)}`;
  const at = words.indexOf(` ${named}`);
  const isWhole = at >= 0 && !/[\p{L}\p{N}/-]/u.test(words[at + named.length + 1] ?? '');
  return isWhole && daysIn(words).includes(issuedDate);
}

/** Days of a text, `2020-03-05`. */
function daysIn(text: string): string[] {
  return [...text.matchAll(/(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/g)].map(
    ([, day = '', month = '', year = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
}
