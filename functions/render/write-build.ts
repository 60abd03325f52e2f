import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { shellModule, templatesModule } from './precompile.ts';

// Writes what a bundle holds in place of the template compiler and docx (package.json, "imports", "bundled").

const BUILD = new URL('../../build/', import.meta.url);

mkdirSync(BUILD, { recursive: true });
writeWhole('templates.js', templatesModule());
writeWhole('shell.js', await shellModule());

/** Two builds at once read each other's files: either sees a whole one. */
function writeWhole(name: string, text: string): void {
  const made = new URL(`${name}.${process.pid}`, BUILD);
  writeFileSync(made, text);
  renameSync(made, new URL(name, BUILD));
}
