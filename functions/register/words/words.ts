import { foldWords } from '#document/text/vietnamese.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import { organNameKey, wordKey } from '../table/keys.ts';
import type { Write } from '../table/write.ts';

const MAX_TOKEN_LENGTH = 60;

/** The folded words of a text, in order: `Cải cách` → `cai`, `cach`. Nobody looks for the tail of a word of 60 letters. */
export function foldedWords(text: string): string[] {
  return foldWords(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, MAX_TOKEN_LENGTH));
}

/** Each two words that stand side by side: what a phrase is found by. */
export function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, place) => `${words[place]}-${word}`);
}

/** By what a text is found: its words and its pairs, each once. */
export function tokensOf(text: string): string[] {
  const words = foldedWords(text);
  return [...new Set([...words, ...pairsOf(words)])];
}

/** The items by which a row is found by the words of its trích yếu. */
export function wordPuts(row: RegisterRow) {
  const { organ, docId, year, series, codeNumber, issuedDate, subject } = row;
  return tokensOf(subject).map((token) => ({
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
