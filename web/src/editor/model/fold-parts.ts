import type { Node } from 'prosemirror-model';
import type { Part } from '#document/schemas/part.schema.ts';
import { lineAttrs, tableOf } from './line.ts';
import { schema } from './schema.ts';
import { writeInline } from './write-inline.ts';

/** A part with the line that it begins in, as the place of a child in its body. */
export interface FoldedPart {
  readonly part: Part;
  readonly index: number;
}

type MutablePart = { -readonly [Key in keyof Part]: Part[Key] };

/**
 * The lines of a body as parts: depth says which part stands in which. Empty lines that were typed here and say nothing
 * are left out.
 */
export function foldParts(body: Node): { readonly parts: Part[]; readonly lines: readonly FoldedPart[] } {
  const parts: Part[] = [];
  const lines: FoldedPart[] = [];
  const around: Array<{ readonly depth: number; readonly part: MutablePart }> = [];
  let last: MutablePart | null = null;
  body.forEach((node, _, index) => {
    const attrs = lineAttrs(node);
    if (node.type === schema.nodes.caption || isNothing(node, body.maybeChild(index + 1))) return;
    if (attrs.cont && last) {
      addContent(last, node);
      return;
    }
    while ((around.at(-1)?.depth ?? -1) >= attrs.depth) around.pop();
    const part: MutablePart = { ...(attrs.id === null ? {} : { id: attrs.id }), level: attrs.level, ...attrs.rest };
    if (attrs.runIn) part.runIn = true;
    addContent(part, node);
    const above = around.at(-1)?.part;
    if (!above) parts.push(part);
    else if (above.children) above.children.push(part);
    else above.children = [part];
    lines.push({ part, index });
    around.push({ depth: attrs.depth, part });
    last = part;
  });
  return { parts, lines };
}

function addContent(part: MutablePart, node: Node): void {
  if (node.type === schema.nodes.grid) part.table = tableOf(node);
  else if (node.type === schema.nodes.head) {
    if (node.textContent !== '') part.title = node.textContent;
  } else if (node.content.size > 0) part.text = writeInline(node.content, lineAttrs(node).source);
}

/** Tells whether a line is one of the blank ones that typing leaves behind. */
function isNothing(node: Node, next: Node | null): boolean {
  const { fresh, level, cont } = lineAttrs(node);
  if (node.type === schema.nodes.grid || node.content.size > 0) return false;
  if (cont) return true;
  return fresh && level === 'paragraph' && !(next && lineAttrs(next).cont);
}
