import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';

const idOf = (part: string) => `loi-cua-${part}`;

/** A plan in which a text under a title is the first paragraph below it: pages show no difference. */
export function withTextsApart(plan: KeHoach): KeHoach {
  const appendices = plan.appendices?.map((one) => ({ ...one, body: one.body.map(apart) }));
  return { ...plan, body: plan.body.map(apart), ...(appendices ? { appendices } : {}) };
}

function apart(part: Part): Part {
  const { text, children = [], ...rest } = part;
  const below = children.map(apart);
  const isUnder = text !== undefined && part.title !== undefined && part.runIn !== true && part.table === undefined;
  if (!isUnder) return children.length === 0 ? part : { ...part, children: below };
  const id = part.id === undefined ? {} : { id: idOf(part.id) };
  return { ...rest, children: [{ level: 'paragraph', ...id, text }, ...below] };
}

/** The text of a title that {@link withTextsApart} took from it, and what else stands below; null where it has none. */
export function textBelow({ id, children = [] }: Part): Pick<Part, 'text' | 'children'> | null {
  const [first, ...others] = children;
  if (id === undefined || first?.id !== idOf(id) || first.text === undefined) return null;
  return { text: first.text, ...(others.length > 0 ? { children: others } : {}) };
}
