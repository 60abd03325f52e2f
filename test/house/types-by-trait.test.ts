import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Compares with the name of a type, in any of the ways that code has for it. */
const ASKS = /(?:[!=]==\s*|case\s+|startsWith\()'(?:KeHoach|CongVan)|'(?:KeHoach|CongVan)(?:@1)?'\s*[!=]==/;

test('knows a comparison with a type’s name', () => {
  for (const asks of ["type === 'CongVan'", "schema !== 'KeHoach@1'", "case 'CongVan':", "s.startsWith('KeHoach')"]) {
    expect(asks).toMatch(ASKS);
  }
  expect("{ types: ['KeHoach'] }").not.toMatch(ASKS);
});

test('code asks the traits of a type, never its name', () => {
  const listed = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', 'functions', 'local', 'web/src', 'infra'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const sources = listed.split('\n').filter((file) => /\.(?:ts|svelte)$/.test(file));
  expect(sources.length).toBeGreaterThan(800);
  const asking = sources.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (ASKS.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(asking).toEqual([]);
});
