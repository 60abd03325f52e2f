import { readBorders } from './borders.ts';
import { type ParagraphLayer, readParagraphLayer } from './paragraph-format.ts';
import { type RunLayer, readRunLayer } from './run-format.ts';
import type { Borders } from './types.ts';
import { type Element, element, elements, value } from './xml.ts';

/** Look by a chain of styles, the widest style first. */
export interface StyleChain {
  readonly name: string;
  readonly paragraph: readonly ParagraphLayer[];
  readonly run: readonly RunLayer[];
  readonly tableBorders: readonly Borders[];
  readonly tableProperties: readonly (Element | undefined)[];
}

/** The styles of a document. */
export interface StyleSheet {
  readonly defaults: { readonly paragraph: ParagraphLayer; readonly run: RunLayer };
  /** The chain of a style, or of the default style of its kind where none is named. */
  chain(kind: 'paragraph' | 'character' | 'table', id: string | undefined): StyleChain;
}

/** The chain of no style at all. */
const NONE: StyleChain = { name: '', paragraph: [], run: [], tableBorders: [], tableProperties: [] };

/**
 * Reads `word/styles.xml`.
 *
 * @throws Error where a style that is in use does not exist, goes in a circle, or formats parts of a table by condition
 */
export function readStyles(root: Element | undefined): StyleSheet {
  const styles = elements(root, 'w:style');
  const defaults = element(root, 'w:docDefaults');
  const byDefault = (kind: string) =>
    styles.find(
      ({ attributes }) => attributes['w:type'] === kind && /^(1|true|on)$/.test(attributes['w:default'] ?? ''),
    );

  function chainOf(style: Element, seen: readonly Element[]): StyleChain {
    if (seen.includes(style)) throw new Error(`style ${style.attributes['w:styleId']} is based on itself`);
    if (element(style, 'w:tblStylePr')) throw new Error('conditional table styles are not known to this reader');
    const basedOn = value(style, 'w:basedOn');
    const base = basedOn ? chainOf(find(style.attributes['w:type'] ?? '', basedOn), [...seen, style]) : NONE;
    const table = element(style, 'w:tblPr');
    return {
      name: value(style, 'w:name') ?? '',
      paragraph: [...base.paragraph, readParagraphLayer(element(style, 'w:pPr'))],
      run: [...base.run, readRunLayer(element(style, 'w:rPr'))],
      tableBorders: [...base.tableBorders, readBorders(element(table, 'w:tblBorders'))],
      tableProperties: [...base.tableProperties, table],
    };
  }

  function find(kind: string, id: string): Element {
    const style = styles.find(({ attributes: a }) => a['w:type'] === kind && a['w:styleId'] === id);
    if (!style) throw new Error(`there is no ${kind} style ${id}`);
    return style;
  }

  return {
    defaults: {
      paragraph: readParagraphLayer(element(element(defaults, 'w:pPrDefault'), 'w:pPr')),
      run: readRunLayer(element(element(defaults, 'w:rPrDefault'), 'w:rPr')),
    },
    chain(kind, id) {
      const style = id === undefined ? byDefault(kind) : find(kind, id);
      return style ? chainOf(style, []) : NONE;
    },
  };
}
