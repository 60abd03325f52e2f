import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';

/**
 * A file's plan with the last parts of its branches where the draft has them: a paragraph or table beside a branch prints as one
 * below it, and a file is read so.
 */
export function withDraftsBranches(plan: KeHoach, draft: KeHoach): KeHoach {
  const parents = new Map<string, string>();
  const note = (parts: readonly Part[], parent: string): void => {
    for (const { id, children = [] } of parts) {
      if (id === undefined) continue;
      parents.set(id, parent);
      note(children, id);
    }
  };
  note(draft.body, ROOT);
  for (const { id, body } of draft.appendices ?? []) note(body, id ?? ROOT);
  const appendices = plan.appendices?.map((one) => ({ ...one, body: ended(one.body, [one.id ?? ROOT], parents) }));
  return { ...plan, body: ended(plan.body, [ROOT], parents), ...(appendices ? { appendices } : {}) };
}

const ROOT = '';

function ended(parts: readonly Part[], above: readonly string[], parents: ReadonlyMap<string, string>): Part[] {
  return parts.flatMap((part) => {
    const { id, children, ...rest } = part;
    if (id === undefined || !children) return [part];
    const below = ended(children, [...above, id], parents);
    const isAbove = (one: Part) => above.includes(parents.get(one.id ?? '') ?? id);
    const kept = below.findLastIndex((one) => !isAbove(one)) + 1;
    const left = below.slice(0, kept);
    return [{ ...rest, id, ...(left.length > 0 ? { children: left } : {}) }, ...below.slice(kept)];
  });
}
