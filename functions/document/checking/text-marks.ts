import { isShared, oncePerPiece } from '../common-pieces.ts';
import { legacyEncodingOf } from '../text/legacy-encoding.ts';
import { scanText, TRAITS } from '../text/scan-text.ts';
import { freshToneWord, oldToneWord } from '../text/tone-styles.ts';
import type { Pointer, RawFinding } from './findings.ts';
import { PLACEHOLDER_MARK } from './placeholders.ts';
import { isSecretStamp } from './secrecy.ts';

/** Places of a form that somebody forgot to fill in. */
const FORM_FIELD = /\{\{[^{}]{1,60}\}\}|\[\[[^[\]]{1,60}\]\]|\$\{[^{}]{1,60}\}/g;
/** Most marks of one text that are named. */
const MAX_LISTED = 5;
/** Marks of web pages, which print as they are. */
const MARKUP =
  /<\/?(?:b|i|u|br|p|strong|em|span|div|table|tr|td|ul|li|h[1-6])(?:\s[^<>]{0,60})?\/?>|!\[[^\]]{0,60}\]\([^)]{0,200}\)/gi;

/** Marks of some texts: findings, and the first word with a tone mark in either way. */
interface Marks {
  readonly found: RawFinding[];
  old: string | undefined;
  fresh: string | undefined;
}

/**
 * Finds secrecy stamps, typed placeholders, empty form fields, markup and broken letters in any text. And tells where a
 * document puts its tone marks in two ways: hòa, hoà.
 */
export function textMarks(input: unknown): RawFinding[] {
  const marks = newMarks();
  addMarks(marks, input, []);
  const { found, old, fresh } = marks;
  if (old && fresh) found.push({ code: 'MIXED_TONES', pointer: [], params: { old, fresh } });
  return found;
}

function newMarks(): Marks {
  return { found: [], old: undefined, fresh: undefined };
}

/** Adds the marks of all texts of a value; `place` is where it stands, for as long as it is looked at. */
function addMarks(marks: Marks, value: unknown, place: Array<string | number>): void {
  if (typeof value === 'string') addMarksOf(marks, value, place);
  else if (isShared(value)) addMarksOfPiece(marks, marksOfPiece(value), place);
  else addMarksInside(marks, value, place);
}

function addMarksInside(marks: Marks, value: unknown, place: Array<string | number>): void {
  if (Array.isArray(value)) for (let i = 0; i < value.length; i++) addMarksAt(marks, value[i], place, i);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) addMarksAt(marks, inner, place, key);
}

function addMarksAt(marks: Marks, inner: unknown, place: Array<string | number>, step: string | number): void {
  place.push(step);
  addMarks(marks, inner, place);
  place.pop();
}

const marksOfPiece = oncePerPiece((piece: object): Marks => {
  const marks = newMarks();
  addMarksInside(marks, piece, []);
  return marks;
});

function addMarksOfPiece(marks: Marks, { found, old, fresh }: Marks, place: Pointer): void {
  for (const one of found) marks.found.push({ ...one, pointer: [...place, ...one.pointer] });
  marks.old ??= old;
  marks.fresh ??= fresh;
}

function addMarksOf(marks: Marks, text: string, place: Pointer): void {
  const { found } = marks;
  if (isSecretStamp(text)) found.push({ code: 'SECRET', pointer: [...place] });
  if (text.includes(PLACEHOLDER_MARK)) found.push({ code: 'HOLE_IN_TEXT', pointer: [...place] });
  const traits = scanText(text);
  const encoding = legacyEncodingOf(text, traits);
  if (encoding) found.push({ code: 'LEGACY_ENCODING', pointer: [...place], params: { encoding } });
  // The stamp is the decree's word, not the author's.
  if (traits & (TRAITS.oldTone | TRAITS.freshTone) && place[0] !== 'urgency') {
    marks.old ??= oldToneWord(text, traits);
    marks.fresh ??= freshToneWord(text, traits);
  }
  if (!(traits & TRAITS.mark)) return;
  const placeholders = allOf(FORM_FIELD, text);
  if (placeholders) found.push({ code: 'PLACEHOLDER_LEFT', pointer: [...place], params: { text: placeholders } });
  const markup = allOf(MARKUP, text);
  if (markup) found.push({ code: 'MARKUP_TYPED', pointer: [...place], params: { text: markup } });
}

/** Lists what a pattern finds in a text, each once, as a message names it; empty where there is nothing. */
function allOf(pattern: RegExp, text: string): string {
  return [...new Set(text.match(pattern))].slice(0, MAX_LISTED).join('”, “');
}
