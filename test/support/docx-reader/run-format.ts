import type { RunFormat } from './types.ts';
import { type Element, element, flag, numberIn, value } from './xml.ts';

/** Look of characters by one source: a style, or the run. */
export type RunLayer = Partial<RunFormat>;

const TOGGLES = ['bold', 'italic', 'caps', 'smallCaps', 'vanish', 'strike'] as const;

/** The look of characters that nothing is said of (ECMA-376, 17.3.2: each property's default). */
const PLAIN: RunFormat = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'Times New Roman',
  sizePt: 10,
  bold: false,
  italic: false,
  caps: false,
  smallCaps: false,
  vanish: false,
  strike: false,
  underline: 'none',
  colour: 'auto',
  highlight: 'none',
  shading: 'none',
  positionPt: 0,
  trackingPt: 0,
};

/** A layer without the properties that are not given. */
export function given<T extends object>(layer: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(layer).filter(([, v]) => v !== undefined)) as Partial<T>;
}

/** Fill colour of a shading (`w:shd`), `none` where it is see-through. */
export function shadingOf(properties: Element | undefined): string | undefined {
  const fill = value(properties, 'w:shd', 'w:fill');
  return fill === 'auto' ? 'none' : fill?.toUpperCase();
}

function fontOf(fonts: Element | undefined, script: string): string | undefined {
  const theme = fonts?.attributes[script === 'cs' ? 'w:cstheme' : `w:${script}Theme`];
  return theme ? `theme:${theme}` : fonts?.attributes[`w:${script}`];
}

function halves(text: string | undefined): number | undefined {
  const number = numberIn(text);
  return number === undefined ? undefined : number / 2;
}

/** Reads `w:rPr`. */
export function readRunLayer(properties: Element | undefined): RunLayer {
  const fonts = element(properties, 'w:rFonts');
  const tracking = numberIn(value(properties, 'w:spacing'));
  return given<RunFormat>({
    ascii: fontOf(fonts, 'ascii'),
    hAnsi: fontOf(fonts, 'hAnsi'),
    cs: fontOf(fonts, 'cs'),
    eastAsia: fontOf(fonts, 'eastAsia'),
    sizePt: halves(value(properties, 'w:sz')),
    bold: flag(properties, 'w:b'),
    italic: flag(properties, 'w:i'),
    caps: flag(properties, 'w:caps'),
    smallCaps: flag(properties, 'w:smallCaps'),
    vanish: flag(properties, 'w:vanish'),
    strike: flag(properties, 'w:strike'),
    underline: value(properties, 'w:u'),
    colour: element(properties, 'w:color')
      ? element(properties, 'w:color')?.attributes['w:themeColor']
        ? `theme:${value(properties, 'w:color', 'w:themeColor')}`
        : value(properties, 'w:color')?.replace(/^[0-9a-f]{6}$/i, (hex) => hex.toUpperCase())
      : undefined,
    highlight: value(properties, 'w:highlight'),
    shading: shadingOf(properties),
    positionPt: halves(value(properties, 'w:position')),
    trackingPt: tracking === undefined ? undefined : tracking / 20,
  });
}

/**
 * The look that the layers give together: later ones win, but bold, italic and the like turn each other over among the
 * styles of table, paragraph and characters (ECMA-376, 17.7.3), and are set outright on the run itself.
 */
export function resolveRun(layers: {
  readonly defaults: RunLayer;
  readonly styles: readonly RunLayer[];
  readonly direct: RunLayer;
}): RunFormat {
  const { defaults, styles, direct } = layers;
  const merged = { ...PLAIN, ...defaults, ...Object.assign({}, ...styles), ...direct } as RunFormat;
  const toggles = TOGGLES.map((name) => {
    const turned = styles.reduce((on, style) => on !== (style[name] ?? false), false);
    return [name, direct[name] ?? ((defaults[name] ?? false) || turned)];
  });
  return { ...merged, ...Object.fromEntries(toggles) };
}
