import { diffArrays } from 'diff';
import type { Place } from './reading-order.ts';
import type { Word } from './words.ts';

/** Words of one text, from an index to before another. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Words that differ at one place of two texts. */
export interface Change {
  readonly was: readonly Word[];
  readonly now: readonly Word[];
  /** Last words before the place. */
  readonly before: readonly Word[];
}

/** Most words that may come and go: more are another text. */
const MAX_EDITS = 3000;
/** Words between two changes that are read as one. */
const JOINED_WITHIN = 2;
/** Words before a change by which a reader finds the place. */
const WORDS_BEFORE = 8;

/** The changes from one text to another in order; null where they are too many to be a mended text. */
export function changesBetween(was: readonly Word[], now: readonly Word[]): Change[] | null {
  const comparator = (a: Word, b: Word) => a.said === b.said;
  const found = diffArrays([...was], [...now], { comparator, maxEditLength: MAX_EDITS });
  if (!found) return null;
  const spans: { readonly was: Span; readonly now: Span }[] = [];
  let [i, k] = [0, 0];
  for (const { value, added, removed } of found) {
    const [toWas, toNow] = [added ? i : i + value.length, removed ? k : k + value.length];
    const last = spans.at(-1);
    if ((added || removed) && last && i - last.was.to <= JOINED_WITHIN && k - last.now.to <= JOINED_WITHIN) {
      spans[spans.length - 1] = { was: { ...last.was, to: toWas }, now: { ...last.now, to: toNow } };
    } else if (added || removed) spans.push({ was: { from: i, to: toWas }, now: { from: k, to: toNow } });
    [i, k] = [toWas, toNow];
  }
  return spans.map((span) => {
    const [old, recent] = [wholeFigure(was, span.was), wholeFigure(now, span.now)];
    return {
      was: was.slice(old.from, old.to),
      now: now.slice(recent.from, recent.to),
      before: was.slice(Math.max(0, old.from - WORDS_BEFORE), old.from),
    };
  });
}

const FIGURE = /^[\p{N}.,/]$|^\p{N}+$/u;

/** A change inside a figure is of the figure: 1.234.567, 15/3/2026. */
function wholeFigure(words: readonly Word[], { from, to }: Span): Span {
  const isOfFigure = words.slice(from, to).some(isFigure);
  if (!isOfFigure) return { from, to };
  let [start, end] = [from, to];
  while (touches(words[start - 1], words[start])) start -= 1;
  while (touches(words[end - 1], words[end])) end += 1;
  // The stroke of 01/KH-UBND joins no figure to another.
  while (start < from && !isFigure(words[start])) start += 1;
  while (end > to && !isFigure(words[end - 1])) end -= 1;
  return { from: start, to: end };
}

function isFigure(word: Word | undefined): boolean {
  return word !== undefined && /^\p{N}/u.test(word.said);
}

function touches(before: Word | undefined, after: Word | undefined): boolean {
  if (!before || !after || before.line !== after.line || before.end !== after.start) return false;
  return FIGURE.test(before.said) && FIGURE.test(after.said);
}

/** A change over two elements as one of each. */
export function byPlace({ was, now, before }: Change): Change[] {
  const places = new Set([...was, ...now].map(({ line }) => line.place));
  const of = (words: readonly Word[], place: Place) => words.filter(({ line }) => line.place === place);
  return [...places].map((place) => ({ was: of(was, place), now: of(now, place), before }));
}

/** Elements that name people and organs: a name that stands in another of them means something else. */
const NAMING: ReadonlySet<Place> = new Set(['organ', 'addressees', 'collective', 'signer', 'recipients', 'archive']);

function isElsewhere(from: Place | undefined, to: Place | undefined): boolean {
  return from !== to && from !== undefined && to !== undefined && NAMING.has(from) && NAMING.has(to);
}

/** Changes without stretches that only stand elsewhere: a layout may read them in another order. */
export function withoutMoved(changes: readonly Change[], least: number): Change[] {
  const left = new Map(changes.map((change) => [change, change]));
  const come = changes.filter(({ was, now }) => was.length === 0 && now.length >= least);
  for (const change of come) {
    const from = changes.find((one) => {
      const was = left.get(one)?.was ?? [];
      const isOther = isElsewhere(was[0]?.line.place, change.now[0]?.line.place);
      return one.now.length === 0 && !isOther && placeOf(was, change.now) >= 0;
    });
    const rest = from && left.get(from);
    if (!from || !rest) continue;
    const at = placeOf(rest.was, change.now);
    const was = rest.was.filter((_, i) => i < at || i >= at + change.now.length);
    left.delete(change);
    if (was.length === 0) left.delete(from);
    else left.set(from, { ...rest, was });
  }
  return [...left.values()];
}

/** Index at which words say what others say; -1 where they never do. */
function placeOf(words: readonly Word[], others: readonly Word[]): number {
  return words.findIndex((_, i) => others.every((other, k) => words[i + k]?.said === other.said));
}
