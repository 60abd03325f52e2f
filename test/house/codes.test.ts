import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, PROJECT as root } from '../support/project-files.ts';

const filesOf = (...folders: readonly string[]) => projectFiles(...folders).filter((file) => file.endsWith('.ts'));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Ways in which codes are listed: an array, a union of literals, the keys of a table of texts. */
const LISTS = [
  /export const \w+_CODES = \[(.*?)\] as const/gs,
  /export type \w*Code =\s*((?:\|?\s*'[\w-]+'\s*)+)/g,
  /export const (?:\w+Texts|ROW_FINDINGS) = \{\n(.*?)\n\}/gs,
];

/** Codes of errors, findings and violations, each with the file that lists it. */
function codes(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of filesOf('functions', 'local')) {
    for (const [, list = ''] of LISTS.flatMap((pattern) => [...read(file).matchAll(pattern)])) {
      for (const [, quoted, key] of list.matchAll(/'([a-z][\w-]+|[A-Z][A-Z_]+)'|^ {2}([A-Z][A-Z_]+):/gm)) {
        found.set(quoted ?? key ?? '', file);
      }
    }
  }
  return found;
}

test('every code of an error, a finding or a violation is named in a test', () => {
  const tests = filesOf('test')
    .filter((file) => file !== 'test/house/codes.test.ts')
    .map(read)
    .join('\n');
  const named = (code: string) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(tests);
  const all = codes();
  expect(all.size).toBeGreaterThan(250);
  const unnamed = [...all].filter(([code]) => !named(code));
  expect(unnamed.map(([code, file]) => `${code} (${file})`)).toEqual([]);
});
