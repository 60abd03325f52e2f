import { foldNotation } from '#document/code-notation.ts';
import { dateParts, type IsoDate, vietnamDate } from '#document/dates.ts';
import { foldWords } from '#document/text/vietnamese.ts';
import type { DocumentState } from '#register/model/types.ts';
import type { NumberedDocument, OrganName, Page } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { sightOf } from '../may-read.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Conditions of a search; all given ones must hold. */
export interface SearchInput {
  /** Words of the trích yếu in any order, with or without marks; a phrase in quotation marks side by side. */
  readonly text?: string | undefined;
  /** Organ whose book is searched: an id; else a name that it has or had; else one's own. */
  readonly organ?: string | undefined;
  readonly organName?: string | undefined;
  /** Ký hiệu, or its beginning: `KH-UBND`, `kh`; with a number the whole symbol. */
  readonly symbol?: string | undefined;
  readonly year?: number | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly typeCode?: string | undefined;
  readonly state?: DocumentState | undefined;
  readonly signer?: string | undefined;
  readonly recipient?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** A page of what was found. Where a name means several organs nothing is looked up: `organs` are those to choose from. */
export interface SearchAnswer extends Page<NumberedDocument> {
  readonly organs: OrganName[];
}

/** First day of a book that has no other start. */
const FIRST_DAY = '1945-09-02';

/** Finds documents in the book of an organ, newest first, of those that the asker may see. Throws `no-words-in-query`, `bad-cursor`. */
export async function searchDocuments(deps: Deps, actor: Actor, input: SearchInput): Promise<SearchAnswer> {
  requireRole(actor, 'find');
  const organs = await organsOf(deps, actor, input);
  const [organ, ...others] = organs;
  if (!organ || others.length > 0) return { organs, items: [] };

  const text = input.text ?? '';
  if (text.trim() !== '' && foldWords(text) === '') throw new UseCaseError('no-words-in-query');
  const { phrases, words } = partsOf(text);
  const symbol = input.symbol === undefined ? undefined : foldNotation(input.symbol);
  const [from, to] = await period(deps, organ.organ, input);
  const { typeCode, signer, recipient, cursor, limit } = input;
  const isSeen = await sightOf(deps, actor, organ.organ);
  const page = await deps.register.search({
    organ: organ.organ,
    from,
    to,
    words,
    phrases,
    ...(typeCode !== undefined && { typeCode }),
    ...(signer !== undefined && { signer }),
    ...(recipient !== undefined && { recipient }),
    page: { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) },
    wanted: ({ document, row }) =>
      isSeen(document) &&
      (input.state === undefined || document.state === input.state) &&
      (symbol === undefined || bears(row, symbol)),
  });
  return { organs, ...page };
}

async function organsOf(deps: Deps, actor: Actor, input: SearchInput): Promise<OrganName[]> {
  if (input.organ !== undefined) return [await named(deps, input.organ)];
  if (input.organName !== undefined && foldWords(input.organName) !== '')
    return deps.register.findOrgans(input.organName);
  return [await named(deps, actor.organ)];
}

/** An organ with the name that it had last. */
async function named(deps: Deps, organ: string): Promise<OrganName> {
  return { organ, name: (await readProfiles(deps, organ)).at(-1)?.name ?? organ };
}

/** `"cải cách hành chính" năm 2026`: one phrase, two words. Typographic quotation marks are as good. */
function partsOf(text: string): { readonly phrases: readonly string[]; readonly words: readonly string[] } {
  const phrases = [...text.matchAll(/["“”]([^"“”]+)["“”]/g)].map(([, phrase = '']) => phrase);
  const words = text.replace(/["“”][^"“”]+["“”]/g, ' ');
  return { phrases, words: words.trim() === '' ? [] : [words] };
}

async function period(deps: Deps, organ: string, { year, from, to }: SearchInput): Promise<[IsoDate, IsoDate]> {
  const today = vietnamDate(deps.clock.now());
  const [low, high] = year === undefined ? [await firstDay(deps, organ), today] : [`${year}-01-01`, `${year}-12-31`];
  return [latest(from ?? low, low), earliest(to ?? high, high)];
}

function latest(...days: readonly IsoDate[]): IsoDate {
  return days.toSorted().at(-1) ?? FIRST_DAY;
}

function earliest(...days: readonly IsoDate[]): IsoDate {
  return days.toSorted().at(0) ?? FIRST_DAY;
}

/** Nothing can be in a book before the organ has a profile. */
async function firstDay(deps: Deps, organ: string): Promise<IsoDate> {
  const [oldest] = await deps.register.listProfiles(organ);
  return oldest ? `${dateParts(oldest.validFrom).year}-01-01` : FIRST_DAY;
}

function bears(row: NumberedDocument['row'], symbol: string): boolean {
  return /^\d/.test(symbol)
    ? foldNotation(row.symbolKey) === symbol.replace(/^0+/, '')
    : foldNotation(row.codeNotation).startsWith(symbol);
}
