import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { answer, api } from '../../api/client.ts';
import type { Person, Series } from '../../api/types.ts';

/**
 * Tells whether a person may note secret documents' numbers: a clerk, in this year's or last year's series that another system numbers
 * (0447), until it is closed.
 */
export function mayNoteSecret(
  { year, series, closing }: Series,
  { roles }: Person,
  profile: Pick<OrganProfile, 'series'> | null | undefined,
  thisYear: number,
): boolean {
  const isRecorded = profile?.series.some(({ name, given }) => name === series && given === 'recorded') ?? false;
  return isRecorded && roles.includes('clerk') && year >= thisYear - 1 && closing === undefined;
}

/** A number as a book has it, with the letters behind it if any. */
export interface TypedNumber {
  readonly codeNumber: number;
  readonly codeSuffix?: string;
}

/** Reads a number as it is typed, `0215` and `255a` too; null where it is none of 1 to 999,999 with up to four letters. */
export function typedNumber(text: string): TypedNumber | null {
  const [, digits, suffix = ''] = /^0*([1-9]\d{0,5}) ?([a-zđ]{0,4})$/.exec(text.trim().toLowerCase()) ?? [];
  return digits === undefined ? null : { codeNumber: Number(digits), ...(suffix !== '' && { codeSuffix: suffix }) };
}

/** Notes that a number of a series is a secret document's. Throws `Problem`. */
export async function noteSecret({ year, series }: Series, number: TypedNumber, day: string): Promise<void> {
  const body = { ...number, kind: 'secret' as const, ...(day !== '' && { issuedDate: day }) };
  await answer(api.POST('/series/{year}/{series}/blanks', { params: { path: { year, series } }, body }));
}
