import { createPathLabels } from '#document/checking/path-labels.ts';
import { readPartialDocument } from '#document/checking/read-partial-document.ts';
import type { Appendix } from '#document/schemas/appendix.schema.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { Row } from '#document/schemas/table.schema.ts';
import { fieldChange, PLAN_FIELDS, type PlanField } from './plan-fields.ts';
import { pointersById } from './pointers.ts';
import {
  align,
  type Decisions,
  decided,
  type Judged,
  judge,
  type Outcome,
  type SideChange,
  type Sides,
} from './three-sides.ts';

/** Something that is not the same in the three plans. */
export interface PlanChange {
  /** Id of the part, row or appendix; for a field its name. */
  readonly id: string;
  /** The place in words that a drafter knows. */
  readonly place: string;
  readonly superior: SideChange;
  readonly unit: SideChange;
  /** `conflict`: both changed it in two ways, the result keeps the unit's until a human decides. */
  readonly outcome: Outcome;
  /** As it went down, as the superior has it now, as the unit has it, as the result has it; null: not there. */
  readonly was: unknown;
  readonly now: unknown;
  readonly own: unknown;
  readonly result: unknown;
}

/** The comparison, and the plan that comes of it. */
export interface ThreeWay {
  readonly changes: readonly PlanChange[];
  readonly result: KeHoach;
}

/**
 * Compares, part by part, what superior and unit changed since the plan went down. It makes what would come of both.
 * `base` and `next` are the unit's plan made of the superior's old and new one; `unit` is the unit's draft or issued
 * plan. Parts are known by where they came from, whatever the unit has made of them. A change that was decided is taken
 * from the side that was decided for, and is no conflict.
 */
export function threeWay(base: KeHoach, unit: KeHoach, next: KeHoach, decisions: Decisions = new Map()): ThreeWay {
  const changes: PlanChange[] = [];
  const places = [unit, next, base].map((plan) => {
    const pointers = pointersById(plan);
    const words = createPathLabels(readPartialDocument(plan));
    return (id: string) => {
      const pointer = pointers.get(id);
      return pointer && words(pointer);
    };
  });
  const placeOf = (id: string) => places.map((place) => place(id)).find((words) => words !== undefined) ?? id;

  const fields: Partial<Pick<KeHoach, PlanField>> = {};
  for (const field of PLAN_FIELDS) {
    const { judged, value } = fieldChange(field, base, unit, next, decisions);
    note({ id: field, base: base[field], unit: unit[field], next: next[field] }, judged, value);
    Object.assign(fields, value === undefined ? {} : { [field]: value });
  }
  const body = parts(base.body, unit.body, next.body);
  const appendices = aligned(base.appendices, unit.appendices, next.appendices, idOf).flatMap((sides): Appendix[] => {
    const judged = decided(judge(sides, ownAppendix, bare), sides, decisions);
    const taken = judged.take && sides[judged.take];
    note(sides, judged, taken && ownAppendix(taken), ownAppendix);
    if (!taken) return [];
    const inside = parts(sides.base?.body, sides.unit?.body, sides.next?.body);
    return inside.length === 0 ? [] : [{ ...taken, body: inside, ...originOf(sides) }];
  });
  const {
    bases: _,
    preamble: _p,
    openingLead: _l,
    opening: _o,
    closing: _c,
    draftingUnit: _d,
    appendices: _a,
    ...rest
  } = unit;
  const result: KeHoach = {
    ...rest,
    ...fields,
    body: body.length > 0 ? body : unit.body,
    ...(appendices.length > 0 ? { appendices } : {}),
    ...(next.localisedFrom ? { localisedFrom: next.localisedFrom } : {}),
  };
  return { changes, result };

  function parts(olds: readonly Part[] = [], owns: readonly Part[] = [], news: readonly Part[] = []): Part[] {
    return align(olds, owns, news, idOf).flatMap((sides): Part[] => {
      const judged = decided(judge(sides, ownPart, bare), sides, decisions);
      const taken = judged.take && sides[judged.take];
      note(sides, judged, taken && ownPart(taken), ownPart);
      if (!taken) return [];
      const children = parts(sides.base?.children, sides.unit?.children, sides.next?.children);
      const rows = tableRows(sides);
      const { children: _, table, ...own } = taken;
      if (table && rows.length === 0) return [];
      return [
        {
          ...own,
          ...(table ? { table: { ...table, rows } } : {}),
          ...(children.length > 0 ? { children } : {}),
          ...originOf(sides),
        },
      ];
    });
  }

  function tableRows({ base: old, unit: own, next: now }: Sides<Part>): Row[] {
    return align(old?.table?.rows ?? [], own?.table?.rows ?? [], now?.table?.rows ?? [], rowId).flatMap((sides) => {
      const judged = decided(judge(sides, bare, bare), sides, decisions);
      const taken = judged.take && sides[judged.take];
      note(sides, judged, taken && bare(taken), bare);
      return taken ? [{ ...taken, ...originOf(sides) }] : [];
    });
  }

  function note<T>(
    sides: Sides<T>,
    judged: Judged,
    result: unknown,
    say: (thing: T) => unknown = (thing) => thing,
  ): void {
    const { superior, unit: byUnit, outcome } = judged;
    if (superior === 'unchanged' && byUnit === 'unchanged') return;
    const said = (thing: T | undefined) => (thing === undefined ? null : say(thing));
    changes.push({
      id: sides.id,
      place: placeOf(sides.id),
      superior,
      unit: byUnit,
      outcome,
      was: said(sides.base),
      now: said(sides.next),
      own: said(sides.unit),
      result: result ?? null,
    });
  }
}

type Origined = Pick<Part, 'origin'>;

/** The superior's newest origin holds, so that the next comparison starts from there. */
function originOf<T extends Origined>({ unit, next }: Sides<T>): Origined {
  const origin = next?.origin ?? unit?.origin;
  return origin ? { origin } : {};
}

/** Finds the id of a part; one without an id is known by its content. */
function idOf(one: Part | Appendix): string {
  return one.origin?.partId ?? one.id ?? JSON.stringify(bare(one));
}

function rowId(row: Row): string {
  return row.origin?.partId ?? row.id ?? JSON.stringify(row.cells ?? row.group ?? '');
}

function aligned(
  base: readonly Appendix[] = [],
  unit: readonly Appendix[] = [],
  next: readonly Appendix[] = [],
  id: (appendix: Appendix) => string,
) {
  return align(base, unit, next, id);
}

/** Drops children, rows and origin from a part. */
function ownPart({ children: _, origin: __, table, ...own }: Part): unknown {
  return table ? { ...own, table: { ...table, rows: [] } } : own;
}

function ownAppendix({ body: _, origin: __, ...own }: Appendix): unknown {
  return own;
}

/** A value without any origin in it. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (key === 'origin' ? [] : [[key, bare(inner)]])),
  );
}
