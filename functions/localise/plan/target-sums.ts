import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { Row, Target } from '#document/schemas/table.schema.ts';
import { isFor } from '../units/audience.ts';
import type { Unit } from '../units/directory.ts';
import type { CompiledPart, CompiledPlan, CompiledRow } from './compiled-plan.ts';

/** Target of one task: the superior's figure, and the units' sum. */
export interface TargetSum {
  readonly rowId: string;
  /** "Phụ lục, dòng 5". */
  readonly place: string;
  readonly measure: string;
  readonly period: string | null;
  /** The superior's own figure for all, if its plan has one. */
  readonly own: number | null;
  /** Sum over the units that have said one. */
  readonly sum: number;
  readonly counted: number;
  /** Units among them whose figure is of the plan that they sent; the others count with the figure that went down to them. */
  readonly sent: number;
  /** Codes of units that the task is for and that have no document, no such row, or no figure of this measure. */
  readonly missing: readonly string[];
  /** Codes of units whose figure is another than the plan asked for. */
  readonly differing: readonly string[];
}

/**
 * Sums the figures of a plan's tasks over its units. A unit that has sent nothing yet counts with what went down to it
 * (`as-given`); of a sent plan a row is known by where it came from, whatever the unit has made of its words.
 */
export function targetSums(
  plan: CompiledPlan,
  units: ReadonlyArray<{ readonly unit: Unit; readonly document: KeHoach | 'as-given' | null }>,
): TargetSum[] {
  const rowsOf = new Map(units.map(({ unit, document }) => [unit.code, figuresOf(document)]));
  return planRows(plan).flatMap((row): TargetSum[] => {
    const any = askedOf(row, () => true);
    if (!any) return [];
    const bound = units.flatMap(({ unit }) => {
      const asked = askedOf(row, (audience) => isFor(audience, unit));
      if (!asked) return [];
      const figures = rowsOf.get(unit.code);
      return [{ code: unit.code, asked, found: figures === 'as-given' ? asked : figures?.get(row.id)?.target }];
    });
    const said = bound.flatMap(({ code, asked, found }) =>
      found && isSame(found, any) ? [{ code, value: found.value, asked: asked.value }] : [],
    );
    const saidBy = new Set(said.map(({ code }) => code));
    const own = row.source.target;
    return [
      {
        rowId: row.id,
        place: row.place,
        measure: any.measure,
        period: any.period ?? null,
        own: own && !row.addedFor && isSame(own, any) ? own.value : null,
        sum: said.reduce((sum, { value }) => sum + value, 0),
        counted: said.length,
        sent: said.filter(({ code }) => rowsOf.get(code) !== 'as-given').length,
        missing: bound.filter(({ code }) => !saidBy.has(code)).map(({ code }) => code),
        differing: said.filter(({ value, asked }) => value !== asked).map(({ code }) => code),
      },
    ];
  });
}

/** Target that a row sets for matching units, by its marks or its own figure. */
function askedOf(row: CompiledRow, fits: (audience: Parameters<typeof isFor>[0]) => boolean): Target | null {
  if (row.addedFor && !fits(row.addedFor.audience)) return null;
  if (!row.marks) return row.target;
  const mark = row.marks.find((one) => fits(one.for) && !one.stays);
  return mark ? (mark.target ?? row.target) : null;
}

function isSame(a: Target, b: Target): boolean {
  return a.measure === b.measure && a.period === b.period;
}

function planRows(plan: CompiledPlan): CompiledRow[] {
  const ofPart = (part: CompiledPart): CompiledRow[] => [...(part.table?.rows ?? []), ...part.children.flatMap(ofPart)];
  return [...plan.body, ...plan.appendices.flatMap(({ body }) => body)].flatMap(ofPart);
}

function figuresOf(document: KeHoach | 'as-given' | null): ReadonlyMap<string, Row> | 'as-given' | null {
  return document === null || document === 'as-given' ? document : rowsByOrigin(document);
}

function rowsByOrigin(document: KeHoach): ReadonlyMap<string, Row> {
  const ofPart = (part: Part): Row[] => [...(part.table?.rows ?? []), ...(part.children ?? []).flatMap(ofPart)];
  const rows = [...document.body, ...(document.appendices ?? []).flatMap(({ body }) => body)].flatMap(ofPart);
  return new Map(rows.map((row) => [row.origin?.partId ?? row.id ?? '', row]));
}
