import { textsIn } from '#document/json/texts-in.ts';
import { alike, type Bag, bagOf, wordsOf } from '#localise/from-file/alike.ts';
import type { PlanChange } from '#localise/merge/three-way.ts';
import { type PlaceDifference, placesThatDiffer } from '#read/compare/layout-differences.ts';
import type { Place, SaidLine } from '#read/compare/reading-order.ts';

/** Elements whose lines may be a figure alone: the number of a row, a page. */
const COUNTED: ReadonlySet<Place> = new Set(['table', 'appendix', 'body', 'margin']);
/** Elements of which a line may be one of many in a text. */
const WITHIN: ReadonlySet<Place> = new Set([...COUNTED, 'recitals', 'subject', 'appendix-head']);
/** From so alike on, a printed line is of a change that is told; of more changes only the very words are looked for. */
const LEAST_ALIKE = 0.6;
const MAX_ALIKE = 200;

/** Differences of a file from the draft's print, beside the changes that it was seen to make. */
export interface Silent {
  /** Ids of changes that stand on the draft's side, though the file's words are others: no hand of the file is seen in them. */
  readonly unseen: ReadonlySet<string>;
  /** Words that no change tells: the draft has no field for them, and they are put in by hand. */
  readonly untaken: readonly PlaceDifference[];
}

/** Finds what a file says otherwise than the draft prints, and none of its changes tells. */
export function silentDifferences(
  printed: readonly SaidLine[],
  file: readonly SaidLine[],
  changes: readonly PlanChange[],
): Silent {
  const seen = changes.filter(({ superior }) => superior !== 'unchanged');
  const differing = placesThatDiffer(printed, file);
  const left = untold(differing, seen);
  const lines = left.flatMap(({ was, now }) => [...was, ...now]);
  const silent = changes.filter((one) => {
    if (seen.includes(one) || lines.length === 0) return false;
    const told = tellingOf([one.was, one.own, one.now]);
    return lines.some((line) => tells(told, line));
  });
  return { unseen: new Set(silent.map(({ id }) => id)), untaken: untold(left, silent) };
}

function untold(differing: readonly PlaceDifference[], changes: readonly PlanChange[]): PlaceDifference[] {
  if (differing.length === 0) return [];
  const olds = tellingOf(changes.flatMap(({ was, own }) => [was, own]));
  const news = tellingOf(changes.map(({ now }) => now));
  const rest = (lines: readonly SaidLine[], told: Telling) =>
    lines.filter((line) => !isCount(line) && !tells(told, line));
  return differing
    .map(({ place, was, now }) => ({ place, was: rest(was, olds), now: rest(now, news) }))
    .filter(({ was, now }) => was.length + now.length > 0);
}

function isCount({ place, text }: SaidLine): boolean {
  return COUNTED.has(place) && !/\p{L}/u.test(text);
}

/** Texts of changes: all of them in one, each text by itself, and each value as words without capitals and marks. */
interface Telling {
  readonly whole: string;
  readonly pieces: ReadonlySet<string>;
  readonly bags: () => readonly Bag[];
}

function tellingOf(values: readonly unknown[]): Telling {
  const texts = values.map((value) => exactly(textsIn(value).join(' ')));
  let bags: readonly Bag[] | null = null;
  return {
    whole: texts.join('\n'),
    pieces: new Set(values.flatMap(textsIn).map(exactly)),
    bags: () => {
      bags ??= texts.length > MAX_ALIKE ? [] : texts.map((text) => bagOf(wordsOf(text)));
      return bags;
    },
  };
}

function tells({ whole, pieces, bags }: Telling, { place, text, labelLength = 0 }: SaidLine): boolean {
  const bare = text.slice(labelLength);
  // A short line of head or foot may stand in any sentence: only the very text tells it.
  if (pieces.has(exactly(bare))) return true;
  if (!WITHIN.has(place)) return false;
  if (whole.includes(exactly(bare))) return true;
  const bag = bagOf(wordsOf(bare));
  return COUNTED.has(place) && bags().some((one) => alike(one, bag) >= LEAST_ALIKE);
}

/** Letters, marks and figures alone, capitals aside. */
function exactly(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ');
}
