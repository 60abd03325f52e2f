import { mkdirSync, writeFileSync } from 'node:fs';
import { shellModule, templatesModule } from './precompile.ts';

// Writes what a bundle holds in place of the template compiler and docx (package.json, "imports", "bundled").

const BUILD = new URL('../../build/', import.meta.url);

mkdirSync(BUILD, { recursive: true });
writeFileSync(new URL('templates.js', BUILD), templatesModule());
writeFileSync(new URL('shell.js', BUILD), await shellModule());
