import { canonicalJson } from '#document/json/canonical-json.ts';

/** One thing in three plans: as it went down, as the unit has it, as it would go down now. */
export interface Sides<T> {
  readonly id: string;
  readonly base: T | undefined;
  readonly unit: T | undefined;
  readonly next: T | undefined;
}

/** Change of one side since the plan went down. */
export type SideChange = 'unchanged' | 'changed' | 'added' | 'removed';

/** Result of merging both sides: the superior's, the unit's, the same, or a conflict. */
export type Outcome = 'same' | 'superior' | 'unit' | 'conflict';

/** Decisions of a drafter on conflicts, by id. */
export type Decisions = ReadonlyMap<string, 'superior' | 'unit'>;

/** A judged thing: what each did, and which side the result is taken from; `null`: it is gone. */
export interface Judged {
  readonly superior: SideChange;
  readonly unit: SideChange;
  readonly outcome: Outcome;
  readonly take: 'unit' | 'next' | null;
}

/**
 * Things of three lists by id, in the order of the superior's new list; what only the unit has stands after what it stands
 * after in the unit's own.
 */
export function align<T>(
  base: readonly T[],
  unit: readonly T[],
  next: readonly T[],
  idOf: (thing: T) => string,
): Array<Sides<T>> {
  const index = (list: readonly T[]) => byId(list, idOf);
  const [bases, units, nexts] = [index(base), index(unit), index(next)];
  const order = [...nexts.keys()];
  let before: string | null = null;
  for (const id of units.keys()) {
    if (!nexts.has(id)) order.splice(before === null ? 0 : order.indexOf(before) + 1, 0, id);
    before = id;
  }
  for (const id of bases.keys()) if (!nexts.has(id) && !units.has(id)) order.push(id);
  return order.map((id) => ({ id, base: bases.get(id), unit: units.get(id), next: nexts.get(id) }));
}

/** Things by id; of things without one that say the same each gets a key of its own. */
function byId<T>(list: readonly T[], idOf: (thing: T) => string): Map<string, T> {
  const things = new Map<string, T>();
  for (const thing of list) {
    let id = idOf(thing);
    while (things.has(id)) id += '#';
    things.set(id, thing);
  }
  return things;
}

/** Judges a thing by what it says: `own` leaves out what is judged on its own, `whole` does not. */
export function judge<T>(
  { base, unit, next }: Sides<T>,
  own: (thing: T) => unknown,
  whole: (thing: T) => unknown,
): Judged {
  const gone = unit === undefined || next === undefined;
  const say = (thing: T) => canonicalJson(gone ? whole(thing) : own(thing));
  const superior = changeOf(base, next, say);
  const byUnit = changeOf(base, unit, say);
  const take = (side: 'unit' | 'next') => ((side === 'unit' ? unit : next) === undefined ? null : side);
  if (quiet(superior) && quiet(byUnit)) return { superior, unit: byUnit, outcome: 'same', take: take('next') };
  if (quiet(byUnit)) return { superior, unit: byUnit, outcome: 'superior', take: take('next') };
  if (quiet(superior)) return { superior, unit: byUnit, outcome: 'unit', take: take('unit') };
  const equal = unit && next ? say(unit) === say(next) : unit === next;
  if (equal) return { superior, unit: byUnit, outcome: 'same', take: take('next') };
  return { superior, unit: byUnit, outcome: 'conflict', take: take('unit') };
}

/** Takes the side that a drafter decided for, whatever was judged. */
export function decided<T>(judged: Judged, { id, unit, next }: Sides<T>, decisions: Decisions): Judged {
  const decision = decisions.get(id);
  if (decision === undefined || judged.outcome === 'same') return judged;
  const [side, there] = decision === 'unit' ? (['unit', unit] as const) : (['next', next] as const);
  return { ...judged, outcome: decision, take: there === undefined ? null : side };
}

function quiet(change: SideChange): boolean {
  return change === 'unchanged';
}

function changeOf<T>(before: T | undefined, after: T | undefined, say: (thing: T) => string): SideChange {
  if (before === undefined) return after === undefined ? 'unchanged' : 'added';
  if (after === undefined) return 'removed';
  return say(before) === say(after) ? 'unchanged' : 'changed';
}
