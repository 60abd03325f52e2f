import type { Place, SaidLine } from './reading-order.ts';
import { wordsOf } from './words.ts';

/** An element that two files print in other words: the lines that only the one or only the other has. */
export interface PlaceDifference {
  readonly place: Place;
  readonly was: readonly SaidLine[];
  readonly now: readonly SaidLine[];
}

/** Compares two files element by element, line by line; a line that moved inside its element is none. */
export function placesThatDiffer(was: readonly SaidLine[], now: readonly SaidLine[]): PlaceDifference[] {
  const places = new Set([...was, ...now].map(({ place }) => place));
  return [...places].flatMap((place) => {
    const [old, own] = [was, now].map((lines) => lines.filter((line) => line.place === place));
    if (!old || !own || keyOf(old) === keyOf(own)) return [];
    const difference = { place, was: lacking(old, own), now: lacking(own, old) };
    return difference.was.length + difference.now.length === 0 ? [] : [difference];
  });
}

/** Words as they are compared; the label of a part is counted, and says nothing. */
function keyOf(lines: readonly SaidLine[]): string {
  const words = wordsOf(lines.map((line) => ({ ...line, text: line.text.slice(line.labelLength ?? 0) })));
  return words.map(({ said }) => said).join(' ');
}

/** Lines of one list that another lacks; a line twice in one has to be twice in the other. */
function lacking(lines: readonly SaidLine[], others: readonly SaidLine[]): SaidLine[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(keyOf([line]), (left.get(keyOf([line])) ?? 0) + 1);
  return lines.filter((line) => {
    const key = keyOf([line]);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return key !== '' && count <= 0;
  });
}
