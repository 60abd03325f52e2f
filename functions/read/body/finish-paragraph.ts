import type { Cascade } from '../formatting/cascade.ts';
import type { ListCounter } from '../formatting/numbering.ts';
import { readParagraphProps } from '../formatting/paragraph-props.ts';
import { readRunProps } from '../formatting/run-props.ts';
import type { Styles } from '../formatting/styles.ts';
import type { ThemeFonts } from '../formatting/theme.ts';
import { ReadError } from '../problems/read-error.ts';
import { child, valOf, type XmlNode } from '../xml/xml-node.ts';
import { cleanText } from './clean-text.ts';
import type { Drawing } from './drawings.ts';
import type { Block, ListLabel, Paragraph } from './model.ts';
import { fromOldEncoding, isOldFont, isUnicode } from './old-encodings.ts';
import { joinRuns } from './runs.ts';

/** Most characters of a paragraph: twenty pages without a line end; and of a file: a thousand pages. */
const MAX_CHARACTERS = 50_000;
const MAX_OF_FILE = 3_000_000;

/** Context that all parts of a file share. */
export interface PartContext {
  readonly styles: Styles;
  readonly theme: ThemeFonts;
  readonly lists: ListCounter;
  readonly cascade: Cascade;
  /** Tells whether tracked changes are read as if they had been turned down: the text before them. */
  readonly rejectsChanges: boolean;
  /** Counts over all parts, so that a file of many small parts is bounded too. */
  /** Characters that were read out of fonts of before Unicode, by font. */
  readonly oldFonts: Map<string, number>;
  readonly budget: { paragraphs: number; characters: number; removedCharacters: number };
}

/** A run as it stands in the file. */
export interface Piece {
  readonly text: string;
  readonly props: XmlNode | undefined;
}

/** A paragraph while it is read. */
export interface OpenParagraph {
  props: XmlNode | undefined;
  readonly pieces: Piece[];
  run: { props: XmlNode | undefined; text: string } | null;
  readonly boxes: Block[][];
  readonly drawings: Drawing[];
  readonly fieldNames: string[];
  readonly notes: string[];
  readonly index: number;
  /** Page of its first character. */
  page: number | null;
}

/** A paragraph that begins with what its predecessor left, whose mark was deleted. */
export function openParagraph(index: number, carried: readonly Piece[]): OpenParagraph {
  const lists = { boxes: [], drawings: [], fieldNames: [], notes: [] };
  return { props: undefined, pieces: [...carried], run: null, ...lists, index, page: null };
}

/** Position of a paragraph in its file. */
export interface ParagraphContext {
  readonly tableStyle: string | undefined;
  readonly page: number;
  readonly section: number;
}

/** The paragraph as Word draws it, and what of it is hidden. */
export function finishParagraph(
  context: PartContext,
  open: OpenParagraph,
  { tableStyle, page, section }: ParagraphContext,
): { readonly paragraph: Paragraph; readonly hidden: string } {
  const { styles, theme, cascade } = context;
  const styleId = valOf(open.props, 'w:pStyle') ?? styles.normalId;
  const place = { tableStyle, paragraphStyle: styleId };
  const format = cascade.paragraph(place, readParagraphProps(open.props));
  const isNew = open.pieces.some(({ text }) => isUnicode(text));
  const all = open.pieces.map(({ text, props }) => {
    const run = cascade.run(place, readRunProps(props, theme));
    return { text: readable(context, text, isNew ? '' : run.props.font), format: run };
  });
  const runs = joinRuns(all.filter((piece) => !piece.format.props.hidden));
  const length = runs.reduce((sum, { text }) => sum + text.length, 0);
  if (length > MAX_CHARACTERS) throw new ReadError('PARAGRAPH_TOO_LONG', { max: MAX_CHARACTERS });
  context.budget.characters += length;
  if (context.budget.characters > MAX_OF_FILE) throw new ReadError('TEXT_TOO_LONG', { max: MAX_OF_FILE });
  const paragraph: Paragraph = {
    kind: 'paragraph',
    text: runs.map((run) => run.text).join(''),
    runs,
    format,
    mark: cascade.run(place, readRunProps(child(open.props, 'w:rPr'), theme)),
    styleName: styles.get(styleId)?.name ?? null,
    list: listLabel(context.lists, format.props),
    lines: open.drawings.flatMap(({ lines }) => lines),
    boxes: open.boxes,
    pictures: open.drawings.reduce((sum, { pictures }) => sum + pictures, 0),
    fields: open.fieldNames,
    notes: open.notes,
    page: open.page ?? page,
    section,
    index: open.index,
  };
  const hidden = all.filter((piece) => piece.format.props.hidden).map(({ text }) => text);
  return { paragraph, hidden: hidden.join('').trim() };
}

/** A run's text as it prints: letters of an old font in Unicode, what cannot be seen left out. */
function readable({ budget, oldFonts }: PartContext, raw: string, font: string): string {
  const isOld = isOldFont(font) && /[\u00a1-\u00ff\uf020-\uf0ff]/.test(raw);
  if (isOld) oldFonts.set(font, (oldFonts.get(font) ?? 0) + raw.length);
  const { text, removed } = cleanText(isOld ? fromOldEncoding(raw, font) : raw);
  budget.removedCharacters += removed;
  return text;
}

function listLabel(lists: ListCounter, { numId, numLevel }: Paragraph['format']['props']): ListLabel | null {
  if (numId === null) return null;
  const text = lists.next(numId, numLevel);
  return text === '' ? null : { text, level: numLevel, format: lists.level(numId, numLevel)?.format ?? '' };
}
