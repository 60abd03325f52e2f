import type { Part } from '#document/schemas/part.schema.ts';
import type { Row } from '#document/schemas/table.schema.ts';
import type { Addition } from '../localisable-plan.schema.ts';
import { finding, type LocaliseFinding } from '../localise-finding.ts';

/** An addition with its place in words. */
export interface PlacedAddition {
  readonly addition: Addition;
  readonly index: number;
  readonly place: string;
}

type AddedPart = PlacedAddition & { readonly part: Part };
type AddedRow = PlacedAddition & { readonly row: Row };

/** Gives out additions by where they stand, each once; what nobody asked for is lost and reported. */
export interface Places {
  partsAfter(id: string): AddedPart[];
  partsIn(id: string): AddedPart[];
  rowsAfter(id: string): AddedRow[];
  rowsIn(id: string): AddedRow[];
  reportLost(): void;
}

/** Indexes additions by place. Tells `findings` of those that have none. */
export function createPlaces(additions: readonly Addition[], findings: LocaliseFinding[]): Places {
  const placed = additions.map((addition, index) => ({
    addition,
    index,
    place: `Phần thêm thứ ${index + 1}`,
  }));
  const taken = new Set<number>();
  for (const { addition, place } of placed) {
    const why = problem(addition);
    if (why !== null) findings.push(finding('ADDITION_PLACE', place, { why }));
  }
  const at = (where: 'after' | 'in', id: string) => placed.filter(({ addition }) => addition[where] === id);
  const parts = (where: 'after' | 'in', id: string) =>
    at(where, id).flatMap((one): AddedPart[] => {
      if (!one.addition.part || taken.has(one.index)) return [];
      taken.add(one.index);
      return [{ ...one, part: one.addition.part }];
    });
  const rows = (where: 'after' | 'in', id: string) =>
    at(where, id).flatMap((one): AddedRow[] => {
      if (!one.addition.row || taken.has(one.index)) return [];
      taken.add(one.index);
      return [{ ...one, row: one.addition.row }];
    });
  return {
    partsAfter: (id) => parts('after', id),
    partsIn: (id) => parts('in', id),
    rowsAfter: (id) => rows('after', id),
    rowsIn: (id) => rows('in', id),
    reportLost: () => {
      for (const { addition, index, place } of placed) {
        if (taken.has(index) || problem(addition) !== null) continue;
        const id = addition.after ?? addition.in ?? '';
        const what = addition.row ? 'dòng hay bảng' : 'phần';
        findings.push(finding('ADDITION_PLACE', place, { why: `Không có ${what} nào mang mã “${id}” để thêm vào` }));
      }
    },
  };
}

function problem(addition: Addition): string | null {
  if ((addition.after === undefined) === (addition.in === undefined))
    return 'Phần thêm có “after” hoặc “in”, không có cả hai';
  if ((addition.part === undefined) === (addition.row === undefined))
    return 'Phần thêm có “part” hoặc “row”, không có cả hai';
  return null;
}
