import { readBorders, visibleBorders } from './borders.ts';
import { given, shadingOf } from './run-format.ts';
import type { Borders, ParagraphFormat } from './types.ts';
import { type Element, element, elements, flag, numberIn, value } from './xml.ts';

/** Look of a paragraph by one source: a style, or the paragraph. */
export type ParagraphLayer = Partial<ParagraphFormat>;

/** The look of a paragraph that nothing is said of (ECMA-376, 17.3.1: each property's default). */
const PLAIN: ParagraphFormat = {
  alignment: 'left',
  leftTw: 0,
  rightTw: 0,
  firstLineTw: 0,
  beforePt: 0,
  afterPt: 0,
  contextualSpacing: false,
  lineRule: 'auto',
  line: 1,
  keepNext: false,
  keepLines: false,
  widowControl: true,
  pageBreakBefore: false,
  borders: {},
  shading: 'none',
  frame: null,
  tabs: [],
};

const ALIGNMENTS: Readonly<Record<string, string>> = { start: 'left', end: 'right' };

function indents(properties: Element | undefined): ParagraphLayer {
  const ind = element(properties, 'w:ind')?.attributes ?? {};
  const hanging = numberIn(ind['w:hanging']);
  return given<ParagraphFormat>({
    leftTw: numberIn(ind['w:left'] ?? ind['w:start']),
    rightTw: numberIn(ind['w:right'] ?? ind['w:end']),
    firstLineTw: hanging === undefined ? numberIn(ind['w:firstLine']) : -hanging,
  } as ParagraphFormat);
}

function spacing(properties: Element | undefined): ParagraphLayer {
  const attributes = element(properties, 'w:spacing')?.attributes ?? {};
  if (
    ['w:beforeAutospacing', 'w:afterAutospacing'].some((name) => ['1', 'true', 'on'].includes(attributes[name] ?? ''))
  )
    throw new Error('automatic spacing between paragraphs is not known to this reader');
  const points = (name: string) => {
    const twips = numberIn(attributes[name]);
    return twips === undefined ? undefined : twips / 20;
  };
  const line = numberIn(attributes['w:line']);
  const lineRule = attributes['w:lineRule'] ?? (line === undefined ? undefined : 'auto');
  return given<ParagraphFormat>({
    beforePt: points('w:before'),
    afterPt: points('w:after'),
    lineRule,
    line: line === undefined ? undefined : line / (lineRule === 'auto' ? 240 : 20),
  } as ParagraphFormat);
}

/**
 * Reads `w:pPr`.
 *
 * @throws Error where a list numbers the paragraph: its number would be no text of the document
 */
export function readParagraphLayer(properties: Element | undefined): ParagraphLayer {
  if (element(properties, 'w:numPr')) throw new Error('automatic numbering is not known to this reader');
  const alignment = value(properties, 'w:jc');
  const borders = element(properties, 'w:pBdr');
  return {
    ...indents(properties),
    ...spacing(properties),
    ...given<ParagraphFormat>({
      alignment: alignment && (ALIGNMENTS[alignment] ?? alignment),
      contextualSpacing: flag(properties, 'w:contextualSpacing'),
      keepNext: flag(properties, 'w:keepNext'),
      keepLines: flag(properties, 'w:keepLines'),
      widowControl: flag(properties, 'w:widowControl'),
      pageBreakBefore: flag(properties, 'w:pageBreakBefore'),
      borders: borders && readBorders(borders),
      shading: shadingOf(properties),
      frame: element(properties, 'w:framePr')?.attributes,
      tabs: element(properties, 'w:tabs') && tabsOf(element(properties, 'w:tabs')),
    } as ParagraphFormat),
  };
}

function tabsOf(tabs: Element | undefined): ParagraphFormat['tabs'] {
  return elements(tabs, 'w:tab').map(({ attributes }) => ({
    atTw: Number(attributes['w:pos']),
    alignment: attributes['w:val'] ?? 'left',
    leader: attributes['w:leader'] ?? 'none',
  }));
}

/** The look that the layers give together, later ones winning; borders side by side, tabs place by place. */
export function resolveParagraph(layers: readonly ParagraphLayer[]): ParagraphFormat {
  const borders: Borders = Object.assign({}, ...layers.map((layer) => layer.borders ?? {}));
  const tabs = new Map(layers.flatMap((layer) => layer.tabs ?? []).map((tab) => [tab.atTw, tab]));
  return {
    ...PLAIN,
    ...Object.assign({}, ...layers),
    borders: visibleBorders(borders),
    tabs: [...tabs.values()].filter(({ alignment }) => alignment !== 'clear'),
  };
}
