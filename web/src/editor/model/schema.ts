import { type DOMOutputSpec, type Node, Schema } from 'prosemirror-model';
import { FRESH, lineAttrs, orderOf } from './line.ts';

const LINE_ATTRS = Object.fromEntries(Object.entries(FRESH).map(([name, value]) => [name, { default: value }]));

/** Level of a heading for who hears the page: 1 is the document's title. */
function headingLevel(node: Node): number {
  return Math.min(6, 2 + lineAttrs(node).depth + (orderOf(lineAttrs(node).level) > orderOf('roman') ? 1 : 0));
}

function lineDom(node: Node): DOMOutputSpec {
  const { level, depth, cont } = lineAttrs(node);
  const isTitle = node.type.name === 'head';
  return [
    'div',
    {
      class: `line ${isTitle ? 'title' : 'text'}${cont ? ' cont' : ''}`,
      'data-level': level,
      'data-depth': String(Math.min(depth, 6)),
      ...(isTitle ? { role: 'heading', 'aria-level': String(headingLevel(node)) } : {}),
    },
    0,
  ];
}

/**
 * The editor's document: one node a printed line. Head and foot are data in an attribute of the document, so that one
 * history holds all that is changed.
 */
export const schema = new Schema({
  nodes: {
    doc: {
      content: 'opening? body closing? appendix*',
      attrs: { fields: { default: {} }, deadlines: { default: {} } },
    },
    opening: {
      content: 'text*',
      attrs: { source: { default: null } },
      defining: true,
      isolating: true,
      toDOM: () => ['div', { class: 'line text opening', 'data-field': 'opening' }, 0],
    },
    body: { content: '(para | head | grid)+', isolating: true, toDOM: () => ['div', { class: 'lines' }, 0] },
    closing: {
      content: '(text | ref)*',
      attrs: { source: { default: null } },
      defining: true,
      isolating: true,
      toDOM: () => ['div', { class: 'line text closing', 'data-field': 'closing' }, 0],
    },
    appendix: {
      content: 'caption (para | head | grid)+',
      attrs: { data: { default: {} } },
      isolating: true,
      toDOM: () => ['div', { class: 'appendix' }, 0],
    },
    caption: {
      content: 'text*',
      marks: '',
      defining: true,
      isolating: true,
      toDOM: () => ['div', { class: 'line title caption', role: 'heading', 'aria-level': '2' }, 0],
    },
    head: { content: 'text*', marks: '', attrs: LINE_ATTRS, defining: true, toDOM: lineDom },
    para: {
      content: '(text | ref)*',
      attrs: LINE_ATTRS,
      defining: true,
      toDOM: lineDom,
      parseDOM: [{ tag: 'p' }, { tag: 'div' }],
    },
    grid: {
      attrs: { ...LINE_ATTRS, table: {} },
      atom: true,
      isolating: true,
      selectable: true,
      toDOM: () => ['div', { class: 'grid' }],
    },
    text: {},
    ref: {
      inline: true,
      atom: true,
      attrs: { to: {}, data: { default: {} } },
      toDOM: (node) => ['span', { class: 'ref', 'data-ref': String(node.attrs.to) }, '→'],
    },
  },
  marks: {
    strong: { toDOM: () => ['strong', 0], parseDOM: [{ tag: 'strong' }, { tag: 'b' }] },
    em: { toDOM: () => ['em', 0], parseDOM: [{ tag: 'em' }, { tag: 'i' }] },
  },
});

/** Tells whether a node is a line of a body or an appendix. */
export function isLine(node: Node): boolean {
  return node.type === schema.nodes.head || node.type === schema.nodes.para || node.type === schema.nodes.grid;
}
