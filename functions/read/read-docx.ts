import { isDangerousField } from './body/fields.ts';
import type { PartContext } from './body/finish-paragraph.ts';
import type { Block, Comment, MarginBlocks, ReadDocument, Section } from './body/model.ts';
import { paragraphsOf } from './body/model.ts';
import { firstPages, reckonPages } from './body/pages.ts';
import { type BuiltPart, partBuilder } from './body/part-builder.ts';
import { partReader } from './body/part-reader.ts';
import { type MarginKind, readSection, type SectionProps } from './body/sections.ts';
import { packageHazards } from './container/hazards.ts';
import { type DocxPackage, openDocx, type Relation } from './container/open-docx.ts';
import { createCascade } from './formatting/cascade.ts';
import { readNumbering } from './formatting/numbering.ts';
import { readStyles } from './formatting/styles.ts';
import { readTheme } from './formatting/theme.ts';
import type { Notice } from './problems/notice.ts';
import { ReadError } from './problems/read-error.ts';
import { xmlScanner } from './xml/scan-xml.ts';

/** Most authors that a notice names. */
const MAX_AUTHORS = 5;
const SHORT_TEXT = 40;

/** Settings of reading. */
export interface ReadOptions {
  /** Tracked changes as taken over, or as turned down: the text that they were made in. */
  readonly changes?: 'accepted' | 'rejected';
}

/**
 * Reads a .docx as Word draws it: effective looks with their sources, sections, notes, boxes, changes read as accepted.
 * The same module runs in Lambda, Node and the browser; nothing in a file is run, opened or fetched.
 *
 * @throws ReadError where a file is not one, is damaged, or is made to do harm
 * @example const { blocks, notices } = readDocx(bytes)
 */
export function readDocx(bytes: Uint8Array, { changes = 'accepted' }: ReadOptions = {}): ReadDocument {
  const docx = openDocx(bytes);
  const relations = docx.relations(docx.mainPart);
  const byType = (type: string) => relations.find((one) => one.type === type && !one.isExternal)?.target;
  const treeOf = (type: string) => {
    const part = byType(type);
    return part === undefined ? undefined : docx.tree(part);
  };
  const theme = readTheme(treeOf('theme'));
  const styles = readStyles(treeOf('styles'), theme);
  const lists = readNumbering(treeOf('numbering'));
  const context: PartContext = {
    styles,
    theme,
    lists,
    cascade: createCascade(styles, lists),
    rejectsChanges: changes === 'rejected',
    oldFonts: new Map(),
    budget: { paragraphs: 0, characters: 0, removedCharacters: 0 },
  };
  const build = (part: string | undefined) => (part === undefined ? undefined : buildPart(docx, part, context));
  const main = build(docx.mainPart);
  const body = main?.roots.get('w:body');
  if (!main || !body) throw new ReadError('NO_BODY');
  const props = main.sections.length > 0 ? main.sections : [readSection(undefined)];
  const laid = main.pagesKnown
    ? { blocks: [...body.blocks], pages: lastPage(body.blocks) }
    : reckonPages(body.blocks, props);
  const notes = new Map<string, readonly Block[]>();
  for (const kind of ['footnote', 'endnote']) {
    for (const [id, { blocks }] of build(byType(`${kind}s`))?.roots ?? []) notes.set(`${kind} ${id}`, blocks);
  }
  const comments = commentsOf(build(byType('comments')), main);
  return {
    origin: 'word',
    blocks: laid.blocks,
    sections: sectionsOf(props, firstPages(laid.blocks, props.length), relations, build),
    notes,
    changes: main.changes,
    comments,
    notices: [...packageHazards(docx, relations, main.hasChunks), ...noticesOf(main, comments, context)],
    pagesKnown: main.pagesKnown,
    pageCount: laid.pages,
  };
}

function buildPart(docx: DocxPackage, part: string, context: PartContext): BuiltPart | undefined {
  const builder = partBuilder(context);
  const scanner = xmlScanner(part, partReader(builder));
  if (!docx.feed(part, scanner.push)) return undefined;
  scanner.end();
  return builder.result();
}

function lastPage(blocks: readonly Block[]): number {
  return paragraphsOf(blocks).at(-1)?.page ?? 1;
}

function sectionsOf(
  props: readonly SectionProps[],
  pages: readonly number[],
  relations: readonly Relation[],
  build: (part: string | undefined) => BuiltPart | undefined,
): Section[] {
  const parts = new Map<string, readonly Block[]>();
  const blocksOf = (id: string): readonly Block[] => {
    const part = relations.find((one) => one.id === id && !one.isExternal)?.target;
    if (part === undefined) return [];
    const known = parts.get(part) ?? [...(build(part)?.roots.values() ?? [])][0]?.blocks ?? [];
    parts.set(part, known);
    return known;
  };
  const resolved = (ids: ReadonlyMap<MarginKind, string>, before: MarginBlocks): MarginBlocks =>
    new Map([...before, ...[...ids].map(([kind, id]) => [kind, blocksOf(id)] as const)]);
  const sections: Section[] = [];
  for (const [i, { headerIds, footerIds, isContinuous: _, ...own }] of props.entries()) {
    const before = sections.at(-1);
    sections.push({
      ...own,
      headers: resolved(headerIds, before?.headers ?? new Map()),
      footers: resolved(footerIds, before?.footers ?? new Map()),
      firstPage: pages[i] ?? 1,
    });
  }
  return sections;
}

function commentsOf(part: BuiltPart | undefined, main: BuiltPart): Comment[] {
  return [...(part?.roots ?? [])].map(([id, { blocks, attributes }]) => ({
    author: attributes['w:author'] ?? '',
    at: attributes['w:date'] ?? null,
    text: paragraphsOf(blocks)
      .map(({ text }) => text)
      .join('\n'),
    paragraph: main.commentPlaces.get(id) ?? null,
  }));
}

function noticesOf(main: BuiltPart, comments: readonly Comment[], { budget, oldFonts }: PartContext): Notice[] {
  const notices: Notice[] = [];
  for (const field of [...main.fields].filter(isDangerousField))
    notices.push({ code: 'DANGEROUS_FIELD', params: { field } });
  const { changes, hidden } = main;
  if (changes.length > 0)
    notices.push({ code: 'TRACKED_CHANGES', params: { count: changes.length, authors: authorsOf(changes) } });
  if (comments.length > 0)
    notices.push({ code: 'COMMENTS', params: { count: comments.length, authors: authorsOf(comments) } });
  const [first] = hidden;
  if (first !== undefined)
    notices.push({ code: 'HIDDEN_TEXT', params: { count: hidden.length, first: first.trim().slice(0, SHORT_TEXT) } });
  const fonts = [...oldFonts.keys()].slice(0, MAX_AUTHORS).join(', ');
  if (fonts !== '') notices.push({ code: 'OLD_FONTS', params: { fonts } });
  if (budget.removedCharacters > 0)
    notices.push({ code: 'CONTROL_CHARACTERS', params: { count: budget.removedCharacters } });
  return notices;
}

function authorsOf(items: ReadonlyArray<{ readonly author: string }>): string {
  const names = [...new Set(items.map(({ author }) => author.trim() || 'người không ghi tên'))];
  const shown = names.slice(0, MAX_AUTHORS).join(', ');
  return names.length > MAX_AUTHORS ? `${shown}, …` : shown;
}
