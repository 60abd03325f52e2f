import { isShared, oncePerPiece } from '#document/common-pieces.ts';
import type { NumberedPart } from '#document/numbering/number-parts.ts';
import { AND, LISTING } from '#document/numbering/reference-lists.ts';
import type { ReferenceLabels } from '#document/numbering/references.ts';
import type { InlineText } from '#document/schemas/inline.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { Table } from '#document/schemas/table.schema.ts';
import { headingCapitals } from '#document/text/heading-capitals.ts';
import { parseRuns, type Run } from '#document/text/runs.ts';
import { capitalised } from '#document/text/vietnamese.ts';
import { unstretched } from './line-fill.ts';
import type { StyleId } from './optional-styles.ts';
import type { Slots } from './slots.ts';
import type { BlockView, ParagraphLook, ParagraphView, TableView } from './view.ts';

/** A paragraph or a table, as parts of a document follow each other. */
export type Block =
  | { readonly paragraph: ParagraphView; readonly table: null }
  | { readonly paragraph: null; readonly table: TableView };

/** Context that turns the parts of a list into blocks. */
export interface BlockContext {
  readonly labels: ReferenceLabels;
  readonly layTable: (table: Table) => TableView;
  /** Width of the text area. */
  readonly widthTwips: number;
}

/** A paragraph of runs. */
export function paragraph(style: StyleId, runs: readonly Run[], look: ParagraphLook | null = null): ParagraphView {
  return { style, keepNext: false, look, runs };
}

/** A paragraph of plain text without marks. */
export function plain(text: string): Run[] {
  return [{ text, bold: false, italic: false }];
}

/** Runs of a text, its references printed; one that begins a sentence has a capital (PL II, Mục I.1). */
export function inlineRuns(text: InlineText, labels: ReferenceLabels): Run[] {
  if (typeof text === 'string') return parseRuns(text);
  let listing = false;
  const printed = text.flatMap((piece, i) => {
    if (typeof piece === 'string') return [];
    const before = text[i - 1];
    listing = typeof before === 'string' && (LISTING.test(before) || (listing && AND.test(before)));
    const { full, number } = labels.get(piece.ref) ?? { full: null, number: null };
    if (piece.number || listing) return [number ?? ''];
    return [beginsSentence(before) ? capitalised(full ?? '') : (full ?? '')];
  });
  const joined = text.map((piece) => (typeof piece === 'string' ? piece : REFERENCE_PLACE)).join('');
  return parseRuns(joined).map((run) => ({
    ...run,
    text: run.text.replaceAll(REFERENCE_PLACE, () => printed.shift() ?? ''),
  }));
}

/** Holds a reference's place while marks are paired, so that `**xem `, a reference, `**` is bold throughout; no text has it. */
const REFERENCE_PLACE = '\u0001';

function beginsSentence(before: string | object | undefined): boolean {
  return before === undefined || (typeof before === 'string' && /[.!?] $/.test(before));
}

/** Numbered parts as paragraphs and tables, in reading order (PL I, Mục II.6.đ). */
export function blocksOf(parts: readonly NumberedPart[], context: BlockContext): Block[] {
  const blocks: Block[] = [];
  addBlocks(blocks, parts, context);
  return blocks;
}

function addBlocks(blocks: Block[], parts: readonly NumberedPart[], context: BlockContext): void {
  for (const numbered of parts) {
    const { table } = numbered.part;
    if (table) {
      if (table.caption) blocks.push({ paragraph: paragraph('BangTen', parseRuns(table.caption)), table: null });
      if (table.unitLine)
        blocks.push({ paragraph: paragraph('BangDonViTinh', parseRuns(table.unitLine)), table: null });
      blocks.push({ paragraph: null, table: context.layTable(table) });
    } else for (const block of ownBlocks(numbered, context)) blocks.push(block);
    addBlocks(blocks, numbered.children, context);
  }
}

/** Blocks of a part without those below it; made once of a common part for a number, unless it refers to others. */
function ownBlocks({ part, label }: NumberedPart, { labels, widthTwips }: BlockContext): readonly Block[] {
  if (!isShared(part) || typeof part.text === 'object') return blocksOfPart(part, label, labels, widthTwips);
  const known = blocksByPlace(part);
  const place = `${widthTwips} ${label}`;
  const before = known.get(place) ?? blocksOfPart(part, label, labels, widthTwips);
  known.set(place, before);
  return before;
}

/** Blocks that were made of a common part, by its number and the width. */
const blocksByPlace = oncePerPiece((_: Part) => new Map<string, readonly Block[]>());

function blocksOfPart(part: Part, label: string | null, labels: ReferenceLabels, widthTwips: number): Block[] {
  return paragraphsOf(part, label, labels).map((one) => ({
    paragraph: { ...unstretched(one, widthTwips), part },
    table: null,
  }));
}

