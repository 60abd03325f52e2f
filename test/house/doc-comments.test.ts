import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = execFileSync(
  'git',
  [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'functions',
    'local',
    'infra',
    'web/src',
    'house',
    'bench',
  ],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'));

/** Openings that begin a clause: the reader waits for the noun that it is about. */
const CLAUSE = /^(?:What|Who|Whom|Whose|Where|How|Whether|Which|Why|When|Whoever|Whatever)\b/;

/** Doc comments of a file's exports, each with its line. */
function docsOf(text: string): { readonly doc: string; readonly line: number }[] {
  return [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?=export )/g)].map(({ 1: doc = '', index }) => ({
    doc: doc.replace(/\s*\n\s*\* ?/g, ' ').trim(),
    line: text.slice(0, index).split('\n').length,
  }));
}

test('finds the doc comment that stands before an export, over one line or several', () => {
  const text =
    '/** Not this. */\nconst a = 1;\n/** What it is. */\nexport const b = 2;\n/**\n * Takes\n * it.\n */\nexport const c = 3;\n';
  expect(docsOf(text)).toEqual([
    { doc: 'What it is.', line: 3 },
    { doc: 'Takes it.', line: 5 },
  ]);
});

test('the doc comment of an export opens with a verb or a noun', () => {
  const docs = sources.flatMap((file) =>
    docsOf(readFileSync(join(root, file), 'utf8')).map(({ doc, line }) => ({ where: `${file}:${line}`, doc })),
  );
  expect(docs.length).toBeGreaterThan(1500);
  expect(docs.filter(({ doc }) => CLAUSE.test(doc)).map(({ where, doc }) => `${where} ${doc}`)).toEqual([]);
});
