import { textsIn } from '#document/json/texts-in.ts';
import { alike, wordsOf } from '#localise/from-file/alike.ts';
import type { PlanChange } from '#localise/merge/three-way.ts';
import { type PlaceDifference, placesThatDiffer } from '#read/compare/layout-differences.ts';
import type { Place, SaidLine } from '#read/compare/reading-order.ts';

/** Elements whose lines may be a figure alone: the number of a row, a page. */
const COUNTED: ReadonlySet<Place> = new Set(['table', 'appendix', 'body', 'margin']);
/** From so alike on, a printed line is of a change that is told. */
const LEAST_ALIKE = 0.6;

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
  const silent = changes.filter((one) => !seen.includes(one) && lines.some((line) => isTold([one], line)));
  return { unseen: new Set(silent.map(({ id }) => id)), untaken: untold(left, silent) };
}

function untold(differing: readonly PlaceDifference[], changes: readonly PlanChange[]): PlaceDifference[] {
  const [olds, news] = [
    changes.flatMap(({ was, own }) => [toldBy(was), toldBy(own)]),
    changes.map(({ now }) => toldBy(now)),
  ];
  const rest = (lines: readonly SaidLine[], told: readonly Told[]) =>
    lines.filter((line) => !isCount(line) && !told.some((one) => tells(one, line)));
  return differing
    .map(({ place, was, now }) => ({ place, was: rest(was, olds), now: rest(now, news) }))
    .filter(({ was, now }) => was.length + now.length > 0);
}

function isTold(changes: readonly PlanChange[], line: SaidLine): boolean {
  return changes.some(({ was, own, now }) => [was, own, now].some((value) => tells(toldBy(value), line)));
}

function isCount({ place, text }: SaidLine): boolean {
  return COUNTED.has(place) && !/\p{L}/u.test(text);
}

/** A text of a change, whole and as words without capitals and marks. */
interface Told {
  readonly whole: string;
  readonly words: readonly string[];
}

function toldBy(value: unknown): Told {
  const whole = exactly(textsIn(value).join(' '));
  return { whole, words: wordsOf(whole) };
}

function tells({ whole, words }: Told, { place, text, labelLength = 0 }: SaidLine): boolean {
  const bare = text.slice(labelLength);
  if (whole.includes(exactly(bare))) return true;
  return COUNTED.has(place) && alike(words, wordsOf(bare)) >= LEAST_ALIKE;
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
