import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../templates/', import.meta.url);

/** Compile options, live and bundled: every name in a template must exist. */
export const COMPILE_OPTIONS: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { cells: true, if: true, unless: true, each: true, with: true },
  data: false,
};

/** The text of the templates by name: the outlines of documents, and the partials that they are made of. */
export interface TemplateSources {
  readonly outlines: Readonly<Record<string, string>>;
  readonly partials: Readonly<Record<string, string>>;
}

/** The templates as they stand in `templates/`. */
export function templateSources(): TemplateSources {
  return { outlines: readFolder('./'), partials: readFolder('partials/') };
}

/**
 * The outlines with the text of each partial in its place: partials take no arguments, so it means the same, and the
 * engine's calls of partials took as long as all the rest that it does.
 *
 * @throws Error when an outline names a partial that is not there
 */
export function wholeOutlines({ outlines, partials }: TemplateSources): Record<string, string> {
  const whole = (text: string): string =>
    text.replace(/\{\{> ([\w-]+)\}\}/g, (_, name: string) => {
      const partial = partials[name];
      if (partial === undefined) throw new Error(`no partial ${name}`);
      return whole(partial);
    });
  return Object.fromEntries(Object.entries(outlines).map(([name, text]) => [name, whole(text)]));
}

function readFolder(folder: string): Record<string, string> {
  const files = readdirSync(new URL(folder, ROOT)).filter((file) => file.endsWith('.hbs'));
  return Object.fromEntries(files.map((file) => [file.replace(/\.hbs$/, ''), read(folder + file)]));
}

/** Line ends and indents are for the reader of the template and mean nothing in the document. */
function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8').replace(/\n\s*/g, '');
}
