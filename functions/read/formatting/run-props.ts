import { child, numberOf, switchOf, valOf, type XmlNode } from '../xml/xml-node.ts';
import type { ThemeFonts } from './theme.ts';

/** Effective look of a run. */
export interface RunProps {
  /** Name of the font for Latin letters, a theme's name already resolved. */
  readonly font: string;
  readonly sizePt: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly smallCaps: boolean;
  readonly strike: boolean;
  readonly hidden: boolean;
  readonly underline: boolean;
  /** RRGGBB, or `auto`, which prints black. */
  readonly color: string;
  /** RRGGBB behind the text, or a highlight's name; null for none. */
  readonly shade: string | null;
  /** Tells whether the font came out of the theme. */
  readonly themed: boolean;
}

/** Word's defaults of a run. */
export const BUILT_IN_RUN: RunProps = {
  font: 'Times New Roman',
  sizePt: 10,
  bold: false,
  italic: false,
  caps: false,
  smallCaps: false,
  strike: false,
  hidden: false,
  underline: false,
  color: 'auto',
  shade: null,
  themed: false,
};

/** Properties of a run that one layer sets; `rStyle` is the character style it names. */
export type RunLayer = Partial<RunProps> & { readonly rStyle?: string };

/** Properties that add up by exclusive or across styles (ECMA-376, 17.7.3). */
export const TOGGLES = ['bold', 'italic', 'caps', 'smallCaps', 'strike', 'hidden'] as const;

/** Reads a `w:rPr`. */
export function readRunProps(node: XmlNode | undefined, theme: ThemeFonts): RunLayer {
  if (!node || node.children.length === 0) return {};
  const size = numberOf(valOf(node, 'w:sz'));
  const color = valOf(node, 'w:color');
  const underline = valOf(node, 'w:u');
  const rStyle = valOf(node, 'w:rStyle');
  return {
    ...fontOf(child(node, 'w:rFonts'), theme),
    ...(size === undefined ? {} : { sizePt: size / 2 }),
    ...given('bold', switchOf(node, 'w:b')),
    ...given('italic', switchOf(node, 'w:i')),
    ...given('caps', switchOf(node, 'w:caps')),
    ...given('smallCaps', switchOf(node, 'w:smallCaps')),
    ...given('strike', switchOf(node, 'w:strike')),
    ...given('hidden', switchOf(node, 'w:vanish')),
    ...(color === undefined ? {} : { color: color === 'auto' ? color : color.toUpperCase() }),
    ...(underline === undefined ? {} : { underline: underline !== 'none' }),
    ...shadeOf(node),
    ...(rStyle === undefined ? {} : { rStyle }),
  };
}

function given<K extends string>(key: K, value: boolean | undefined): { [P in K]?: boolean } {
  const out: { [P in K]?: boolean } = {};
  if (value !== undefined) out[key] = value;
  return out;
}

function fontOf(fonts: XmlNode | undefined, theme: ThemeFonts): Pick<RunLayer, 'font' | 'themed'> {
  if (!fonts) return {};
  const themeName = fonts.attributes['w:asciiTheme'] ?? fonts.attributes['w:hAnsiTheme'];
  const themed = themeName === undefined ? undefined : theme.get(themeName);
  if (themed !== undefined) return { font: themed, themed: true };
  const font = fonts.attributes['w:ascii'] ?? fonts.attributes['w:hAnsi'];
  return font === undefined ? {} : { font, themed: false };
}

function shadeOf(node: XmlNode): Pick<RunLayer, 'shade'> {
  const highlight = valOf(node, 'w:highlight');
  const fill = child(node, 'w:shd')?.attributes['w:fill'];
  if (highlight !== undefined) return { shade: highlight === 'none' ? null : highlight };
  return fill === undefined ? {} : { shade: /^(?:auto|FFFFFF)$/i.test(fill) ? null : fill.toUpperCase() };
}
