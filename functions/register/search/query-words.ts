import type { SearchCommand } from '../commands/page-requests.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import { comparedWord, foldedWords, foundText, pairsOf, spellingsOf } from './search-tokens.ts';

/** Most words of a query that are looked up; the rows hold the rest. */
const MAX_LOOKUPS = 24;
/** Of so many words one may be too many; of two it may where nothing has both. */
const MANY = 3;

/** A query as it is looked up: each word, and each pair of a phrase, in its spellings. */
export interface QueryWords {
  readonly words: readonly (readonly string[])[];
  readonly phrases: readonly (readonly string[])[];
}

/** The tokens of a query's words and phrases. */
export function queryWords({ words = [], phrases = [] }: SearchCommand): QueryWords {
  const each = new Map(words.flatMap(foldedWords).map((word) => [comparedWord(word), spellingsOf(word)]));
  const ofPhrases = phrases
    .map(foldedWords)
    .flatMap((phrase) => (phrase.length > 1 ? pairSpellings(phrase) : phrase.map(spellingsOf)));
  const looked = [...each.values()].slice(0, MAX_LOOKUPS);
  return { words: looked, phrases: ofPhrases.slice(0, MAX_LOOKUPS - Math.min(looked.length, MAX_LOOKUPS - 1)) };
}

function pairSpellings(phrase: readonly string[]): string[][] {
  return pairsOf(phrase).map((_, at) =>
    spellingsOf(phrase[at] ?? '').flatMap((first) =>
      spellingsOf(phrase[at + 1] ?? '').map((second) => `${first}-${second}`),
    ),
  );
}

/** Fewest words a document must have so that one word too many hides nothing; undefined: all. */
export function fewestWords(count: number, hasFound: boolean): number | undefined {
  if (count >= MANY) return count - Math.max(1, Math.floor(count / MANY));
  return count === 2 && !hasFound ? 1 : undefined;
}

/** Counts the query's words in a row, and checks its phrases. */
export function countWords(row: RegisterRow, { words = [], phrases = [] }: SearchCommand) {
  const own = foldedWords(foundText(row)).map(comparedWord);
  const has = new Set(own);
  const text = ` ${own.join(' ')} `;
  const asked = [...new Set(words.flatMap(foldedWords).map(comparedWord))];
  const spoken = phrases.map((phrase) => foldedWords(phrase).map(comparedWord).join(' '));
  return {
    asked: asked.length,
    count: asked.filter((word) => has.has(word)).length,
    hasPhrases: spoken.every((phrase) => text.includes(` ${phrase} `)),
  };
}
