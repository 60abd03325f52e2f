import { share } from '#document/common-pieces.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { BlankValues } from './blanks.ts';
import type { CompiledMark, CompiledNode, CompiledPart, CompiledText } from './compiled-plan.ts';
import { blanksOf, type Template } from './template.ts';

/** All that a part's wording for a unit depends on, what is in it included. */
interface Needs {
  readonly blanks: ReadonlySet<string>;
  /** Nodes that only some units have, or that have a wording for some units. */
  readonly nodes: readonly CompiledNode[];
}

/** Wordings of one part that are kept: those of kinds of units come again, those with a unit's name never. */
const MAX_WORDINGS = 8;

const needs = new WeakMap<CompiledPart, Needs>();
const made = new WeakMap<CompiledPart, Map<string, Part | null>>();

/** Tells by which of its marks a node goes down to a unit; null where it stays. */
export type ChosenMark = (node: CompiledNode) => number | null;

/**
 * Gives a part as it was made for another unit, where both say the same; from then on it is common to both.
 * A part that lacks a value is made anew each time, for its findings.
 */
export function commonPart(
  part: CompiledPart,
  values: BlankValues,
  chosen: ChosenMark,
  make: () => Part | null,
): Part | null {
  const key = wordingKey(part, values, chosen);
  if (key === null) return make();
  const known = made.get(part) ?? new Map<string, Part | null>();
  const before = known.get(key);
  if (before !== undefined) return before && share(before);
  const now = make();
  const [oldest] = known.keys();
  if (oldest !== undefined && known.size === MAX_WORDINGS) known.delete(oldest);
  known.set(key, now);
  made.set(part, known);
  return now;
}

function wordingKey(part: CompiledPart, values: BlankValues, chosen: ChosenMark): string | null {
  const { blanks, nodes } = needsOf(part);
  let key = '';
  for (const node of nodes) key += `${chosen(node)} `;
  for (const blank of blanks) {
    const value = values.get(blank);
    if (value === undefined) return null;
    key += `${value.length}:${value}`;
  }
  return key;
}

function needsOf(part: CompiledPart): Needs {
  const known = needs.get(part);
  if (known) return known;
  const rows = part.table?.rows ?? [];
  const inner = part.children.map(needsOf);
  const own: readonly CompiledNode[] = [part, ...rows];
  const wordings = [
    part.title,
    ...wordingsOf(part.text),
    ...rows.flatMap(({ group, cells }) => [group, ...cells.map(({ wording }) => wording)]),
    ...own.flatMap(({ marks }) => marks?.flatMap(wordingsOfMark) ?? []),
  ];
  const found: Needs = {
    blanks: new Set([
      ...wordings.flatMap((one) => (one ? blanksOf(one) : [])),
      ...inner.flatMap(({ blanks }) => [...blanks]),
    ]),
    nodes: [...own.filter(({ marks, addedFor }) => marks ?? addedFor), ...inner.flatMap(({ nodes }) => nodes)],
  };
  needs.set(part, found);
  return found;
}

function wordingsOfMark({ title, text, cells }: CompiledMark): Array<Template | null> {
  return [title, ...wordingsOf(text), ...cells.values()];
}

function wordingsOf(text: CompiledText | null): Template[] {
  return text?.pieces.flatMap((piece) => ('wording' in piece ? [piece.wording] : [])) ?? [];
}
