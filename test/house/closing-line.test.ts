import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
let project: string;

/** Runs the suite of a small project with our configuration and gives its exit code and its last line. */
function run(
  name: string,
  env: Record<string, string> = {},
): Promise<{ readonly code: number; readonly last: string | undefined }> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--root', project, '--config', join(root, 'vitest.config.ts'), name];
  const { CI: _, ...own } = process.env;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { env: { ...own, ...env } }, (_error, stdout) => {
      resolve({ code: child.exitCode ?? -1, last: stdout.trimEnd().split('\n').at(-1) });
    });
  });
}

beforeAll(() => {
  // Inside the project, so that `vitest` is found; in out/, so that git, Biome and the suite do not see it.
  mkdirSync(join(root, 'out'), { recursive: true });
  project = mkdtempSync(join(root, 'out/closing-line-'));
  mkdirSync(join(project, 'test'));
  symlinkSync(join(root, 'test/support'), join(project, 'test/support'));
  const head = `import { expect, test } from 'vitest';\n`;
  const pass = `test('a', () => expect(1).toBe(1));\n`;
  writeFileSync(join(project, 'test/green.test.ts'), head + pass);
  writeFileSync(join(project, 'test/red.test.ts'), `${head}${pass}test('b', () => expect(1).toBe(2));\n`);
  writeFileSync(join(project, 'test/skips.test.ts'), `${head}${pass}test.skip('b', () => expect(1).toBe(1));\n`);
  writeFileSync(join(project, 'test/broken.test.ts'), `${head}${pass}throw new Error('no');\n`);
});
afterAll(() => rmSync(project, { recursive: true }));

test('closes a green run with the number of tests', async () => {
  expect(await run('green')).toEqual({ code: 0, last: '1 passed, 0 failed' });
});

test('closes a red run with the number of failures', async () => {
  expect(await run('red')).toEqual({ code: 1, last: '1 passed, 1 failed' });
});

test('counts a file that does not load as a failure', async () => {
  expect(await run('broken')).toEqual({ code: 1, last: '0 passed, 1 failed' });
});

test('names what was skipped, and fails for it in CI only', async () => {
  expect(await run('skips')).toEqual({ code: 0, last: '1 passed, 0 failed, 1 skipped' });
  expect(await run('skips', { CI: 'true' })).toEqual({ code: 1, last: '1 passed, 0 failed, 1 skipped' });
});
