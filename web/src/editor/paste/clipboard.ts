import { Fragment, type Node, Slice } from 'prosemirror-model';
import { Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { containerAt, linesOf, mendDepths, nested } from '../model/container.ts';
import { lineAttrs } from '../model/line.ts';
import { readInline } from '../model/read-inline.ts';
import { schema } from '../model/schema.ts';
import { writeRuns } from '../model/write-inline.ts';
import type { PastedBlock } from './block.ts';
import { insertWhole } from './insert-whole.ts';
import { toNodes } from './to-nodes.ts';
import type { PastedDocument } from './whole-text.ts';

/** Ours: copied within the editor, kept as it is. */
const OWN = /data-pm-slice/;

type Read = (html: string, text: string) => PastedDocument;
const load = async (): Promise<Read> => (await import('./read-clipboard.ts')).readClipboard;

/** Paste from Word, Excel, PDF and web pages; one undo takes it back. Its reader is loaded beside the typing. */
export function pasting(): Plugin {
  let read: Read | null = null;
  const keep = (loaded: Read) => {
    read = loaded;
    return loaded;
  };
  void load().then(keep, () => null);
  return new Plugin({
    props: {
      // Before the editor's own parsing, which the page's policy refuses for styled HTML.
      handleDOMEvents: {
        paste: (view, event) => {
          const html = event.clipboardData?.getData('text/html') ?? '';
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (OWN.test(html) || `${html}${text}` === '') return false;
          const taken = read
            ? pasteDocument(view, read(html, text))
            : pasteWhenRead(view, html, text, load().then(keep));
          if (taken) event.preventDefault();
          return taken;
        },
      },
    },
  });
}

/** Pastes once the reader is there; where it cannot be had, the text as it stands. */
function pasteWhenRead(view: EditorView, html: string, text: string, reader: Promise<Read>): true {
  void reader.then(
    (read) => view.isDestroyed || pasteDocument(view, read(html, text)),
    () => view.isDestroyed || view.pasteText(text),
  );
  return true;
}

/** Part of the editor that a paste changes. */
type Target = Pick<EditorView, 'state' | 'dispatch'>;

/** Puts lines at the cursor, a single one into its line; a whole document fills head and foot, too. One step to undo. */
export function pasteDocument(view: Target, { blocks, whole }: PastedDocument): boolean {
  const [only] = blocks;
  if (!only && !whole) return false;
  if (!whole && (!isInLines(view) || (blocks.length === 1 && only?.kind === 'line' && only.level === 'paragraph')))
    return pasteRuns(view, blocks);
  const tr = view.state.tr;
  if (whole && !isInLines(view)) tr.setSelection(TextSelection.near(tr.doc.resolve(bodyStart(tr.doc))));
  insertLines(tr, blocks);
  view.dispatch((whole ? insertWhole(tr, whole) : tr).scrollIntoView());
  return true;
}

function isInLines(view: Target): boolean {
  return containerAt(view.state.selection.$from) !== null;
}

function bodyStart(doc: Node): number {
  let start = 0;
  doc.forEach((node, offset) => {
    if (node.type === schema.nodes.body) start = offset + 1;
  });
  return start;
}

/** Puts text into the line of the cursor. */
function pasteRuns(view: Target, blocks: readonly PastedBlock[]): boolean {
  const { state } = view;
  const runs = blocks.flatMap((block) => (block.kind === 'line' ? block.runs : []));
  if (runs.length === 0) return false;
  const fits = state.selection.$from.parent.type.allowsMarkType(schema.marks.strong);
  const plain = Fragment.from(schema.text(runs.map(({ text }) => text).join(' ')));
  const content = fits ? readInline(writeRuns(runs)) : plain;
  view.dispatch(state.tr.replaceSelection(new Slice(content, 0, 0)).scrollIntoView());
  return true;
}

/** Puts lines below that of the cursor, or in place of it where it is empty. */
function insertLines(tr: Transaction, blocks: readonly PastedBlock[]): void {
  const { selection } = tr;
  const container = containerAt(selection.$from);
  if (!container) return;
  const lines = linesOf(container.node, container.start);
  const index = lines.findIndex(({ pos, node }) => pos < selection.from + 1 && pos + node.nodeSize > selection.from);
  const line = lines[index];
  if (!line || blocks.length === 0) return;
  const chain = lines.slice(0, index + 1).map(nested);
  const isEmpty = line.node.content.size === 0 && line.node.type !== schema.nodes.grid && !lineAttrs(line.node).cont;
  if (isEmpty) chain.pop();
  const nodes = toNodes(blocks, chain);
  const after = line.pos + line.node.nodeSize;
  if (isEmpty) tr.replaceWith(line.pos, after, nodes);
  else tr.insert(after, nodes);
  mendDepths(tr, line.pos + 1);
}
