import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withImportRules } from '../../house/biome-rules.ts';
import { ROOMS } from '../../house/rooms.ts';
import { projectFiles, PROJECT as root } from '../support/project-files.ts';

const files = projectFiles();
const sources = files.filter((file) => /^(functions|local|infra|web\/src)\/.*\.ts$/.test(file));

const roomOf = (path: string) => {
  const [first = '', second = ''] = path.split('/');
  return first === 'functions' ? `functions/${second}` : first;
};

test('biome.json holds the import rules that the table of rooms makes (npm run lint:rooms writes them)', () => {
  const config = readFileSync(join(root, 'biome.json'), 'utf8');
  expect(config).toBe(withImportRules(config));
});

test('every room of functions/ stands in the table', () => {
  const rooms = new Set(sources.filter((file) => file.startsWith('functions/')).map((file) => file.split('/')[1]));
  expect([...rooms].filter((room) => !Object.hasOwn(ROOMS, room ?? ''))).toEqual([]);
});

test('a relative import stays inside its room', () => {
  const leaving = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import|import\()\s*'(\.[^']*)'/g)]
      .map(([, specifier = '']) => join(dirname(file), specifier))
      .filter((target) => roomOf(target) !== roomOf(file))
      .map((target) => `${file} imports ${target}`),
  );
  expect(leaving).toEqual([]);
});

/** Numbers of sources by folder, components too. */
const counts = new Map<string, number>();
for (const file of files.filter((one) => /^(functions|local|infra|web\/src)\/.*\.(ts|svelte)$/.test(one)))
  counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);

test('no folder of sources or tests holds more than 35 files', () => {
  const tests = Map.groupBy(
    files.filter((one) => /^test\/.*\.ts$/.test(one)),
    (one) => dirname(one),
  );
  for (const [folder, { length }] of tests) expect(length, folder).toBeLessThanOrEqual(35);
  expect([...counts].filter(([, count]) => count > 35)).toEqual([]);
});

test('a component of the page has fewer than 150 lines', () => {
  const components = files.filter((one) => /^web\/src\/.*\.svelte$/.test(one));
  const linesOf = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1;
  expect(components.filter((file) => linesOf(file) >= 150)).toEqual([]);
});

test('a folder of more than 16 files has a sentence in decision 0002', () => {
  const decision = readFileSync(join(root, 'docs/decisions/0002-import-rule.md'), 'utf8');
  const unnamed = [...counts].filter(([folder, count]) => count > 16 && !decision.includes(`\`${folder}\``));
  expect(unnamed).toEqual([]);
});

test('local imports the API only where its server mounts it', () => {
  const wiring = /^local\/(server\/|commands\/serve-command\.ts$)/;
  const importers = sources
    .filter((file) => file.startsWith('local/') && !wiring.test(file))
    .filter((file) => readFileSync(join(root, file), 'utf8').includes("'#api/"));
  expect(importers).toEqual([]);
});

test('no use case makes a Vietnamese sentence: it gives codes and params', () => {
  const isSpoken = (line: string) =>
    /[À-ỹ]/u.test(line.normalize('NFC').replace(/\/\/.*$/, '')) && !/^\s*(\/?\*|\/\/)/.test(line);
  const spoken = sources
    .filter((file) => file.startsWith('functions/usecases/'))
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (isSpoken(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
    );
  expect(spoken).toEqual([]);
});
