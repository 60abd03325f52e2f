import type { Plugin } from 'vite';

/** Tables of looks, whose names and clauses are for Word's list of styles and for who reads the table. */
const TABLES = /\/functions\/render\/(?:styles|optional-styles)\.ts$/;

/** The looks of elements without names and clauses: the page goes by their ids. */
export function dropStyleNames(): Plugin {
  return {
    name: 'drop-style-names',
    apply: 'build',
    transform(code, id) {
      return TABLES.test(id) ? { code: code.replace(/\b(?:name|clause): (?:'[^']*'|"[^"]*"),/g, ''), map: null } : null;
    },
  };
}
