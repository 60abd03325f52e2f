import { ReadError } from '../problems/read-error.ts';
import { type Attributes, child, type XmlNode } from '../xml/xml-node.ts';
import { type ChangeLog, changeLog } from './change-log.ts';
import { cleanText } from './clean-text.ts';
import { type Drawing, drawing } from './drawings.ts';
import { type FieldStack, fieldName, fieldStack } from './fields.ts';
import {
  finishParagraph,
  type OpenParagraph,
  openParagraph,
  type PartContext,
  type Piece,
} from './finish-paragraph.ts';
import type { Block } from './model.ts';
import { readSection, type SectionProps } from './sections.ts';
import { symbolOf } from './symbols.ts';
import { type TableBuilder, tableBuilder } from './table-builder.ts';

/** A part as it was built. */
export interface BuiltPart {
  /** Blocks of each root: the body, a header, each note or comment by its id. */
  readonly roots: ReadonlyMap<string, { readonly blocks: readonly Block[]; readonly attributes: Attributes }>;
  readonly sections: readonly SectionProps[];
  readonly changes: ChangeLog['changes'];
  readonly hidden: readonly string[];
  readonly fields: ReadonlySet<string>;
  /** Index of the paragraph of each comment. */
  readonly commentPlaces: ReadonlyMap<string, number>;
  readonly pagesKnown: boolean;
  readonly hasChunks: boolean;
}

/** Most paragraphs and cells of one file. */
export const MAX_PARAGRAPHS = 50_000;

/** A place that blocks are gathered in: a root, a cell, a text box. */
interface Container {
  readonly blocks: Block[];
  paragraph: OpenParagraph | null;
  readonly fields: FieldStack;
  /** Text of a paragraph whose mark was deleted: it goes on in the next. */
  carried: readonly Piece[];
  readonly tables: TableBuilder[];
}

type Opener = (attributes: Attributes, name: string) => void;

