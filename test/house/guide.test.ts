import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PAGE_PICTURES } from '../../docs/page-pictures.ts';
import { parseRoute } from '../../web/src/state/route.ts';
import { PROJECT, projectFiles } from '../support/project-files.ts';

const docs = join(import.meta.dirname, '../../docs');
const guide = readFileSync(join(docs, 'huong-dan.md'), 'utf8');
const MAX_BYTES = 120_000;

test.each(PAGE_PICTURES)(
  'the guide shows $name: a view that is there, in a picture that is small',
  ({ name, path }) => {
    expect(parseRoute(path, '').view).not.toBe('missing');
    expect(guide).toContain(`](img/${name}.png)`);
    expect(statSync(join(docs, 'img', `${name}.png`)).size).toBeLessThan(MAX_BYTES);
  },
);

test('every picture of the guide is one that the script takes', () => {
  const shown = [...guide.matchAll(/\]\(img\/([a-z-]+)\.png\)/g)].map(([, name]) => name);
  expect(shown.sort()).toEqual(PAGE_PICTURES.map(({ name }) => name).sort());
});

test('every name of a button or view in the guide stands on the page', () => {
  const page = projectFiles('web/src')
    .filter((path) => /\.(?:svelte|ts)$/.test(path))
    .map((path) => readFileSync(join(PROJECT, path), 'utf8').replace(/\s+/g, ' '))
    .join('\n');
  const names = [...guide.replace(/\*\*[^*]+\*\*/g, '').matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(50);
  const isThere = (name: string) =>
    name
      .replace(/\s+/g, ' ')
      .split('…')
      .every((piece) => page.includes(piece.trim()));
  expect(names.filter((name) => !isThere(name))).toEqual([]);
});
