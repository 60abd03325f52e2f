import { createPathLabels } from '../checking/path-labels.ts';
import { readPartialDocument } from '../checking/read-partial-document.ts';
import { canonicalJson } from '../json/canonical-json.ts';
import { nodesOf, type PartNode } from './part-nodes.ts';

/** A part that two texts of one document do not share. */
export interface PartChange {
  readonly change: 'changed' | 'added' | 'removed';
  /** Pointer, `body/0/children/2`, in the later text; of a removed part in the earlier one. */
  readonly anchor: string;
  /** Its stable id; absent where it has none. */
  readonly id?: string;
  /** The place in words that a drafter knows. */
  readonly place: string;
  /** Own content in the earlier and in the later text; null: not there. */
  readonly was: unknown;
  readonly now: unknown;
}

interface Pair {
  readonly old?: PartNode;
  readonly now?: PartNode;
}

/**
 * Lists the parts in which a later text differs from an earlier one. Parts are the same by their id, else by what they say; what is
 * left between two that are the same is paired in its order.
 */
export function changedParts(earlier: unknown, later: unknown): PartChange[] {
  const wordsOfOld = createPathLabels(readPartialDocument(earlier));
  const wordsOfNow = createPathLabels(readPartialDocument(later));
  const changes: PartChange[] = [];
  const compare = (olds: readonly PartNode[], news: readonly PartNode[]): void => {
    for (const { old, now } of pairs(olds, news)) {
      const shown = now ?? old;
      if (!shown) continue;
      if (!old || !now || !isSame(old, now)) {
        changes.push({
          change: old ? (now ? 'changed' : 'removed') : 'added',
          anchor: shown.pointer.join('/'),
          ...(shown.id !== undefined && { id: shown.id }),
          place: (now ? wordsOfNow : wordsOfOld)(shown.pointer),
          was: old?.own ?? null,
          now: now?.own ?? null,
        });
      }
      // What stands in a part that came or went is told with it, part by part.
      compare(old?.children ?? [], now?.children ?? []);
    }
  };
  compare(nodesOf(earlier), nodesOf(later));
  return changes;
}

/** The nodes of two lists, each with the one that it was or became, in the order of the later list; what went is last. */
function pairs(olds: readonly PartNode[], news: readonly PartNode[]): Pair[] {
  const partner = partners(olds, news);
  const taken = new Set(partner.values());
  const places = new Map(olds.map((old, index) => [old, index]));
  const placeOf = (now: PartNode) => places.get(partner.get(now) ?? now);
  const ends = gapEnds(news.map(placeOf), olds.length);
  let next = 0;
  const result = news.map((now, i): Pair => {
    const place = placeOf(now);
    if (place !== undefined) next = Math.max(next, place + 1);
    const old = partner.get(now) ?? olds.slice(next, ends[i]).find((one) => !taken.has(one) && mayBe(one, now));
    if (!old) return { now };
    taken.add(old);
    return { old, now };
  });
  return [...result, ...olds.filter((old) => !taken.has(old)).map((old): Pair => ({ old }))];
}

/** For each later node the place before which an earlier one may have become it: that of the next that is known. */
function gapEnds(places: readonly (number | undefined)[], length: number): number[] {
  let end = length;
  const ends = places.toReversed().map((place) => {
    end = place ?? end;
    return end;
  });
  return ends.toReversed();
}

/** Two ids are two parts. */
function mayBe(old: PartNode, now: PartNode): boolean {
  return old.id === undefined || now.id === undefined;
}

/** Pairs later nodes with earlier ones: by id, or by the next equal content. */
function partners(olds: readonly PartNode[], news: readonly PartNode[]): Map<PartNode, PartNode> {
  const byId = new Map(olds.flatMap((old) => (old.id === undefined ? [] : [[old.id, old] as const])));
  const byText = new Map<string, PartNode[]>();
  for (const old of olds) {
    if (old.id !== undefined) continue;
    const alike = byText.get(said(old)) ?? [];
    alike.push(old);
    byText.set(said(old), alike);
  }
  const found = new Map<PartNode, PartNode>();
  for (const now of news) {
    const old = now.id === undefined ? byText.get(said(now))?.shift() : byId.get(now.id);
    if (old) found.set(now, old);
  }
  return found;
}

const said = ({ own }: PartNode) => canonicalJson(own);

function isSame(old: PartNode, now: PartNode): boolean {
  return said(old) === said(now);
}