/** Builds the blocks of one part from its elements, paragraph by paragraph; nothing but what is read is kept. */
export function partBuilder(context: PartContext): PartHandler {
  const roots = new Map<string, { readonly blocks: readonly Block[]; readonly attributes: Attributes }>();
  const containers: Container[] = [];
  const sections: SectionProps[] = [];
  const log = changeLog();
  const rejects = context.rejectsChanges;
  const hidden: string[] = [];
  const fields = new Set<string>();
  const commentPlaces = new Map<string, number>();
  let textOf: string | null = null;
  let drawn: Drawing | null = null;
  let drawnDepth = 0;
  let count = 0;
  let renderedBreaks = 0;
  let hardBreaks = 0;
  let hasChunks = false;

  const top = () => containers.at(-1);
  const paragraph = () => top()?.paragraph ?? null;
  const table = () => top()?.tables.at(-1);
  const page = () => (renderedBreaks > 0 ? renderedBreaks : hardBreaks) + 1;
  const styleHasBorders = (id: string | undefined) =>
    context.styles.get(id ?? context.styles.defaultTableId)?.hasBorders ?? false;
  const tableStyle = () => {
    const around = containers.findLast(({ tables }) => tables.length > 0)?.tables.at(-1);
    return around && (around.styleId ?? context.styles.defaultTableId);
  };
  const spend = () => {
    context.budget.paragraphs += 1;
    if (context.budget.paragraphs > MAX_PARAGRAPHS) throw new ReadError('TOO_MANY_PARAGRAPHS', { max: MAX_PARAGRAPHS });
  };
  const push = (): Container => {
    const container = { blocks: [], paragraph: null, fields: fieldStack(), carried: [], tables: [] };
    containers.push(container);
    return container;
  };

  const addText = (text: string) => {
    const current = paragraph();
    if (!current?.run || text === '') return;
    if (log.isDeleting) log.addText('deleted', text, current.index);
    if (log.isDeleting && !rejects) return;
    if (top()?.fields.isInCode) return;
    if (log.isInserting) log.addText('inserted', cleanText(text).text, current.index);
    if (log.isInserting && rejects) return;
    current.page ??= page();
    // What it prints depends on its font: it is made readable when the paragraph is done.
    current.run.text += text;
  };

  const addField = (name: string | null | undefined) => {
    if (!name) return;
    paragraph()?.fieldNames.push(name);
    fields.add(name);
  };

  const closeRun = () => {
    const current = paragraph();
    if (!current?.run) return;
    const { props, text } = current.run;
    current.run = null;
    if (text !== '') current.pieces.push({ text, props });
  };

  const closeParagraph = () => {
    const container = top();
    const current = container?.paragraph;
    if (!container || !current) return;
    container.paragraph = null;
    const mark = child(current.props, 'w:rPr');
    if (child(mark, rejects ? 'w:ins' : 'w:del') || child(mark, rejects ? 'w:moveTo' : 'w:moveFrom')) {
      container.carried = current.pieces;
      return;
    }
    const place = { tableStyle: tableStyle(), page: page(), section: sections.length };
    const finished = finishParagraph(context, current, place);
    container.blocks.push(finished.paragraph);
    if (finished.hidden !== '') hidden.push(finished.hidden);
    const section = child(current.props, 'w:sectPr');
    if (section) sections.push(readSection(section));
  };

  const openDrawing = () => {
    if (drawnDepth === 0) {
      drawn = drawing();
      paragraph()?.drawings.push(drawn);
    }
    drawnDepth += 1;
  };
  const openNote: Opener = (attributes, name) => {
    const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    paragraph()?.notes.push(`${kind} ${attributes['w:id'] ?? ''}`);
  };
  const openComment: Opener = (attributes) => commentPlaces.set(attributes['w:id'] ?? '', paragraph()?.index ?? count);
  const openTextOf: Opener = (_, name) => {
    textOf = name;
  };

  const openers: Readonly<Record<string, Opener>> = {
    'w:p': () => {
      spend();
      closeParagraph();
      const container = top();
      if (!container) return;
      container.paragraph = openParagraph(count, container.carried);
      container.carried = [];
      count += 1;
    },
    'w:r': () => {
      const current = paragraph();
      if (current) current.run = { props: undefined, text: '' };
    },
    'w:t': openTextOf,
    'w:delText': openTextOf,
    'w:instrText': openTextOf,
    'w:tab': () => addText('\t'),
    'w:ptab': () => addText('\t'),
    'w:cr': () => addText('\n'),
    'w:noBreakHyphen': () => addText('-'),
    // In TCVN3 the code of a letter; elsewhere it prints nothing.
    'w:softHyphen': () => addText('\u00ad'),
    'w:br': ({ 'w:type': type }) => {
      if (type === 'page') hardBreaks += 1;
      else if (type !== 'column') addText('\n');
    },
    'w:sym': ({ 'w:char': code = '', 'w:font': font = '' }) => addText(symbolOf(code, font)),
    'w:lastRenderedPageBreak': () => {
      renderedBreaks += 1;
    },
    'w:ins': (attributes) => log.open('inserted', attributes),
    'w:moveTo': (attributes) => log.open('inserted', attributes),
    'w:del': (attributes) => log.open('deleted', attributes),
    'w:moveFrom': (attributes) => log.open('deleted', attributes),
    'w:fldChar': ({ 'w:fldCharType': type }) => {
      if (type === 'begin') top()?.fields.begin();
      else if (type === 'separate') top()?.fields.separate();
      else if (type === 'end') addField(top()?.fields.end());
    },
    'w:fldSimple': (attributes) => addField(fieldName(attributes['w:instr'] ?? '')),
    'w:footnoteReference': openNote,
    'w:endnoteReference': openNote,
    'w:commentReference': openComment,
    'w:commentRangeStart': openComment,
    'w:drawing': openDrawing,
    'w:pict': openDrawing,
    'w:object': openDrawing,
    'w:txbxContent': push,
    'w:tbl': () => {
      closeParagraph();
      top()?.tables.push(tableBuilder(page(), sections.length, styleHasBorders, rejects));
    },
    'w:tr': () => table()?.openRow(),
    'w:tc': () => {
      spend();
      push();
    },
    'w:altChunk': () => {
      hasChunks = true;
    },
  };

  const closeChange = () => log.close();
  const closeDrawing = () => {
    drawnDepth -= 1;
    if (drawnDepth === 0) drawn = null;
  };
  const closeTextOf = () => {
    textOf = null;
  };
  const closers: Readonly<Record<string, () => void>> = {
    'w:p': closeParagraph,
    'w:r': closeRun,
    'w:t': closeTextOf,
    'w:delText': closeTextOf,
    'w:instrText': closeTextOf,
    'w:ins': closeChange,
    'w:moveTo': closeChange,
    'w:del': closeChange,
    'w:moveFrom': closeChange,
    'w:drawing': closeDrawing,
    'w:pict': closeDrawing,
    'w:object': closeDrawing,
    'w:txbxContent': () => {
      const box = containers.pop();
      if (box) paragraph()?.boxes.push(box.blocks);
    },
    'w:tc': () => {
      const cell = containers.pop();
      if (cell) table()?.addCell(cell.blocks);
    },
    'w:tr': () => table()?.closeRow(),
    'w:tbl': () => {
      const closed = top()?.tables.pop();
      if (closed) top()?.blocks.push(closed.result());
    },
  };

  return {
    openRoot(name, attributes) {
      roots.set(attributes['w:id'] ?? name, { blocks: push().blocks, attributes });
    },
    closeRoot() {
      containers.pop();
    },
    open(name, attributes) {
      const opener = Object.hasOwn(openers, name) ? openers[name] : undefined;
      if (opener) opener(attributes, name);
      else drawn?.open(name, attributes);
    },
    close(name) {
      if (Object.hasOwn(closers, name)) closers[name]?.();
    },
    props(name, node) {
      const current = paragraph();
      if (name === 'w:tcPr') containers.at(-2)?.tables.at(-1)?.props(name, node);
      else if (name === 'w:sectPr') sections.push(readSection(node));
      else if (name === 'w:rPr') {
        if (current?.run) current.run.props = node;
      } else if (name === 'w:pPr') {
        if (current) current.props = node;
        const change = child(node, 'w:pPrChange');
        if (change) log.addFormatting(change.attributes, current?.index ?? 0);
      } else table()?.props(name, node);
    },
    text(text) {
      if (textOf === 'w:instrText') top()?.fields.addCode(text);
      else if (textOf === 'w:delText' && !(rejects && log.isDeleting)) {
        log.addText('deleted', text, paragraph()?.index ?? count);
      } else if (textOf !== null) addText(text);
    },
    result: () => ({
      roots,
      sections,
      changes: log.changes,
      hidden,
      fields,
      commentPlaces,
      pagesKnown: renderedBreaks > 0,
      hasChunks,
    }),
  };
}

/** Receiver of a part's elements, properties as small trees. */
export interface PartHandler {
  openRoot(name: string, attributes: Attributes): void;
  closeRoot(): void;
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  props(name: string, node: XmlNode): void;
  text(text: string): void;
  result(): BuiltPart;
}
