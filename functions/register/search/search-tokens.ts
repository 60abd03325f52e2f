import { foldWords } from '#document/text/vietnamese.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import { organNameKey, wordKey } from '../table/keys/search-keys.ts';
import type { Write } from '../table/write.ts';

const MAX_TOKEN_LENGTH = 60;

/** Version of the tokens that a new row is found by. 1: of its trích yếu; 2: of its type's name as well; 3: and by what it cites. */
export const WORDS_VERSION = 3;

/** The folded words of a text, in order: `Cải cách` → `cai`, `cach`. Nobody looks for the tail of a word of 60 letters. */
export function foldedWords(text: string): string[] {
  return foldWords(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, MAX_TOKEN_LENGTH));
}

/** Syllables that are spelled with i as well as with y: kỹ and kĩ, quy and qui. */
const EITHER_SPELLING = /^((?:[hklmstv]|qu)(?=[iy]$)|qu(?=[iy](?:t|nh)$))[iy]/;

/** A folded word in each spelling that it may have. */
export function spellingsOf(word: string): string[] {
  if (!EITHER_SPELLING.test(word)) return [word];
  return [word.replace(EITHER_SPELLING, '$1i'), word.replace(EITHER_SPELLING, '$1y')];
}

/** A folded word in the one spelling by which words are compared. */
export function comparedWord(word: string): string {
  return word.replace(EITHER_SPELLING, '$1y');
}

/** Each two words that stand side by side: what a phrase is found by. */
export function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]}-${word}`);
}

/** By what a text is found: its words and its pairs, each once. */
export function tokensOf(text: string): string[] {
  const words = foldedWords(text);
  return [...new Set([...words, ...pairsOf(words)])];
}

/** Joins the searchable text of a row: its type and its trích yếu. */
export function foundText({ typeName, subject }: Pick<RegisterRow, 'typeName' | 'subject'>): string {
  return `${typeName} ${subject}`;
}

/** The items by which a row is found, by the version of tokens that the row names; without one the first. */
export function wordPuts(row: RegisterRow) {
  const { organ, docId, year, series, codeNumber, issuedDate, subject, wordsVersion = 1 } = row;
  return tokensOf(wordsVersion === 1 ? subject : foundText(row)).map((token) => ({
    ...wordKey(organ, token, issuedDate, docId),
    docId,
    year,
    series,
    codeNumber,
  }));
}

/** Puts {@link wordPuts}. Putting them again changes nothing. */
export function wordWrites(row: RegisterRow): Write[] {
  return wordPuts(row).map((put) => ({ put }));
}

/** The items by which an organ is found by the words of a name that it has or had. */
export function organNameWrites(organ: string, validFrom: string, names: readonly string[]): Write[] {
  const tokens = names.flatMap((name) => tokensOf(name).map((token) => ({ token, name })));
  return tokens.map(({ token, name }) => ({
    put: { ...organNameKey(token, organ, name), organ, name, validFrom },
  }));
}
