import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { AddMarkStep, RemoveMarkStep, ReplaceStep } from 'prosemirror-transform';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { type NumberedPart, numberParts } from '#document/numbering/number-parts.ts';
import { referenceLabels } from '#document/numbering/references.ts';
import type { Level, Part } from '#document/schemas/part.schema.ts';
import { foldParts } from '../model/fold-parts.ts';
import { schema } from '../model/schema.ts';

/** A part of the document with its number and the place of its first line. */
export interface NumberedLine {
  readonly level: Level;
  readonly label: string | null;
  readonly pos: number;
  /** Path of the part in the data: `body/0/children/1`. */
  readonly anchor: string;
}

interface Numbering {
  readonly lines: readonly NumberedLine[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Numbering>('numbering');

/** The parts of the document with the numbers that their places give them. */
export function numberedLines(state: EditorState): readonly NumberedLine[] {
  return key.getState(state)?.lines ?? [];
}

/** Shows the numbers that `numberParts` gives, which are never text, and what references print. */
export function numbering(): Plugin {
  return new Plugin<Numbering>({
    key,
    state: {
      init: (_, { doc }) => numberAll(doc),
      apply: (tr, old) => {
        if (!tr.docChanged) return old;
        if (isStructural(tr)) return numberAll(tr.doc);
        const lines = old.lines.map((line) => ({ ...line, pos: tr.mapping.map(line.pos) }));
        return { lines, decorations: old.decorations.map(tr.mapping, tr.doc) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations ?? DecorationSet.empty },
  });
}

/** Tells whether more changed than text within a line. */
function isStructural(tr: Transaction): boolean {
  return tr.steps.some((step, index) => {
    if (!(step instanceof ReplaceStep)) return !(step instanceof AddMarkStep || step instanceof RemoveMarkStep);
    const doc = tr.docs[index];
    if (!doc?.resolve(step.from).sameParent(doc.resolve(step.to))) return true;
    let onlyText = step.slice.openStart === 0 && step.slice.openEnd === 0;
    step.slice.content.forEach((node) => {
      if (!node.isText) onlyText = false;
    });
    return !onlyText || !doc.resolve(step.from).parent.isTextblock;
  });
}

function numberAll(doc: Node): Numbering {
  const lines: NumberedLine[] = [];
  const bodies: Part[][] = [];
  let appendix = 0;
  doc.forEach((container, offset) => {
    const isAppendix = container.type === schema.nodes.appendix;
    if (container.type !== schema.nodes.body && !isAppendix) return;
    const positions: number[] = [];
    container.forEach((_, inner) => {
      positions.push(offset + 1 + inner);
    });
    const folded = foldParts(container);
    const placeOf = new Map(folded.lines.map(({ part, index }) => [part, positions[index] ?? 0]));
    bodies.push(folded.parts);
    collect(numberParts(folded.parts), isAppendix ? `appendices/${appendix}/body` : 'body', placeOf, lines);
    if (isAppendix) appendix += 1;
  });
  const labelled = lines.flatMap(({ label, pos }) => {
    const node = doc.nodeAt(pos);
    return label === null || !node
      ? []
      : [
          Decoration.node(pos, pos + node.nodeSize, {
            'data-label': label,
            'aria-label': `${label} ${node.textContent}`,
          }),
        ];
  });
  return { lines, decorations: DecorationSet.create(doc, [...labelled, ...references(doc, bodies)]) };
}

function collect(parts: readonly NumberedPart[], above: string, placeOf: Map<Part, number>, out: NumberedLine[]): void {
  for (const [index, { part, label, children }] of parts.entries()) {
    const anchor = `${above}/${index}`;
    out.push({ level: part.level, label, pos: placeOf.get(part) ?? 0, anchor });
    collect(children, `${anchor}/children`, placeOf, out);
  }
}

function references(doc: Node, [body = [], ...appendices]: readonly Part[][]): Decoration[] {
  const found: Array<{ readonly pos: number; readonly node: Node }> = [];
  doc.descendants((node, pos) => {
    if (node.type === schema.nodes.ref) found.push({ pos, node });
  });
  if (found.length === 0) return [];
  const data = appendixData(doc);
  const labels = referenceLabels({ body, appendices: appendices.map((parts, i) => ({ ...data[i], body: parts })) });
  return found.map(({ pos, node }) => {
    const label = labels.get(String(node.attrs.to));
    const text = (node.attrs.data.number ? label?.number : label?.full) ?? null;
    return Decoration.inline(pos, pos + 1, {
      class: text === null ? 'broken' : 'sound',
      'data-label': text ?? 'tham chiếu hỏng',
    });
  });
}

function appendixData(doc: Node): Array<{ readonly id?: string }> {
  const data: Array<{ readonly id?: string }> = [];
  doc.forEach((node) => {
    if (node.type === schema.nodes.appendix) data.push(node.attrs.data);
  });
  return data;
}
