import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { alike, type Bag, bagOf, wordsOf } from './alike.ts';
import { nodesOf, type PlanNode, withIds } from './plan-nodes.ts';

/** Match of a part in the new plan, or that it is new. */
export interface Aligned {
  readonly id: string;
  /** `moved`: its words stand elsewhere; `unsure`: another part is as like it, a person has to look. */
  readonly as: 'same' | 'changed' | 'moved' | 'unsure' | 'added';
  /** Likeness of the two texts, from 0 to 1. */
  readonly likeness: number;
  readonly text: string;
}

/** A new plan with the ids of the old one where its parts are known, and how each was known. */
export interface AlignedPlan {
  readonly plan: KeHoach;
  readonly parts: readonly Aligned[];
  /** Parts of the old plan that the new one has no more. */
  readonly removed: readonly { readonly id: string; readonly text: string }[];
}

/** From so alike on, two texts are taken for one. */
const LEAST_LIKENESS = 0.6;
/** A second candidate within so much of the first makes the first unsure. */
const CLEAR_BY = 0.05;
/** Lists longer than this are compared by equal texts alone. */
const MAX_COMPARED = 600;

interface Known {
  readonly node: PlanNode;
  readonly words: readonly string[];
  readonly bag: Bag;
  readonly key: string;
}

interface Match {
  readonly old: PlanNode;
  readonly as: Exclude<Aligned['as'], 'added'>;
  readonly likeness: number;
}

/**
 * Gives a plan's parts, rows and appendices the ids of an older version: level by level below what is known already, in order,
 * equal texts first, then texts alike by 0.6; last, equal texts that moved elsewhere. The rest is added and removed.
 */
export function alignPlans(before: KeHoach, after: KeHoach): AlignedPlan {
  const matches = new Map<PlanNode, Match>();
  const free: { readonly olds: Known[]; readonly news: Known[] } = { olds: [], news: [] };
  const descend = (olds: readonly PlanNode[], news: readonly PlanNode[]): void => {
    const [left, right] = [olds.map(known), news.map(known)];
    const pairs = inOrder(left, right);
    for (const [old, own] of pairs) {
      matches.set(own.node, matched(old, own, left, right));
      descend(old.node.children, own.node.children);
    }
    free.olds.push(...left.filter((one) => !pairs.some(([old]) => old === one)));
    free.news.push(...right.filter((one) => !pairs.some(([, own]) => own === one)));
  };
  const [olds, news] = [nodesOf(before), nodesOf(after)];
  descend(olds, news);
  for (let took = true; took; ) took = takeMoved(free, matches, descend);
  return result(olds, news, after, matches);
}

function known(node: PlanNode): Known {
  const words = wordsOf(node.text);
  return { node, words, bag: bagOf(words), key: `${node.level} ${words.join(' ')}` };
}

/** The pairs of two lists that keep their order and are most alike together (longest common subsequence by weight). */
function inOrder(olds: readonly Known[], news: readonly Known[]): [Known, Known][] {
  const isLong = olds.length > MAX_COMPARED || news.length > MAX_COMPARED;
  const weight = (old: Known, own: Known) => weightOf(old, own, isLong);
  const width = news.length + 1;
  const best = new Float64Array((olds.length + 1) * width);
  const at = (i: number, k: number) => best[i * width + k] ?? 0;
  const weights = olds.map((old) => news.map((own) => weight(old, own)));
  for (let i = olds.length - 1; i >= 0; i--) {
    for (let k = news.length - 1; k >= 0; k--) {
      const own = weights[i]?.[k] ?? 0;
      best[i * width + k] = Math.max(at(i + 1, k), at(i, k + 1), own > 0 ? own + at(i + 1, k + 1) : 0);
    }
  }
  const pairs: [Known, Known][] = [];
  for (let i = 0, k = 0; i < olds.length && k < news.length; ) {
    const [old, own] = [olds[i], news[k]];
    const weighed = weights[i]?.[k] ?? 0;
    if (old && own && weighed > 0 && at(i, k) === weighed + at(i + 1, k + 1)) {
      pairs.push([old, own]);
      i += 1;
      k += 1;
    } else if (at(i, k) === at(i + 1, k)) i += 1;
    else k += 1;
  }
  return pairs;
}

