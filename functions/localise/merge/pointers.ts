import type { Pointer } from '#document/checking/findings.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';

/** Where the fields, parts, rows and appendices of a plan stand, by the id that they came down with or have. */
export function pointersById(plan: KeHoach): ReadonlyMap<string, Pointer> {
  const pointers = new Map<string, Pointer>(Object.keys(plan).map((field) => [field, [field]]));
  const ofParts = (parts: readonly Part[], at: Pointer): void => {
    parts.forEach((part, i) => {
      const here = [...at, i];
      pointers.set(part.origin?.partId ?? part.id, here);
      part.table?.rows.forEach((row, k) => {
        const id = row.origin?.partId ?? row.id;
        if (id !== undefined) pointers.set(id, [...here, 'table', 'rows', k]);
      });
      ofParts(part.children ?? [], [...here, 'children']);
    });
  };
  ofParts(plan.body, ['body']);
  (plan.appendices ?? []).forEach((appendix, i) => {
    pointers.set(appendix.origin?.partId ?? appendix.id, ['appendices', i]);
    ofParts(appendix.body, ['appendices', i, 'body']);
  });
  return pointers;
}
