import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Packages that would run a script on install, and why they work without it. */
const withScripts = {
  'node_modules/carbon-components-svelte': 'sends telemetry to its maker',
  'node_modules/esbuild': 'replaces its launcher by the program; the launcher finds the program too',
};

const LIFECYCLE = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare'];

test('no package runs a script on install', () => {
  expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
});

test('the packages that would run one are known', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    readonly packages: Record<string, { readonly hasInstallScript?: boolean }>;
  };
  const found = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(found.map(([name]) => name).sort()).toEqual(Object.keys(withScripts).sort());
});

test.each(['package.json', 'web/package.json'])('%s runs nothing on install itself', (file) => {
  const { scripts } = JSON.parse(read(file)) as { readonly scripts: Record<string, string> };
  expect(Object.keys(scripts).filter((name) => LIFECYCLE.includes(name))).toEqual([]);
});
