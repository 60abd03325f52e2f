import type { Pointer } from '../checking/findings.ts';
import { fieldWord } from '../checking/path-labels.ts';
import { placeholder, standIn } from '../checking/placeholders.ts';
import { VISIBLE } from '../schemas/text.schema.ts';
import { FORBIDDEN } from '../text/forbidden-characters.ts';

/** Fields of an object of JSON. */
export type Fields = Record<string, unknown>;

/** Tells whether a value is an object of JSON, not a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Longest text of words from several fields, in characters. */
const MAX_WORDS = 500;
/** Fields that hold no words of the author. */
const NO_WORDS: ReadonlySet<string> = new Set(['id', 'level', 'ref', 'align', 'origin', 'columns']);
const ALL_FORBIDDEN = new RegExp(FORBIDDEN.source, 'gu');

/** Words in a value, as they were typed; empty where there are none. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.replace(ALL_FORBIDDEN, ' ').trim();
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  let words = '';
  for (const [name, inner] of Object.entries(value)) {
    if (words.length >= MAX_WORDS) break;
    if (!NO_WORDS.has(name)) words = `${words} ${wordsOf(inner)}`.trim();
  }
  return words.slice(0, MAX_WORDS);
}

/** Fields of a citation in the order in which they are printed, with the word before each. */
const CITED = [
  ['typeName', ''],
  ['code', 'số '],
  ['issuedDate', 'ngày '],
  ['organName', 'của '],
  ['subject', ''],
] as const;

/** Sentence of a căn cứ whose shape is wrong, as it was typed; empty where it has no words. */
export function basisWords(value: unknown): string {
  const { verb, cites, text } = isFields(value) ? value : {};
  if (!isFields(cites)) return wordsOf(text ?? value);
  const cited = CITED.map(([name, before]) => [before, wordsOf(cites[name])]).filter(([, words]) => words !== '');
  return `${wordsOf(verb) || 'Căn cứ'} ${cited.map((one) => one.join('')).join(' ')}`;
}

type OfItem = (words: string, value: unknown) => unknown;

const asText: OfItem = (words) => words;
const asPart: OfItem = (words) => ({ level: 'paragraph', text: words });

/** An item of a list that says the words of one whose shape is wrong, by the name of the list. */
const ITEMS: ReadonlyMap<string, OfItem> = new Map([
  ['recipients', asText],
  ['addressees', asText],
  ['preamble', asText],
  ['subjectLines', asText],
  ['text', asText],
  ['closing', asText],
  ['body', asPart],
  ['children', asPart],
  ['bases', (_, value) => ({ text: basisWords(value) || placeholder('nội dung') })],
  ['appendices', (words) => ({ body: [asPart(words, null)] })],
  ['authority', (words) => ({ position: words })],
  ['units', (words) => ({ name: words })],
  ['rows', (words) => ({ group: words })],
]);

/** Fields that cannot be left out, and what stands for them. */
const NEEDED: ReadonlyMap<string, unknown> = new Map([
  ['level', 'paragraph'],
  ['issuer', 'organ'],
]);
/** Lists and objects that a placeholder stands for. */
const SHOWN: ReadonlySet<string> = new Set(
  'subject recipients addressees body children authority signer position title text'.split(' '),
);
/** Fields whose words go with the part that they stand in. */
const WHOLE: ReadonlySet<string> = new Set(['table', 'columns']);

/** Stand-ins for a value whose shape is wrong, the likest first; undefined leaves it out. */
export function standInsFor(pointer: Pointer, value: unknown): unknown[] {
  const last = pointer.at(-1);
  if (typeof last !== 'string') {
    const list = pointer.findLast((step) => typeof step === 'string');
    const item = ITEMS.get(String(list));
    return item ? [item(wordsOf(value) || placeholder('nội dung'), value)] : [];
  }
  if (WHOLE.has(last)) return [];
  const words = wordsOf(value);
  const needed = NEEDED.has(last) ? [NEEDED.get(last)] : [];
  const params = { what: fieldWord(last) };
  const shown = SHOWN.has(last) ? [standIn({ code: 'MISSING', pointer, params })] : [];
  return [
    ...(VISIBLE.test(words) && words !== value ? [words] : []),
    ...(value === undefined ? [] : [undefined]),
    ...needed,
    ...shown,
  ];
}
