import type { Attributes } from '../xml/xml-node.ts';
import type { DrawnLine } from './model.ts';

const EMU_PER_TWIP = 635;
/** Shapes that are lines (ECMA-376, 20.1.10.56). */
const LINE_SHAPES = /^(?:line|lineInv|straightConnector1)$/;
/** VML's own number of a straight connector. */
const VML_CONNECTOR = /_x0000_t(?:20|32)$/;
const CSS_UNITS: Readonly<Record<string, number>> = {
  pt: 20,
  in: 1440,
  cm: 1440 / 2.54,
  mm: 1440 / 25.4,
  px: 15,
  '': 15,
};

/** Collector of the lines and pictures of a drawing. */
export interface Drawing {
  open(name: string, attributes: Attributes): void;
  readonly lines: readonly DrawnLine[];
  readonly pictures: number;
}

/** Looks at the elements of a drawing for lines and pictures. */
export function drawing(): Drawing {
  const lines: DrawnLine[] = [];
  let extentTwips: number | null = null;
  let pictures = 0;
  return {
    lines,
    get pictures() {
      return pictures;
    },
    open(name, attributes) {
      switch (name) {
        case 'wp:extent':
          extentTwips = Math.round(Number(attributes['cx'] ?? 0) / EMU_PER_TWIP);
          return;
        case 'a:prstGeom':
          if (LINE_SHAPES.test(attributes['prst'] ?? '')) lines.push({ lengthTwips: extentTwips });
          return;
        case 'v:line':
          lines.push({ lengthTwips: vmlLength(attributes) });
          return;
        case 'v:shape':
          if (VML_CONNECTOR.test(attributes['type'] ?? ''))
            lines.push({ lengthTwips: styleWidth(attributes['style']) });
          return;
        case 'pic:pic':
        case 'v:imagedata':
          pictures += 1;
      }
    },
  };
}

function vmlLength({ from, to, style }: Attributes): number | null {
  const [x1, x2] = [from, to].map((point) => cssTwips(point?.split(',')[0] ?? ''));
  return x1 === null || x2 === null || x1 === undefined || x2 === undefined ? styleWidth(style) : Math.abs(x2 - x1);
}

function styleWidth(style: string | undefined): number | null {
  return cssTwips(/(?:^|;)\s*width:\s*([^;]+)/.exec(style ?? '')?.[1] ?? '');
}

function cssTwips(length: string): number | null {
  const match = /^\s*(-?[\d.]+)\s*(pt|in|cm|mm|px|)\s*$/.exec(length);
  return match ? Math.round(Number(match[1]) * (CSS_UNITS[match[2] ?? ''] ?? 15)) : null;
}
