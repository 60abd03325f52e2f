import type Handlebars from 'handlebars';
import type { TypeCode } from '#document/type-traits.ts';
import { handlebars, outlines } from '#templates';
import { writeCells } from './markup.ts';
import type { AppendixView, CellView, DocumentView, StampView } from './view.ts';

// `strict` throws on a missing value in an expression but not in a block's argument, where a typo would drop a chapter
// in silence; so `if`, `unless`, `each` and `with` are ours, and throw on undefined.
handlebars.registerHelper({
  if(this: unknown, value: unknown, options: Handlebars.HelperOptions) {
    return known('if', value) ? options.fn(this) : options.inverse(this);
  },
  unless(this: unknown, value: unknown, options: Handlebars.HelperOptions) {
    return known('unless', value) ? options.inverse(this) : options.fn(this);
  },
  with(this: unknown, value: unknown, options: Handlebars.HelperOptions) {
    return known('with', value) ? options.fn(value) : options.inverse(this);
  },
  each(values: unknown, options: Handlebars.HelperOptions) {
    if (!Array.isArray(known('each', values))) throw new TypeError('each: not a list');
    let out = '';
    for (const value of Array.isArray(values) ? values : []) out += options.fn(value);
    return out;
  },
  cells(cells: readonly CellView[]) {
    let xml = '';
    writeCells(cells, (piece) => {
      xml += piece;
    });
    return new handlebars.SafeString(xml);
  },
});

/** A value of a view: null is absent, undefined is a key that the view does not have. */
function known(helper: string, value: unknown): unknown {
  if (value === undefined) throw new TypeError(`${helper}: the view has no such key`);
  return value;
}

function outline<View>(name: string): (view: View) => string {
  const template = outlines[name];
  if (!template) throw new Error(`no template ${name}`);
  return (view) => template(view);
}

/** The outline of each type of document. */
export const documentXml: Readonly<Record<TypeCode, (view: DocumentView) => string>> = {
  KeHoach: outline('ke-hoach'),
  CongVan: outline('cong-van'),
};

/** The outline of an appendix in a file of its own. */
export const appendixXml = outline<AppendixView>('phu-luc-rieng');

const addressTemplate = outline<{ readonly lines: ReadonlyArray<{ readonly text: string; readonly first: boolean }> }>(
  'dia-chi',
);

/** The lines of the address at the foot of page 1. */
export function addressXml(lines: readonly string[]): string {
  return addressTemplate({ lines: lines.map((text, i) => ({ text, first: i === 0 })) });
}

/** The circulation box in the top margin of page 1. */
export const circulationXml = outline<StampView>('luu-hanh');

const propertiesTemplate = outline<{ readonly title: string; readonly creator: string; readonly at: string }>(
  'thuoc-tinh',
);

/** The document's properties, as Word's file dialog shows them. */
export function propertiesXml(properties: {
  readonly title: string;
  readonly creator: string;
  readonly at: string;
}): string {
  return propertiesTemplate(properties);
}
