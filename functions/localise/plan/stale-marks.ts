import { createPathLabels } from '#document/checking/path-labels.ts';
import { readPartialDocument } from '#document/checking/read-partial-document.ts';
import type { Appendix } from '#document/schemas/appendix.schema.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { Row } from '#document/schemas/table.schema.ts';
import type { LocalisablePlan, Mark } from '../localisable-plan.schema.ts';
import { finding, type LocaliseFinding } from '../localise-finding.ts';
import { pointersById } from '../merge/pointers.ts';
import { isFor } from '../units/audience.ts';
import type { Unit } from '../units/directory.ts';

/** A part that the superior changed while its wording for units stayed as it was. */
export interface StaleMark {
  readonly id: string;
  readonly finding: LocaliseFinding;
}

type Node = Partial<Pick<Part, 'id' | 'title' | 'text'>> & Partial<Pick<Row, 'cells'>>;

/**
 * The marks of an amended plan whose wording hides from units what the superior changed: the part is another, its wording for units
 * the same. Of a unit those alone that hold for it.
 */
export function staleMarks(before: LocalisablePlan, after: LocalisablePlan, unit?: Unit): StaleMark[] {
  const old = nodesById(before.plan);
  const now = nodesById(after.plan);
  const pointers = pointersById(after.plan);
  const words = createPathLabels(readPartialDocument(after.plan));
  const stale = after.marks.filter((mark) => {
    const [was, is] = [old.get(mark.id), now.get(mark.id)];
    const stood = before.marks.find((one) => one.id === mark.id && same(one.for, mark.for));
    if (!was || !is || !stood || (unit && !holds(after.marks, mark, unit))) return false;
    return hides(mark, stood, was, is);
  });
  return [...new Set(stale.map(({ id }) => id))].map((id) => {
    const pointer = pointers.get(id);
    return { id, finding: finding('MARK_STALE', pointer ? words(pointer) : id) };
  });
}

/** Tells whether a wording, the same as before, stands in place of what changed. */
function hides(mark: Mark, stood: Mark, was: Node, is: Node): boolean {
  const isHidden = (wording: unknown, wordingBefore: unknown, from: unknown, to: unknown) =>
    wording !== undefined && same(wording, wordingBefore) && !same(from, to);
  return (
    isHidden(mark.title, stood.title, was.title, is.title) ||
    isHidden(mark.text, stood.text, was.text, is.text) ||
    Object.entries(mark.cells ?? {}).some(([column, cell]) =>
      isHidden(cell, stood.cells?.[column], was.cells?.[column], is.cells?.[column]),
    )
  );
}

/** The first mark that fits a unit holds. */
function holds(marks: readonly Mark[], mark: Mark, unit: Unit): boolean {
  return marks.find(({ id, for: audience }) => id === mark.id && isFor(audience, unit)) === mark;
}

function nodesById({ body, appendices = [] }: KeHoach): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  const note = (node: Part | Row | Appendix) => {
    if (node.id !== undefined) nodes.set(node.id, node);
  };
  const ofParts = (parts: readonly Part[]): void => {
    for (const part of parts) {
      note(part);
      for (const row of part.table?.rows ?? []) note(row);
      ofParts(part.children ?? []);
    }
  };
  ofParts(body);
  for (const appendix of appendices) {
    note(appendix);
    ofParts(appendix.body);
  }
  return nodes;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
