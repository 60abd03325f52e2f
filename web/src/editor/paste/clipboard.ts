import { Fragment, type Node, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { containerAt, linesOf, mendDepths, nested } from '../model/container.ts';
import { chainOf, depthAfter, type Nested } from '../model/depths.ts';
import { FRESH, lineAttrs, titleOf } from '../model/line.ts';
import { readInline } from '../model/read-inline.ts';
import { schema } from '../model/schema.ts';
import { writeRuns } from '../model/write-inline.ts';
import type { PastedBlock } from './block.ts';
import { readHtml } from './html.ts';
import { parseHtml } from './parse-html.ts';
import { readPlainText } from './plain-text.ts';
import { readTabbed, toTable } from './sheet.ts';

/** Ours: copied within the editor, kept as it is. */
const OWN = /data-pm-slice/;

/** What a clipboard holds, as lines of ours. */
export function readClipboard(html: string, text: string): PastedBlock[] {
  if (html !== '') return readHtml(html, parseHtml);
  if (/\t/.test(text) && text.trim().includes('\n')) {
    const table = toTable(readTabbed(text));
    if (table) return [{ kind: 'table', table }];
  }
  return readPlainText(text);
}

/** Paste from Word, Excel, PDF and web pages; one undo takes it back. */
export function pasting(): Plugin {
  return new Plugin({
    props: {
      // Before the editor's own parsing, which the page's policy refuses for styled HTML.
      handleDOMEvents: {
        paste: (view, event) => {
          const html = event.clipboardData?.getData('text/html') ?? '';
          if (OWN.test(html)) return false;
          const taken = pasteBlocks(view, readClipboard(html, event.clipboardData?.getData('text/plain') ?? ''));
          if (taken) event.preventDefault();
          return taken;
        },
      },
    },
  });
}

/** Puts lines at the cursor: a single one into the line, more below it. */
export function pasteBlocks(view: EditorView, blocks: readonly PastedBlock[]): boolean {
  const { state } = view;
  const container = containerAt(state.selection.$from);
  const [only] = blocks;
  if (!only) return false;
  if (!container || (blocks.length === 1 && only.kind === 'line' && only.level === 'paragraph')) {
    const runs = blocks.flatMap((block) => (block.kind === 'line' ? block.runs : []));
    const { parent } = state.selection.$from;
    const content = readInline(writeRuns(runs));
    const fits = parent.type.allowsMarkType(schema.marks.strong);
    const plain = Fragment.from(schema.text(runs.map(({ text }) => text).join(' ')));
    view.dispatch(state.tr.replaceSelection(new Slice(fits ? content : plain, 0, 0)).scrollIntoView());
    return true;
  }
  const lines = linesOf(container.node, container.start);
  const index = lines.findIndex(
    ({ pos, node }) => pos < state.selection.from + 1 && pos + node.nodeSize > state.selection.from,
  );
  const line = lines[index];
  if (!line) return false;
  const chain = lines.slice(0, index + 1).map(nested);
  const isEmpty = line.node.content.size === 0 && line.node.type !== schema.nodes.grid && !lineAttrs(line.node).cont;
  if (isEmpty) chain.pop();
  const nodes = blocks.map((block) => toNode(block, chain));
  const tr = state.tr;
  const after = line.pos + line.node.nodeSize;
  if (isEmpty) tr.replaceWith(line.pos, after, nodes);
  else tr.insert(after, nodes);
  view.dispatch(mendDepths(tr, line.pos + 1).scrollIntoView());
  return true;
}

function toNode(block: PastedBlock, before: Nested[]): Node {
  const level = block.kind === 'table' ? 'table' : block.level;
  const depth = depthAfter(chainOf(before), level);
  before.push({ level, depth });
  const attrs = { ...FRESH, level, depth };
  if (block.kind === 'table') return schema.node('grid', { ...attrs, table: block.table });
  const text = block.runs.map((run) => run.text).join('');
  const bold = block.runs.every((run) => run.bold);
  const title = titleOf(level);
  if (title === 'required' || (title === 'optional' && bold)) return schema.node('head', attrs, schema.text(text));
  return schema.node('para', attrs, readInline(writeRuns(block.runs)));
}
