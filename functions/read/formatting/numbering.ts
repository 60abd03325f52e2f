import { POINT_LETTERS, toRoman } from '#document/text/vietnamese.ts';
import { child, childrenOf, numberOf, valOf, type XmlNode } from '../xml/xml-node.ts';
import { type ParagraphLayer, readParagraphProps } from './paragraph-props.ts';

/** A level of a Word list. */
export interface ListLevel {
  readonly format: string;
  /** `%1.%2.` with the places of the numbers. */
  readonly text: string;
  readonly start: number;
  readonly paragraph: ParagraphLayer;
  readonly styleId: string | undefined;
}

/** Counts Word's lists as the paragraphs come. */
export interface ListCounter {
  level(numId: string, level: number): ListLevel | undefined;
  /** The level of a list that belongs to a paragraph style. */
  levelOfStyle(numId: string, styleId: string): number | undefined;
  /** The label of the next paragraph of a list, as Word prints it. */
  next(numId: string, level: number): string;
}

interface AbstractList {
  readonly id: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  readonly styleLink: string | undefined;
  readonly numStyleLink: string | undefined;
}

/** Largest number that is written as letters or a Roman numeral. */
const MAX_COUNTED = 3999;
/** Most levels of a list. */
const LEVELS = 9;

/** Reads the numbering part. */
export function readNumbering(root: XmlNode | undefined): ListCounter {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((node) => [node.attributes['w:abstractNumId'], abstractList(node)]),
  );
  const linked = new Map([...abstracts.values()].map((list) => [list.styleLink, list]));
  const lists = new Map<
    string,
    {
      readonly list: AbstractList;
      readonly starts: ReadonlyMap<number, number>;
      readonly overrides: ReadonlyMap<number, ListLevel>;
    }
  >();
  for (const node of childrenOf(root, 'w:num')) {
    const named = abstracts.get(valOf(node, 'w:abstractNumId'));
    const list = named?.numStyleLink === undefined ? named : (linked.get(named.numStyleLink) ?? named);
    if (list) lists.set(node.attributes['w:numId'] ?? '', { list, ...overridesOf(node) });
  }
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  const level = (numId: string, at: number) =>
    lists.get(numId)?.overrides.get(at) ?? lists.get(numId)?.list.levels.get(at);
  return {
    level,
    levelOfStyle(numId, styleId) {
      const levels = lists.get(numId)?.list.levels ?? new Map<number, ListLevel>();
      return [...levels].find(([, { styleId: own }]) => own === styleId)?.[0];
    },
    next(numId, at) {
      const found = lists.get(numId);
      const own = level(numId, at);
      if (!found || !own || at < 0 || at >= LEVELS) return '';
      const count = counts.get(found.list.id) ?? [];
      counts.set(found.list.id, count);
      const restart = found.starts.get(at);
      const isFirst = !begun.has(`${numId} ${at}`);
      begun.add(`${numId} ${at}`);
      const startOf = (n: number) => found.starts.get(n) ?? level(numId, n)?.start ?? 1;
      for (let n = 0; n < at; n++) count[n] ??= startOf(n);
      count[at] =
        isFirst && restart !== undefined ? restart : count[at] === undefined ? startOf(at) : (count[at] ?? 0) + 1;
      count.length = at + 1;
      return (
        own.text.replace(/%(\d)/g, (_, digit: string) => {
          const n = Number(digit) - 1;
          return formatted(count[n] ?? startOf(n), level(numId, n)?.format ?? 'decimal');
        }) || (own.format === 'bullet' ? '-' : '')
      );
    },
  };
}

function abstractList(node: XmlNode): AbstractList {
  return {
    id: node.attributes['w:abstractNumId'] ?? '',
    levels: new Map(childrenOf(node, 'w:lvl').map(levelEntry)),
    styleLink: valOf(node, 'w:styleLink'),
    numStyleLink: valOf(node, 'w:numStyleLink'),
  };
}

function levelEntry(node: XmlNode): [number, ListLevel] {
  const format = valOf(node, 'w:numFmt') ?? 'decimal';
  const level = {
    format,
    text: format === 'bullet' ? bulletOf(valOf(node, 'w:lvlText') ?? '') : (valOf(node, 'w:lvlText') ?? ''),
    start: numberOf(valOf(node, 'w:start')) ?? 1,
    paragraph: readParagraphProps(child(node, 'w:pPr')),
    styleId: valOf(node, 'w:pStyle'),
  };
  return [numberOf(node.attributes['w:ilvl']) ?? 0, level];
}

/** A bullet of a font's own characters is read as a dash: it is no sign of a text. */
function bulletOf(text: string): string {
  return text === '' || /[\uE000-\uF8FF\u00B7\u2022\u25CF\u25AA\u25A0\u25CB\u006F\uF0B7]/u.test(text) ? '-' : text;
}

function overridesOf(node: XmlNode): {
  readonly starts: Map<number, number>;
  readonly overrides: Map<number, ListLevel>;
} {
  const starts = new Map<number, number>();
  const overrides = new Map<number, ListLevel>();
  for (const one of childrenOf(node, 'w:lvlOverride')) {
    const at = numberOf(one.attributes['w:ilvl']) ?? 0;
    const start = numberOf(valOf(one, 'w:startOverride'));
    if (start !== undefined) starts.set(at, start);
    const own = child(one, 'w:lvl');
    if (own) overrides.set(at, levelEntry(own)[1]);
  }
  return { starts, overrides };
}

/** A number as a list prints it. */
function formatted(n: number, format: string): string {
  // A number that no document counts to is a damaged file's; as a numeral it would fill memory.
  if (n < 1 || n > MAX_COUNTED) return String(n);
  switch (format) {
    case 'upperRoman':
      return toRoman(n);
    case 'lowerRoman':
      return toRoman(n).toLowerCase();
    case 'upperLetter':
      return letter(n).toUpperCase();
    case 'lowerLetter':
      return letter(n);
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'none':
    case 'bullet':
      return '';
    default:
      return String(n);
  }
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';

/** Word's own letters: English order, doubled after z. */
function letter(n: number): string {
  return (LATIN[(n - 1) % LATIN.length] ?? '').repeat(Math.ceil(n / LATIN.length));
}

/** Tells whether a letter may be one that numbers a điểm. */
export function isPointLetter(text: string): boolean {
  return POINT_LETTERS.includes(text);
}
