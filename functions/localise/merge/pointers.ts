import type { Pointer } from '#document/checking/findings.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';

/** Pointers to the fields, parts, rows and appendices of a plan, by the id they came down with. */
export function pointersById(plan: KeHoach): ReadonlyMap<string, Pointer> {
  const pointers = new Map<string, Pointer>(Object.keys(plan).map((field) => [field, [field]]));
  const note = ({ id, origin }: Pick<Part, 'id' | 'origin'>, at: Pointer): void => {
    const known = origin?.partId ?? id;
    if (known !== undefined) pointers.set(known, at);
  };
  const ofParts = (parts: readonly Part[], at: Pointer): void => {
    parts.forEach((part, i) => {
      const here = [...at, i];
      note(part, here);
      part.table?.rows.forEach((row, k) => {
        note(row, [...here, 'table', 'rows', k]);
      });
      ofParts(part.children ?? [], [...here, 'children']);
    });
  };
  ofParts(plan.body, ['body']);
  (plan.appendices ?? []).forEach((appendix, i) => {
    note(appendix, ['appendices', i]);
    ofParts(appendix.body, ['appendices', i, 'body']);
  });
  return pointers;
}
