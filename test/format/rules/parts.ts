import type { Level } from '#document/schemas/part.schema.ts';
import type { FormatFile } from '../format-file.ts';
import { about, type Look, lookFindings } from '../look.ts';
import { type Kind, type Outlined, outlines } from '../outline.ts';
import type { FormatRule } from '../rule.ts';
import { indentFindings } from './body.ts';

function linesOf(file: FormatFile, levels: readonly Level[], kinds: readonly Kind[]): Outlined[] {
  return outlines(file)
    .flat()
    .filter(({ expected }) => levels.includes(expected.level) && kinds.includes(expected.kind));
}

function partRule(
  row: string,
  what: {
    readonly levels: readonly Level[];
    readonly kinds: readonly Kind[];
    readonly clause: string;
    readonly look: Look;
    readonly indented: boolean;
  },
): FormatRule {
  return {
    row,
    clause: what.clause,
    applies: (file) => linesOf(file, what.levels, what.kinds).length > 0,
    check: (file) =>
      linesOf(file, what.levels, what.kinds).flatMap(({ expected, placed }) => {
        if (!placed) return [`no paragraph in its place reads ${expected.pattern}`];
        const { format } = placed.paragraph;
        return [
          ...lookFindings(placed.paragraph, what.look),
          ...(what.indented ? indentFindings(placed.paragraph) : []),
          ...(what.indented || (format.leftTw === 0 && format.rightTw === 0 && format.firstLineTw === 0)
            ? []
            : [about(placed.paragraph, 'indented, so not in the middle')]),
        ];
      }),
  };
}

const centred: Look = { sizePt: 14, bold: true, italic: false, alignment: 'center' };
const heading: Look = { sizePt: 14, bold: true, italic: false };

/** The lead of a khoản that runs into its text: bold, and nothing else of it. */
const runIn: FormatRule = {
  row: '1. khoản with a run-in lead',
  clause: 'practice',
  applies: (file) => linesOf(file, ['clause', 'subclause', 'point'], ['runIn']).length > 0,
  check: (file) =>
    linesOf(file, ['clause', 'subclause', 'point'], ['runIn']).flatMap(({ expected, placed }) => {
      const first = placed?.paragraph.runs.find((run) => run.text.trim() !== '');
      return first?.format.bold && placed?.paragraph.runs.some(({ format }) => !format.bold)
        ? []
        : [`${expected.pattern}: its lead is not bold, or all of it is`];
    }),
};

/** A heading at the foot of a page, away from what it heads, is what nobody wants. */
const kept: FormatRule = {
  row: 'headings stay with what follows',
  clause: 'practice',
  applies: (file) => headingsOf(file).length > 0,
  check: (file) =>
    headingsOf(file).flatMap(({ placed }) =>
      placed && !placed.paragraph.format.keepNext ? [about(placed.paragraph, 'may part from what follows')] : [],
    ),
};

function headingsOf(file: FormatFile): Outlined[] {
  return outlines(file)
    .flat()
    .filter(({ expected }) => expected.kind !== 'text' && expected.kind !== 'runIn');
}

/** Rules about the levels of the body. */
export const partRules: readonly FormatRule[] = [
  partRule('Phần, Chương: number', {
    levels: ['division', 'chapter'],
    kinds: ['number'],
    clause: 'II.6.đ',
    look: centred,
    indented: false,
  }),
  partRule('Phần, Chương: title', {
    levels: ['division', 'chapter'],
    kinds: ['capitals'],
    clause: 'II.6.đ',
    look: centred,
    indented: false,
  }),
  partRule('Mục, Tiểu mục: number', {
    levels: ['section', 'subsection'],
    kinds: ['number'],
    clause: 'II.6.đ',
    look: centred,
    indented: false,
  }),
  partRule('Mục, Tiểu mục: title', {
    levels: ['section', 'subsection'],
    kinds: ['capitals'],
    clause: 'II.6.đ',
    look: centred,
    indented: false,
  }),
  partRule('Điều 1. Title', {
    levels: ['article'],
    kinds: ['heading'],
    clause: 'II.6.d–đ',
    look: heading,
    indented: true,
  }),
  partRule('I. heading', { levels: ['roman'], kinds: ['capitals'], clause: 'V.6.b', look: heading, indented: true }),
  partRule('1. khoản with a title', {
    levels: ['clause', 'subclause'],
    kinds: ['heading'],
    clause: 'II.6.đ',
    look: heading,
    indented: true,
  }),
  partRule('1. khoản without a title', {
    levels: ['clause', 'subclause'],
    kinds: ['text'],
    clause: 'II.6.đ',
    look: { sizePt: 14 },
    indented: true,
  }),
  partRule('a) điểm', {
    levels: ['point'],
    kinds: ['text'],
    clause: 'II.6.đ',
    look: { sizePt: 14 },
    indented: true,
  }),
  runIn,
  kept,
];
