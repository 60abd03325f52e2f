import Handlebars from 'handlebars';
import { COMPILE_OPTIONS, templateSources } from './template-sources.ts';

// What `#templates` is when run from source; a bundle has build/templates.js, which precompile.ts writes.

/** An environment of our own, in which the templates live. */
export const handlebars = Handlebars.create();

const sources = templateSources();
handlebars.registerPartial(compileAll(sources.partials));

/** The outlines of documents, compiled. */
export const outlines: Readonly<Record<string, Handlebars.TemplateDelegate>> = compileAll(sources.outlines);

function compileAll(texts: Readonly<Record<string, string>>): Record<string, Handlebars.TemplateDelegate> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, handlebars.compile(text, { ...COMPILE_OPTIONS })]),
  );
}