function paragraphsOf(part: Part, label: string | null, labels: ReferenceLabels): ParagraphView[] {
  const title = part.title === undefined ? null : parseRuns(part.title);
  const text = part.text === undefined ? null : inlineRuns(part.text, labels);
  switch (part.level) {
    case 'division':
    case 'chapter':
      return [paragraph('PhanChuong', plain(label ?? '')), paragraph('TieuDePhanChuong', capitals(title ?? []))];
    case 'section':
    case 'subsection':
      return [paragraph('MucTieuMuc', plain(label ?? '')), paragraph('TieuDeMuc', capitals(title ?? []))];
    case 'article':
      return titled('Dieu', label, title ?? [], text);
    case 'letter':
      return [paragraph('MucChuCai', labelled(label, capitals(title ?? [])))];
    case 'roman':
      return [paragraph('MucLaMa', labelled(label, capitals(title ?? [])))];
    case 'clause':
    case 'subclause':
      return item('Khoan', 'KhoanTieuDe', label, title, text, part.runIn === true);
    case 'point':
      return item('Diem', 'DiemTieuDe', label, title, text, part.runIn === true);
    case 'dash':
      return [paragraph('GachDauDong', labelled(label, text ?? []))];
    case 'plus':
      return [paragraph('CongDauDong', labelled(label, text ?? []))];
    case 'itemLetter':
    case 'item':
    case 'itemRoman':
      return [paragraph('MucLietKe', labelled(label, text ?? []))];
    case 'note':
      return [paragraph('GhiChu', text ?? [])];
    default:
      return [paragraph('NoiDung', text ?? [], lookOf(part))];
  }
}

/** Look of a paragraph whose own alignment or indent differs from the body's. */
function lookOf({ align, indent }: Part): ParagraphLook | null {
  if (align === undefined && indent === undefined) return null;
  const aside = align === 'center' || align === 'right';
  return { align: align === 'justify' ? 'both' : (align ?? null), flush: aside || indent === false, leader: null };
}

/** A khoản or điểm: with a title on its own line, with a title at the head of its text, or with text alone. */
function item(
  style: StyleId,
  titleStyle: StyleId,
  label: string | null,
  title: readonly Run[] | null,
  text: readonly Run[] | null,
  runIn: boolean,
) {
  if (!title) return [paragraph(style, labelled(label, text ?? []))];
  if (!runIn || !text) return titled(titleStyle, label, title, text);
  const lead = labelled(label, title).map((run) => ({ ...run, bold: true }));
  return [paragraph(style, [...lead, ...plain(' '), ...text])];
}

function titled(
  style: StyleId,
  label: string | null,
  title: readonly Run[],
  text: readonly Run[] | null,
): ParagraphView[] {
  const heading = paragraph(style, labelled(label, title));
  return text ? [heading, paragraph('NoiDung', text)] : [heading];
}

/** The number, a space, the text; the number is as upright and as bold as the paragraph. */
function labelled(label: string | null, runs: readonly Run[]): Run[] {
  if (label === null) return [...runs];
  const first = runs[0];
  return first && !first.bold && !first.italic
    ? [...plain(`${label} ${first.text}`), ...runs.slice(1)]
    : [...plain(`${label} `), ...runs];
}

function capitals(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: headingCapitals(run.text) }));
}

/** Tells whether the last block is running text: no table, no note, nothing set in the middle or to the right. */
export function endsInText(blocks: readonly Block[]): boolean {
  const last = blocks.at(-1)?.paragraph;
  if (!last || last.style === 'GhiChu') return false;
  return last.look?.align !== 'center' && last.look?.align !== 'right' && !last.look?.leader;
}

const END_MARK = './.';
const TYPED_END = /(?:\.\/\.|(?<!\.)\.|[;,:])$/;

/** The blocks with "./." after the last text, however the author ended it (PL III, Mẫu 1.4); after "…..." only "/.". */
export function withEndMark(blocks: readonly Block[]): Block[] {
  const last = blocks.at(-1);
  if (!last?.paragraph) return [...blocks, { paragraph: paragraph('NoiDung', plain(END_MARK)), table: null }];
  const { runs } = last.paragraph;
  const tail = runs.at(-1) ?? { text: '', bold: false, italic: false };
  // The tab of a line to be filled in stays.
  const text = tail.text
    .replace(/[^\S\t]+$/, '')
    .replace(TYPED_END, '')
    .replace(/[^\S\t]+$/, '');
  const ended = { ...tail, text: `${text}${text.endsWith('.') ? END_MARK.slice(1) : END_MARK}` };
  return [
    ...blocks.slice(0, -1),
    { paragraph: { ...last.paragraph, runs: [...runs.slice(0, -1), ended] }, table: null },
  ];
}

/** Characters of a paragraph that surely takes two lines, upright or on its side. */
const TWO_LINES_CHARS = 260;

/**
 * Keeps the end of the body on the page of what follows: no signature stands alone on a page. It is the last paragraph,
 * and where it may be a single line the one before it too. No more: a tall block of recipients would drag half a page
 * along.
 */
export function keptWithNext(blocks: readonly Block[]): Block[] {
  const last = blocks.at(-1)?.paragraph?.runs.reduce((sum, run) => sum + run.text.length, 0) ?? 0;
  const from = blocks.length - (last >= TWO_LINES_CHARS ? 1 : 2);
  return blocks.map((block, i) =>
    i >= from && block.paragraph ? { paragraph: { ...block.paragraph, keepNext: true }, table: null } : block,
  );
}

/** The blocks as an outline takes them: the slot of the paragraphs up to a table, then the table. */
export function blockViews(blocks: readonly Block[], slots: Slots): BlockView[] {
  const views: BlockView[] = [];
  let paragraphs: ParagraphView[] = [];
  for (const block of blocks) {
    if (block.paragraph) {
      paragraphs.push(block.paragraph);
      continue;
    }
    views.push({ paragraphsSlot: slots.paragraphs(paragraphs), table: block.table });
    paragraphs = [];
  }
  return [...views, { paragraphsSlot: slots.paragraphs(paragraphs), table: null }];
}
