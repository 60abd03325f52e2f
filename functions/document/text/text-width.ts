import { isGap } from './runs-of-characters.ts';

/** Faces whose widths are known. */
export type Face = 'regular' | 'bold';

/** Units of the widths below to one em. */
const UNITS_PER_EM = 2048;

const CHARACTERS =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~ĐđƠơƯư–—‘’“”…';

/** Advance widths of Times New Roman, which Liberation Serif 2 has too; a letter with marks is as wide as without. */
const ADVANCES: Readonly<Record<Face, readonly number[]>> = {
  // biome-ignore format: a table
  regular: [
    512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682, 797,
    1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024,
    682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024,
    1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108, 1479, 1024, 1479, 1083, 1589, 1110, 1024, 2048, 682, 682, 909, 909, 2048,
  ],
  // biome-ignore format: a table
  bold: [
    512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593, 797, 1024,
    1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024,
    682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024, 1139, 1139, 909, 797, 682, 1139,
    1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065, 1479, 1139, 1593, 1134, 1630, 1229, 1024, 2048, 682, 682, 1024, 1024, 2048,
  ],
};

/** Width of a character that the table lacks: that of a digit. */
const UNKNOWN = 1024;
/** The second half of a character of two code units, whose width the first has. */
const LOW_SURROGATE = /[\uDC00-\uDFFF]/;
const HORN = /[ơờớởỡợƠỜỚỞỠỢưừứửữựƯỪỨỬỮỰ]/u;

/** Width of a text in points, as Word sets it on one line. */
export function textWidthPt(text: string, face: Face, sizePt: number): number {
  return (unitsOf(text, face) * sizePt) / UNITS_PER_EM;
}

const SPACE = 0x20;
const ASTERISK = 0x2a;
const HYPHEN = 0x2d;
const EN_DASH = 0x2013;
const LETTER = /\p{L}/u;

/** No character is wider than an em. */
const WIDEST_UNITS = UNITS_PER_EM;

/**
 * Width of a text's widest word in ems, or `knownEms` where none is wider. Words end at spaces, tabs, line feeds, and at a hyphen
 * before a letter; marks of bold and italic have no width; words of `linkChars` characters and more are links, which may be
 * broken. What is too short to be wider is jumped over.
 */
export function widestWordEms(text: string, face: Face, linkChars: number, knownEms = 0): number {
  let widest = knownEms * UNITS_PER_EM;
  let least = Math.floor(widest / WIDEST_UNITS) + 1;
  for (let last = least - 1; last < text.length; ) {
    let at = last;
    while (at > last - least && !isGap(text.charCodeAt(at))) at--;
    if (at === last - least) {
      const end = gapAfter(text, last);
      widest = Math.max(widest, widestPartUnits(text, at + 1, end, face, linkChars));
      least = Math.floor(widest / WIDEST_UNITS) + 1;
      at = end;
    }
    last = at + least;
  }
  return widest / UNITS_PER_EM;
}

/** Width of the widest part of what stands between two gaps: parts end at a hyphen before a letter. */
function widestPartUnits(text: string, from: number, end: number, face: Face, linkChars: number): number {
  const widths = knownInside[face];
  let widest = 0;
  let units = 0;
  let characters = 0;
  for (let i = from; i <= end; i++) {
    const code = i === end ? SPACE : text.charCodeAt(i);
    if (code === ASTERISK) continue;
    if (i < end) {
      units += widths[code] || insideWord(text.charAt(i), code, face);
      characters++;
      if ((code !== HYPHEN && code !== EN_DASH) || !isLetterNext(text, i + 1)) continue;
    }
    if (units > widest && characters < linkChars) widest = units;
    units = 0;
    characters = 0;
  }
  return widest;
}

function gapAfter(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isGap(text.charCodeAt(at))) at++;
  return at;
}

/** Width of a character, kept for the next time where nothing ends at it. */
function insideWord(char: string, code: number, face: Face): number {
  const width = known[face][code] || advance(char, face);
  if (code !== HYPHEN && code !== EN_DASH) knownInside[face][code] = width;
  return width;
}

function isLetterNext(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === ASTERISK) at++;
  const code = text.codePointAt(at);
  return code !== undefined && LETTER.test(String.fromCodePoint(code));
}

/** A text in lines of at most `lineWidthPt`, broken at spaces as Word does. */
export function breakLines(text: string, face: Face, sizePt: number, lineWidthPt: number): string[] {
  const words = text.split(' ');
  const widths = words.map((word) => unitsOf(word, face));
  const breaks = breaksOf(widths, unitsOf(' ', face), (lineWidthPt * UNITS_PER_EM) / sizePt);
  return breaks.map((from, i) => words.slice(from, breaks[i + 1]).join(' '));
}

/**
 * The narrowest width in points in which a text still has no more lines than in `lineWidthPt`: its lines come out about
 * equally long, and no last word stands alone.
 */
export function balancedWidthPt(text: string, face: Face, sizePt: number, lineWidthPt: number): number {
  const widths = text.split(' ').map((word) => unitsOf(word, face));
  const space = unitsOf(' ', face);
  const linesIn = (widthPt: number) => breaksOf(widths, space, (widthPt * UNITS_PER_EM) / sizePt).length;
  const count = linesIn(lineWidthPt);
  if (count === 1) return lineWidthPt;
  let tooNarrow = lineWidthPt / (count + 1);
  let enough = lineWidthPt;
  while (enough - tooNarrow > 1) {
    const middle = (tooNarrow + enough) / 2;
    if (linesIn(middle) > count) tooNarrow = middle;
    else enough = middle;
  }
  return enough;
}

/** The word that each line begins with, for words of these widths. */
function breaksOf(widths: readonly number[], space: number, lineWidth: number): number[] {
  const breaks = [0];
  let line = widths[0] ?? 0;
  for (let word = 1; word < widths.length; word++) {
    const width = widths[word] ?? 0;
    line += space + width;
    if (line <= lineWidth) continue;
    breaks.push(word);
    line = width;
  }
  return breaks;
}

/** Widths found so far, by code unit, 0 where none is: taking a letter's marks off costs more than all the rest. */
const known: Readonly<Record<Face, Uint16Array>> = {
  regular: new Uint16Array(0x1_0000),
  bold: new Uint16Array(0x1_0000),
};

/** The same, of characters at which no word can end. */
const knownInside: Readonly<Record<Face, Uint16Array>> = {
  regular: new Uint16Array(0x1_0000),
  bold: new Uint16Array(0x1_0000),
};

function unitsOf(text: string, face: Face): number {
  const widths = known[face];
  let units = 0;
  for (let i = 0; i < text.length; i++) units += widths[text.charCodeAt(i)] || advance(text.charAt(i), face);
  return units;
}

function advance(char: string, face: Face): number {
  const base = HORN.test(char) ? withHorn(char) : (char.normalize('NFD')[0] ?? char);
  const width = LOW_SURROGATE.test(char) ? 0 : (ADVANCES[face][CHARACTERS.indexOf(base)] ?? UNKNOWN);
  known[face][char.charCodeAt(0)] = width;
  return width;
}

/** The letter without its tone but with its horn, which makes it wider. */
function withHorn(char: string): string {
  return char
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
}
