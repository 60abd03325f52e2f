import { child, childrenOf, valOf, type XmlNode } from '../xml/xml-node.ts';
import { type ParagraphLayer, readParagraphProps } from './paragraph-props.ts';
import { type RunLayer, readRunProps, TOGGLES } from './run-props.ts';
import type { ThemeFonts } from './theme.ts';

/** A style with all that it is based on. */
export interface ResolvedStyle {
  readonly id: string;
  readonly name: string;
  readonly run: RunLayer;
  readonly paragraph: ParagraphLayer;
  /** Tells whether the cells of a table style have visible borders. */
  readonly hasBorders: boolean;
}

/** The styles part. */
export interface Styles {
  readonly defaultRun: RunLayer;
  readonly defaultParagraph: ParagraphLayer;
  /** Id of the paragraph style of paragraphs that name none. */
  readonly normalId: string | undefined;
  readonly defaultTableId: string | undefined;
  /** A style by its id; undefined where there is none. */
  get(id: string | undefined): ResolvedStyle | undefined;
}

interface OwnStyle {
  readonly basedOn: string | undefined;
  readonly style: ResolvedStyle;
}

/** Longest chain of styles that is followed. */
const MAX_CHAIN = 50;

/** Reads the styles part; chains that go round stop where they began. */
export function readStyles(root: XmlNode | undefined, theme: ThemeFonts): Styles {
  const defaults = child(root, 'w:docDefaults');
  const own = new Map<string, OwnStyle>();
  const defaultIds = new Map<string, string>();
  for (const node of childrenOf(root, 'w:style')) {
    const id = node.attributes['w:styleId'] ?? '';
    own.set(id, ownStyle(id, node, theme));
    if (['1', 'true', 'on'].includes(node.attributes['w:default'] ?? '')) {
      defaultIds.set(node.attributes['w:type'] ?? 'paragraph', id);
    }
  }
  const resolved = new Map<string, ResolvedStyle>();
  const resolve = (id: string, depth: number): ResolvedStyle | undefined => {
    const done = resolved.get(id);
    if (done) return done;
    const found = own.get(id);
    if (!found) return undefined;
    const base = found.basedOn !== undefined && depth < MAX_CHAIN ? resolve(found.basedOn, depth + 1) : undefined;
    const style = base ? basedOn(base, found.style) : found.style;
    resolved.set(id, style);
    return style;
  };
  return {
    defaultRun: readRunProps(child(child(defaults, 'w:rPrDefault'), 'w:rPr'), theme),
    defaultParagraph: readParagraphProps(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
    normalId: defaultIds.get('paragraph'),
    defaultTableId: defaultIds.get('table'),
    get: (id) => (id === undefined ? undefined : resolve(id, 0)),
  };
}

function ownStyle(id: string, node: XmlNode, theme: ThemeFonts): OwnStyle {
  const borders = child(child(node, 'w:tblPr'), 'w:tblBorders');
  return {
    basedOn: valOf(node, 'w:basedOn'),
    style: {
      id,
      name: valOf(node, 'w:name') ?? id,
      run: readRunProps(child(node, 'w:rPr'), theme),
      paragraph: readParagraphProps(child(node, 'w:pPr')),
      hasBorders:
        borders?.children.some(({ attributes }) => !['nil', 'none'].includes(attributes['w:val'] ?? '')) ?? false,
    },
  };
}

function basedOn(base: ResolvedStyle, own: ResolvedStyle): ResolvedStyle {
  return {
    ...own,
    run: { ...base.run, ...own.run },
    paragraph: { ...base.paragraph, ...own.paragraph },
    hasBorders: base.hasBorders || own.hasBorders,
  };
}

/** The switches of two styles that meet on one run: set in both they cancel out (ECMA-376, 17.7.3). */
export function togglesOf(first: RunLayer, second: RunLayer): RunLayer {
  const out: { [K in (typeof TOGGLES)[number]]?: boolean } = {};
  for (const key of TOGGLES) {
    const [a, b] = [first[key], second[key]];
    if (a !== undefined || b !== undefined) out[key] = (a ?? false) !== (b ?? false);
  }
  return out;
}
