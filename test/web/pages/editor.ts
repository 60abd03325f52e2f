import type { Table } from '#document/schemas/table.schema.ts';
import '../../../web/src/editor/editor.css';
import { createEditor, type Editor } from '../../../web/src/editor/create-editor.ts';
import { readDocument, writeDocument } from '../../../web/src/editor/model/document.ts';
import { numberedLines } from '../../../web/src/editor/plugins/numbering.ts';
import { createPreview } from '../../../web/src/preview/preview.ts';
import type { EditorProbe } from '../support/editor-probe.ts';

let editor: Editor | null = null;
const host = () => document.querySelector<HTMLElement>('#host') ?? document.body;

const probe: EditorProbe = {
  roundTrip: (data) => writeDocument(readDocument(data)),
  open(data) {
    editor?.destroy();
    host().replaceChildren();
    editor = createEditor(host(), data);
  },
  data: () => editor?.data(),
  caret(text) {
    const view = editor?.view;
    if (!view) return;
    let at = 0;
    view.state.doc.descendants((node, pos) => {
      if (node.isTextblock && node.textContent.includes(text)) at = pos + 1 + node.content.size;
    });
    view.focus();
    editor?.caret(at);
  },
  paste(html, text) {
    const data = new DataTransfer();
    if (html) data.setData('text/html', html);
    data.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    (document.activeElement ?? editor?.view.dom)?.dispatchEvent(event);
  },
  setFields: (fields) => editor?.setFields(fields),
  labels() {
    const state = editor?.view.state;
    if (!state) return [];
    return numberedLines(state).map(({ label, level, pos }) => [
      label,
      level,
      state.doc.nodeAt(pos)?.textContent ?? '',
    ]);
  },
  table() {
    let found: Table | undefined;
    editor?.view.state.doc.descendants((node) => {
      found ??= node.type.name === 'grid' ? node.attrs.table : undefined;
    });
    return found;
  },
  openRows(count) {
    const rows = Array.from({ length: count }, (_, i) => ({ cells: { c2: `Việc ${i}`, c3: '' } }));
    const columns = [
      { title: 'Việc', id: 'c2' },
      { title: 'Hạn', id: 'c3' },
    ];
    probe.open({ schema: 'KeHoach@1', body: [{ level: 'table', table: { columns, rows } }] });
  },
  rowText(index) {
    const grid = editor?.view.state.doc.child(1).firstChild;
    return JSON.stringify(grid?.attrs.table.rows[index].cells);
  },
  keyMs(times) {
    const taken = Array.from({ length: times }, () => {
      const start = performance.now();
      if (editor) editor.view.dispatch(editor.view.state.tr.insertText('ệ'));
      void document.body.offsetHeight;
      return performance.now() - start;
    });
    return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
  },
  gridKeyMs(times) {
    const taken = Array.from({ length: times }, () => {
      // A change draws the rows in sight anew.
      const cell = host().querySelector<HTMLElement>('tr[data-row="3"] td[data-column="c3"]');
      const start = performance.now();
      cell?.append('ệ');
      cell?.dispatchEvent(new InputEvent('input', { bubbles: true }));
      cell?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
      void document.body.offsetHeight;
      return performance.now() - start;
    });
    return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
  },
};

Object.assign(globalThis, { probe, createPreview });
