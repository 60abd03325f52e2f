import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, PROJECT as root } from '../support/project-files.ts';

/** Compares with the name of a type, in any of the ways that code has for it. */
const ASKS = /(?:[!=]==\s*|case\s+|startsWith\()'(?:KeHoach|CongVan)|'(?:KeHoach|CongVan)(?:@1)?'\s*[!=]==/;

test('knows a comparison with a type’s name', () => {
  for (const asks of ["type === 'CongVan'", "schema !== 'KeHoach@1'", "case 'CongVan':", "s.startsWith('KeHoach')"]) {
    expect(asks).toMatch(ASKS);
  }
  expect("{ types: ['KeHoach'] }").not.toMatch(ASKS);
});

test('code asks the traits of a type, never its name', () => {
  const sources = projectFiles('functions', 'local', 'web/src', 'infra').filter((file) =>
    /\.(?:ts|svelte)$/.test(file),
  );
  expect(sources.length).toBeGreaterThan(800);
  const asking = sources.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (ASKS.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(asking).toEqual([]);
});
