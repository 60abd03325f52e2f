import { type Attributes, child, numberOf, switchOf, twipsOf, valOf, type XmlNode } from '../xml/xml-node.ts';

/** Ways to set a paragraph between its margins. */
export type Alignment = 'left' | 'center' | 'right' | 'both';

/** Line spacing: `auto` in 240ths of a line, else in twips. */
export interface LineSpacing {
  readonly rule: 'auto' | 'exact' | 'atLeast';
  readonly value: number;
}

/** Effective look of a paragraph. Lengths are twips. */
export interface ParagraphProps {
  readonly align: Alignment;
  readonly before: number;
  readonly after: number;
  /** Leaves out the space between paragraphs of one style. */
  readonly contextual: boolean;
  readonly line: LineSpacing;
  /** Of the first line; negative where it hangs. */
  readonly firstLine: number;
  readonly left: number;
  readonly right: number;
  readonly keepNext: boolean;
  readonly pageBreakBefore: boolean;
  /** A rule that is seen below or above the paragraph. */
  readonly ruleBelow: boolean;
  readonly ruleAbove: boolean;
  readonly numId: string | null;
  readonly numLevel: number;
  readonly outline: number | null;
}

/** Word's defaults of a paragraph. */
export const BUILT_IN_PARAGRAPH: ParagraphProps = {
  align: 'left',
  before: 0,
  after: 0,
  contextual: false,
  line: { rule: 'auto', value: 240 },
  firstLine: 0,
  left: 0,
  right: 0,
  keepNext: false,
  pageBreakBefore: false,
  ruleBelow: false,
  ruleAbove: false,
  numId: null,
  numLevel: 0,
  outline: null,
};

/** Properties of a paragraph that one layer sets. */
export type ParagraphLayer = Partial<ParagraphProps>;

/** Space that Word takes for "auto", as web pages have it. */
const AUTO_SPACE_TWIPS = 280;

const ALIGNMENTS: Readonly<Record<string, Alignment>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
  lowKashida: 'both',
};

/** Reads a `w:pPr`. */
export function readParagraphProps(node: XmlNode | undefined): ParagraphLayer {
  if (!node || node.children.length === 0) return {};
  const align = ALIGNMENTS[valOf(node, 'w:jc') ?? ''];
  const keepNext = switchOf(node, 'w:keepNext');
  const pageBreakBefore = switchOf(node, 'w:pageBreakBefore');
  const contextual = switchOf(node, 'w:contextualSpacing');
  const outline = numberOf(valOf(node, 'w:outlineLvl'));
  return {
    ...(align === undefined ? {} : { align }),
    ...spacingOf(child(node, 'w:spacing')?.attributes),
    ...indentOf(child(node, 'w:ind')?.attributes),
    ...(keepNext === undefined ? {} : { keepNext }),
    ...(pageBreakBefore === undefined ? {} : { pageBreakBefore }),
    ...(contextual === undefined ? {} : { contextual }),
    ...(outline === undefined ? {} : { outline }),
    ...bordersOf(child(node, 'w:pBdr')),
    ...numberingOf(child(node, 'w:numPr')),
  };
}

function spacingOf(given: Attributes | undefined): ParagraphLayer {
  if (!given) return {};
  const space = (auto: string | undefined, value: string | undefined) =>
    auto === '1' || auto === 'true' || auto === 'on' ? AUTO_SPACE_TWIPS : twipsOf(value);
  const before = space(given['w:beforeAutospacing'], given['w:before']);
  const after = space(given['w:afterAutospacing'], given['w:after']);
  const line = twipsOf(given['w:line']);
  const rule = given['w:lineRule'];
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(line === undefined
      ? {}
      : { line: { rule: rule === 'exact' || rule === 'atLeast' ? rule : 'auto', value: line } }),
  };
}

function indentOf(given: Attributes | undefined): ParagraphLayer {
  if (!given) return {};
  const first = twipsOf(given['w:firstLine']);
  const hanging = twipsOf(given['w:hanging']);
  const left = twipsOf(given['w:left'] ?? given['w:start']);
  const right = twipsOf(given['w:right'] ?? given['w:end']);
  return {
    ...(first === undefined ? {} : { firstLine: first }),
    ...(hanging === undefined ? {} : { firstLine: -hanging }),
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
  };
}

function bordersOf(borders: XmlNode | undefined): ParagraphLayer {
  if (!borders) return {};
  const below = child(borders, 'w:bottom');
  const above = child(borders, 'w:top');
  return {
    ...(below ? { ruleBelow: isSeen(below) } : {}),
    ...(above ? { ruleAbove: isSeen(above) } : {}),
  };
}

/** Tells whether a border prints. */
export function isSeen({ attributes }: XmlNode): boolean {
  return !['nil', 'none'].includes(attributes['w:val'] ?? 'none');
}

function numberingOf(node: XmlNode | undefined): ParagraphLayer {
  if (!node) return {};
  const numId = valOf(node, 'w:numId');
  const level = numberOf(valOf(node, 'w:ilvl'));
  return {
    ...(numId === undefined ? {} : { numId: numId === '0' ? null : numId }),
    ...(level === undefined ? {} : { numLevel: level }),
  };
}
