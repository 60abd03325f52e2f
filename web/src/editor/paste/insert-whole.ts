import type { Transaction } from 'prosemirror-state';
import { traitsOf } from '#document/type-traits.ts';
import { linesField, textField, withBases, withLines, withText } from '../fields/head-fields.ts';
import type { DocumentData } from '../model/document.ts';
import { FRESH } from '../model/line.ts';
import { readInline } from '../model/read-inline.ts';
import { schema } from '../model/schema.ts';
import { writeRuns } from '../model/write-inline.ts';
import { withTitles } from './titles.ts';
import { toNodes } from './to-nodes.ts';
import type { WholeText } from './whole-text.ts';

/** Fills head, opening, closing, recipients and appendices from a pasted document: those that the draft does not have yet. */
export function insertWhole(tr: Transaction, whole: WholeText): Transaction {
  tr.setDocAttribute('fields', withHead(tr.doc.attrs.fields, whole));
  setOpening(tr, whole);
  if (whole.closing) setClosing(tr, whole.closing);
  for (const { title, blocks } of whole.appendices) {
    const lines = toNodes(withTitles(blocks), []);
    const caption = schema.node('caption', null, title === '' ? [] : schema.text(title));
    const body = lines.length > 0 ? lines : [schema.node('para', FRESH)];
    tr.insert(tr.doc.content.size, schema.node('appendix', { data: {} }, [caption, ...body]));
  }
  return tr;
}

function withHead(fields: DocumentData, whole: WholeText): DocumentData {
  const isLetter = traitsOf({ schema: textField(fields, 'schema') }).hasAddressees;
  const given: ReadonlyArray<readonly [string, boolean, (data: DocumentData) => DocumentData]> = [
    ['subject', whole.subject !== '', (data) => withText(data, 'subject', whole.subject)],
    ['bases', !isLetter && whole.bases.length > 0, (data) => withBases(data, whole.bases.join('\n'))],
    [
      'addressees',
      isLetter && whole.addressees.length > 0,
      (data) => withLines(data, 'addressees', whole.addressees.join('\n')),
    ],
    ['recipients', whole.recipients.length > 0, (data) => withLines(data, 'recipients', whole.recipients.join('\n'))],
  ];
  return given.reduce((data, [name, has, set]) => (has && isBlank(fields, name) ? set(data) : data), fields);
}

function isBlank(fields: DocumentData, name: string): boolean {
  const value = fields[name];
  return textField(fields, name).trim() === '' && linesField(fields, name).trim() === '' && !hasItems(value);
}

function hasItems(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);
}

function setOpening(tr: Transaction, { opening }: WholeText): void {
  const first = tr.doc.firstChild;
  if (opening === '' || first?.type !== schema.nodes.opening || first.content.size > 0) return;
  tr.insert(1, readInline(opening));
}

function setClosing(tr: Transaction, { runs }: NonNullable<WholeText['closing']>): void {
  let at = 0;
  let own: number | null = null;
  tr.doc.forEach((node, offset) => {
    if (node.type === schema.nodes.body) at = offset + node.nodeSize;
    if (node.type === schema.nodes.closing && node.content.size > 0) at = -1;
    if (node.type === schema.nodes.closing) own = offset + 1;
  });
  if (at < 0) return;
  const content = readInline(writeRuns(runs));
  if (own !== null) tr.insert(own, content);
  else tr.insert(at, schema.node('closing', null, content));
}
