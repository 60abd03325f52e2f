import Handlebars from 'handlebars';
import { COMPILE_OPTIONS, templateSources, wholeOutlines } from './template-sources.ts';

// What `#templates` is when run from source; a bundle has build/templates.js, which precompile.ts writes.

/** An environment of our own, in which the templates live. */
export const handlebars = Handlebars.create();

/** The outlines of documents, compiled. */
export const outlines: Readonly<Record<string, Handlebars.TemplateDelegate>> = Object.fromEntries(
  Object.entries(wholeOutlines(templateSources())).map(([name, text]) => [
    name,
    handlebars.compile(text, { ...COMPILE_OPTIONS }),
  ]),
);
