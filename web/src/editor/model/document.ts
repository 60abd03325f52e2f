import type { Node } from 'prosemirror-model';
import { z } from 'zod';
import { inlineText } from '#document/schemas/inline.schema.ts';
import { traitsOf } from '#document/type-traits.ts';
import { foldParts } from './fold-parts.ts';
import { FRESH } from './line.ts';
import { readInline } from './read-inline.ts';
import { draftPart, readParts } from './read-parts.ts';
import { schema } from './schema.ts';
import { writeInline } from './write-inline.ts';

const draftAppendix = z.looseObject({ title: z.string().optional(), body: z.array(draftPart).optional() });

/** Fields of a document's data that the editor reads; every other key is kept as it is. */
const draft = z.looseObject({
  schema: z.string(),
  opening: z.string().optional(),
  body: z.array(draftPart).optional(),
  closing: inlineText.or(z.literal('')).optional(),
  appendices: z.array(draftAppendix).optional(),
});

/** Data of a document as the editor keeps it: an object of JSON. */
export type DocumentData = Readonly<Record<string, unknown>>;

/**
 * Reads a document's data into the editor's document, with the deadlines of its record where they are set here.
 *
 * @throws ZodError when the data is no document at all
 */
export function readDocument(data: unknown, deadlines: object = {}): Node {
  const { opening, body = [], closing, appendices = [], ...fields } = draft.parse(data);
  const { hasTitle } = traitsOf(fields);
  return schema.node('doc', { fields, deadlines }, [
    ...(hasTitle || opening !== undefined
      ? [schema.node('opening', { source: opening ?? null }, readInline(opening ?? ''))]
      : []),
    schema.node('body', null, orBlank(readParts(body))),
    ...(closing === undefined ? [] : [schema.node('closing', { source: closing }, readInline(closing))]),
    ...appendices.map(({ title, body: lines = [], ...rest }) =>
      schema.node('appendix', { data: rest }, [
        schema.node('caption', null, title ? schema.text(title) : []),
        ...orBlank(readParts(lines)),
      ]),
    ),
  ]);
}

/** A line to type in where there is none. */
function orBlank(lines: readonly Node[]): readonly Node[] {
  return lines.length > 0 ? lines : [schema.node('para', FRESH)];
}

/** The editor's document as data, ready to be checked and saved. */
export function writeDocument(doc: Node): DocumentData {
  const data: Record<string, unknown> = { ...doc.attrs.fields };
  const appendices: unknown[] = [];
  doc.forEach((node) => {
    switch (node.type.name) {
      case 'opening':
        if (node.content.size > 0) data.opening = writeInline(node.content, node.attrs.source);
        break;
      case 'body':
        data.body = foldParts(node).parts;
        break;
      case 'closing':
        if (node.content.size > 0) data.closing = writeInline(node.content, node.attrs.source);
        break;
      case 'appendix':
        appendices.push(writeAppendix(node));
        break;
    }
  });
  if (appendices.length > 0) data.appendices = appendices;
  return data;
}

/** A document's data as the editor writes it. Throws ZodError when it is no document. */
export function asData(given: unknown): DocumentData {
  return writeDocument(readDocument(given));
}

function writeAppendix(node: Node): DocumentData {
  const caption = node.firstChild?.textContent ?? '';
  return { ...node.attrs.data, ...(caption === '' ? {} : { title: caption }), body: foldParts(node).parts };
}
