import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, PROJECT as root } from '../support/project-files.ts';

const sources = projectFiles('functions', 'local', 'infra', 'web/src', 'house', 'bench', 'test')
  .filter((file) => /\.(?:ts|svelte)$/.test(file) && !file.includes('/generated/'))
  .filter((file) => file !== 'test/house/doc-comments.test.ts');

/** Openings that begin a clause: the reader waits for the noun that it is about. */
const CLAUSE = /^(?:What|Who|Whom|Whose|Where|How|Whether|Which|Why|When|Whoever|Whatever)\b/;
/** Most words of the first clause over an export. */
const MAX_WORDS = 20;

interface Doc {
  readonly doc: string;
  readonly line: number;
  readonly isOfExport: boolean;
}

/** Doc comments of a file, each with its line: of exports, of fields and of what is not exported. */
function docsOf(text: string): Doc[] {
  return [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/(\nexport )?/g)].map(
    ({ 1: doc = '', 2: exported, index }) => ({
      doc: doc.replace(/\s*\n\s*\* ?/g, ' ').trim(),
      line: text.slice(0, index).split('\n').length,
      isOfExport: exported !== undefined,
    }),
  );
}

/** Words of a comment up to its first full stop, colon or semicolon. */
function firstClause(doc: string): string[] {
  return (doc.split(/(?<=[.:;])\s/)[0] ?? '').split(' ');
}

const docs = sources.flatMap((file) =>
  docsOf(readFileSync(join(root, file), 'utf8')).map(({ line, ...doc }) => ({ where: `${file}:${line}`, ...doc })),
);

test('finds the doc comments of exports, of fields and of the rest, over one line or several', () => {
  const text =
    '/** Not exported. */\nconst a = 1;\n/** What it is. */\nexport const b = {\n  /** Where it is. */\n  c: 2,\n};\n/**\n * Takes\n * it.\n */\nexport const d = 3;\n';
  expect(docsOf(text)).toEqual([
    { doc: 'Not exported.', line: 1, isOfExport: false },
    { doc: 'What it is.', line: 3, isOfExport: true },
    { doc: 'Where it is.', line: 5, isOfExport: false },
    { doc: 'Takes it.', line: 8, isOfExport: true },
  ]);
  expect(firstClause('One two three: four. Five.')).toEqual(['One', 'two', 'three:']);
});

test('a doc comment opens with a verb or a noun', () => {
  expect(docs.length).toBeGreaterThan(7000);
  expect(docs.filter(({ doc }) => CLAUSE.test(doc)).map(({ where, doc }) => `${where} ${doc}`)).toEqual([]);
});

test('the doc comment of an export says one thing in one clause', () => {
  const exported = docs.filter(({ isOfExport }) => isOfExport);
  expect(exported.length).toBeGreaterThan(4000);
  const long = exported.filter(({ doc }) => firstClause(doc).length > MAX_WORDS);
  expect(long.map(({ where, doc }) => `${where} ${doc}`)).toEqual([]);
});
