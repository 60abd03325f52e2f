import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../templates/', import.meta.url);

/** How templates are compiled, live and for the bundle: whatever a template names must be there, and is known. */
export const COMPILE_OPTIONS: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { cells: true, if: true, unless: true, each: true, with: true },
  data: false,
};

/** The text of the templates by name: the outlines of documents, and the partials that they are made of. */
export function templateSources(): {
  readonly outlines: Record<string, string>;
  readonly partials: Record<string, string>;
} {
  return { outlines: readFolder('./'), partials: readFolder('partials/') };
}

function readFolder(folder: string): Record<string, string> {
  const files = readdirSync(new URL(folder, ROOT)).filter((file) => file.endsWith('.hbs'));
  return Object.fromEntries(files.map((file) => [file.replace(/\.hbs$/, ''), read(folder + file)]));
}

/** Line ends and indents are for the reader of the template and mean nothing in the document. */
function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8').replace(/\n\s*/g, '');
}
