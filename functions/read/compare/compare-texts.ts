import { byPlace, type Change, changesBetween, withoutMoved } from './changes.ts';
import type { Place, SaidLine } from './reading-order.ts';
import { textOf, wordsOf } from './words.ts';

/** A place where a file does not say what the approved text says. */
export interface TextDifference {
  readonly place: Place;
  /** Page from 1, in the file; in the approved text where the file lacks the words. */
  readonly page: number;
  /** Words of the approved text; empty where the file adds some. */
  readonly was: string;
  /** Words of the file; empty where it lacks them. */
  readonly now: string;
  /** Words before the place that both have. */
  readonly after: string;
}

/** A file beside the approved text. */
export interface TextComparison {
  /** `another`: so little is alike that it is hardly this document. */
  readonly verdict: 'same' | 'differs' | 'another';
  readonly differences: readonly TextDifference[];
}

/** Share of its words that a file of the document has in common with it. */
const LEAST_ALIKE = 0.5;
/** Words of a stretch that may stand elsewhere in a file. */
const LEAST_MOVED = 4;

/** Compares a file's text with the approved one, word by word. */
export function compareTexts(approved: readonly SaidLine[], file: readonly SaidLine[]): TextComparison {
  const [was, now] = [wordsOf(approved), wordsOf(file)];
  const changes = changesBetween(was, now);
  const lost = changes?.reduce((sum, one) => sum + one.was.length, 0) ?? was.length;
  if (!changes || lost > was.length * (1 - LEAST_ALIKE)) return { verdict: 'another', differences: [] };
  const differences = withoutMoved(changes.flatMap(byPlace), LEAST_MOVED).map(differenceOf);
  return { verdict: differences.length === 0 ? 'same' : 'differs', differences };
}

function differenceOf({ was, now, before }: Change): TextDifference {
  const line = (now[0] ?? was[0])?.line;
  return {
    place: line?.place ?? 'other',
    page: line?.page ?? 1,
    was: textOf(was),
    now: textOf(now),
    after: textOf(before),
  };
}