/** Equal texts weigh more than any that are only alike. */
function weightOf(old: Known, own: Known, onlyEqual: boolean): number {
  if (old.node.level !== own.node.level) return 0;
  if (old.key === own.key) return 3;
  if (onlyEqual) return 0;
  const likeness = alike(old.bag, own.bag);
  return likeness >= LEAST_LIKENESS ? likeness : 0;
}

function matched(old: Known, own: Known, olds: readonly Known[], news: readonly Known[]): Match {
  const count = (list: readonly Known[]) => list.filter(({ key }) => key === own.key).length;
  if (old.key === own.key) {
    const isClear = count(olds) === count(news);
    return { old: old.node, as: isClear ? 'same' : 'unsure', likeness: 1 };
  }
  const likeness = alike(old.bag, own.bag);
  const others = olds.filter((one) => one !== old && one.node.level === own.node.level);
  const rival = Math.max(0, ...others.map((one) => alike(one.bag, own.bag)));
  return { old: old.node, as: rival > likeness - CLEAR_BY ? 'unsure' : 'changed', likeness };
}

/** Takes one step with texts that are equal, alone on both sides, and stand elsewhere; what is in them is compared below. */
function takeMoved(
  free: { readonly olds: readonly Known[]; readonly news: readonly Known[] },
  matches: Map<PlanNode, Match>,
  descend: (olds: readonly PlanNode[], news: readonly PlanNode[]) => void,
): boolean {
  const taken = new Set([...matches.values()].map(({ old }) => old));
  const olds = Map.groupBy(
    withBelow(free.olds).filter(({ node }) => !taken.has(node)),
    ({ key }) => key,
  );
  const news = Map.groupBy(
    withBelow(free.news).filter(({ node }) => !matches.has(node)),
    ({ key }) => key,
  );
  for (const [key, [own, ...others]] of news) {
    const [old, ...more] = olds.get(key) ?? [];
    if (!own || !old || own.words.length === 0 || others.length > 0 || more.length > 0) continue;
    matches.set(own.node, { old: old.node, as: 'moved', likeness: 1 });
    descend(old.node.children, own.node.children);
    return true;
  }
  return false;
}

function withBelow(list: readonly Known[]): Known[] {
  return list.flatMap((one) => [one, ...withBelow(one.node.children.map(known))]);
}

function result(
  olds: readonly PlanNode[],
  news: readonly PlanNode[],
  after: KeHoach,
  matches: ReadonlyMap<PlanNode, Match>,
): AlignedPlan {
  const used = new Set(flat(olds).flatMap(({ id }) => id ?? []));
  const fresh = (path: readonly number[]) => {
    const wanted = path.length === 0 ? 'phan' : `phan-${path.map((n) => n + 1).join('-')}`;
    let id = wanted.slice(0, 56);
    for (let n = 2; used.has(id); n++) id = `${wanted.slice(0, 56)}-l${n}`;
    used.add(id);
    return id;
  };
  const ids = new Map<string, string>();
  const parts: Aligned[] = [];
  const walk = (nodes: readonly PlanNode[], path: readonly number[]): void => {
    for (const [i, node] of nodes.entries()) {
      const own = [...path, i];
      const match = matches.get(node);
      const id = match?.old.id ?? fresh(own);
      ids.set(own.join(' '), id);
      parts.push({ id, as: match?.as ?? 'added', likeness: match?.likeness ?? 0, text: node.text });
      walk(node.children, own);
    }
  };
  walk(news, []);
  const kept = new Set([...matches.values()].map(({ old }) => old));
  const removed = flat(olds).flatMap((node) =>
    kept.has(node) || node.id === undefined ? [] : [{ id: node.id, text: node.text }],
  );
  return { plan: withIds(after, (path) => ids.get(path.join(' ')) ?? 'phan'), parts, removed };
}

function flat(nodes: readonly PlanNode[]): PlanNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
