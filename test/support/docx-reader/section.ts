import type { Block, Margins, Section } from './types.ts';
import { mmOfTwips } from './units.ts';
import { type Element, element, elements, flag, numberIn, value } from './xml.ts';

/** The room for text of a section, in twips, from `w:sectPr`. */
export function roomOf(properties: Element): { readonly leftTw: number; readonly widthTw: number } {
  const { left, right, gutter } = margins(properties);
  return { leftTw: left + gutter, widthTw: Number(value(properties, 'w:pgSz', 'w:w')) - left - right - gutter };
}

function margins(properties: Element) {
  const at = (side: string) => Math.abs(Number(value(properties, 'w:pgMar', `w:${side}`) ?? 0));
  return {
    top: at('top'),
    bottom: at('bottom'),
    left: at('left'),
    right: at('right'),
    header: at('header'),
    footer: at('footer'),
    gutter: at('gutter'),
  };
}

/** Reads the blocks of the part (header or footer) that a relation names, with the room of its section. */
export type PartReader = (relationId: string, room: { readonly leftTw: number; readonly widthTw: number }) => Block[];

function marginParts(properties: Element, name: string, before: Margins | undefined, read: PartReader): Margins {
  const references = elements(properties, `w:${name}Reference`);
  const of = (type: 'default' | 'first' | 'even') => {
    const id = references.find(({ attributes }) => (attributes['w:type'] ?? 'default') === type)?.attributes['r:id'];
    return id === undefined ? (before?.[type] ?? null) : read(id, roomOf(properties));
  };
  return { default: of('default'), first: of('first'), even: of('even') };
}

/** Reads `w:sectPr`; headers and footers that it does not name are those of the section before. */
export function readSection(
  properties: Element,
  blocks: readonly Block[],
  before: Section | undefined,
  read: PartReader,
): Section {
  const size = element(properties, 'w:pgSz')?.attributes ?? {};
  return {
    type: value(properties, 'w:type') ?? 'nextPage',
    widthMm: mmOfTwips(Number(size['w:w'])),
    heightMm: mmOfTwips(Number(size['w:h'])),
    orientation: size['w:orient'] ?? 'portrait',
    marginMm: Object.fromEntries(
      Object.entries(margins(properties)).map(([side, twips]) => [side, mmOfTwips(twips)]),
    ) as Section['marginMm'],
    columns: Number(value(properties, 'w:cols', 'w:num') ?? 1),
    titlePage: flag(properties, 'w:titlePg') ?? false,
    pageNumberStart: numberIn(value(properties, 'w:pgNumType', 'w:start')) ?? null,
    pageNumberFormat: value(properties, 'w:pgNumType', 'w:fmt') ?? 'decimal',
    headers: marginParts(properties, 'header', before?.headers, read),
    footers: marginParts(properties, 'footer', before?.footers, read),
    blocks,
  };
}
