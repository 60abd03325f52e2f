import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { TypeCode } from '../document/document-types.ts';
import type { Run } from '../document/runs.ts';
import { cellsXml, runsXml } from './markup.ts';
import type { AppendixView, CellView, DocumentView, StampView } from './view.ts';

const ROOT = new URL('../../templates/', import.meta.url);

/**
 * An environment of our own. `strict` throws on a missing value in an expression but not in a block's argument, where a
 * typo would drop a chapter in silence; so `if`, `unless`, `each` and `with` are ours, and throw on undefined.
 */
const handlebars = Handlebars.create();

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
  runs: (runs: readonly Run[]) => new Handlebars.SafeString(runsXml(runs)),
  cells: (cells: readonly CellView[]) => new Handlebars.SafeString(cellsXml(cells)),
});

/** A value of a view: null is absent, undefined is a key that the view does not have. */
function known(helper: string, value: unknown): unknown {
  if (value === undefined) throw new TypeError(`${helper}: the view has no such key`);
  return value;
}

/** Reads a template; line ends and indents are for the reader of the template and mean nothing in the document. */
function source(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8').replace(/\n\s*/g, '');
}

for (const file of readdirSync(new URL('partials/', ROOT))) {
  handlebars.registerPartial(file.replace(/\.hbs$/, ''), handlebars.compile(source(`partials/${file}`), options()));
}

function options(): CompileOptions {
  return {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { runs: true, cells: true, if: true, unless: true, each: true, with: true },
  };
}

function outline<View>(path: string): (view: View) => string {
  const template = handlebars.compile<View>(source(path), options());
  return (view) => template(view);
}

/** The outline of each type of document. */
export const documentXml: Readonly<Record<TypeCode, (view: DocumentView) => string>> = {
  KeHoach: outline('ke-hoach.hbs'),
  CongVan: outline('cong-van.hbs'),
};

/** The outline of an appendix in a file of its own. */
export const appendixXml = outline<AppendixView>('phu-luc-rieng.hbs');

const addressTemplate = outline<{ lines: ReadonlyArray<{ text: string; first: boolean }> }>('dia-chi.hbs');

/** The lines of the address at the foot of page 1. */
export function addressXml(lines: readonly string[]): string {
  return addressTemplate({ lines: lines.map((text, i) => ({ text, first: i === 0 })) });
}

/** The circulation box in the top margin of page 1. */
export const circulationXml = outline<StampView>('luu-hanh.hbs');

const propertiesTemplate = outline<{ title: string; creator: string; at: string }>('thuoc-tinh.hbs');

/** The document's properties, as Word's file dialog shows them. */
export function propertiesXml(properties: { title: string; creator: string; at: string }): string {
  return propertiesTemplate(properties);
}
