import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram } from '../../local/bundle/build-program.ts';
import { BUNDLES, bundleName, programPath } from '../../local/bundle/fresh-bundle.js';
import { end, root, serve } from './run-banhanh.ts';

let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'banhanh-bundle-'));
  await buildProgram();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function run(program: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: dir, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the bundle of the program', () => {
  const source = join(root, 'local/banhanh.ts');
  const bundled = () => join(BUNDLES, bundleName(), 'banhanh.js');

  test('is what the entry runs once it is made', () => {
    expect(programPath()).toBe(bundled());
  });

  test('renders the bytes that the sources render', () => {
    const plan = join(root, 'examples/ke-hoach-phuong-2026.json');
    expect(run(source, 'render', plan, '--draft', '--out', 'nguon.docx')).toMatchObject({ status: 0 });
    expect(run(bundled(), 'render', plan, '--draft', '--out', 'goi.docx')).toMatchObject({ status: 0 });
    expect(readFileSync(join(dir, 'goi.docx')).equals(readFileSync(join(dir, 'nguon.docx')))).toBe(true);
  });

  test('says what the sources say, of help, of mistakes and of a file that it brings along', () => {
    for (const args of [['--help'], ['--version'], ['serve'], ['khong-co'], ['new', 'profile', '--organ', 'xa-a']])
      expect(run(bundled(), ...args)).toEqual(run(source, ...args));
  });

  test('starts a server that loads a few files in place of hundreds', async () => {
    const count = join(dir, 'count.mjs');
    writeFileSync(
      count,
      `import { registerHooks } from 'node:module';
let files = 0;
registerHooks({ load: (url, context, next) => { if (url.startsWith('file:')) files++; return next(url, context); } });
process.once('SIGTERM', () => console.error('files loaded: ' + files));
`,
    );
    const server = await serve(join(dir, 'data'), { NODE_OPTIONS: `--import=${pathToFileURL(count).href}` });
    const answer = await fetch(`${server.url}/healthz`);
    expect(answer.status).toBe(200);
    expect(await end(server, 'SIGTERM')).toBe(0);
    const loaded = [...server.printed().matchAll(/files loaded: (\d+)/g)].map(([, files]) => Number(files));
    expect(Math.max(...loaded)).toBeLessThan(200);
    expect(Math.max(...loaded)).toBeGreaterThan(2);
  });
});

describe('the name of a bundle', () => {
  const copy = () => {
    const at = mkdtempSync(join(dir, 'nguon-'));
    mkdirSync(join(at, 'templates'));
    mkdirSync(join(at, 'functions/base'), { recursive: true });
    mkdirSync(join(at, 'local'));
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(root, file), join(at, file));
    writeFileSync(join(at, 'functions/base/a.ts'), 'export const a = 1;\n');
    return at;
  };

  test('changes with a file that changes, comes or goes', () => {
    const at = copy();
    const names = [bundleName(at)];
    const changes = [
      () => writeFileSync(join(at, 'functions/base/a.ts'), 'export const a = 22;\n'),
      () => writeFileSync(join(at, 'local/b.ts'), ''),
      () => rmSync(join(at, 'functions/base/a.ts')),
      () => writeFileSync(join(at, 'package-lock.json'), '{}'),
    ];
    for (const change of changes) {
      change();
      names.push(bundleName(at));
    }
    expect(new Set(names).size).toBe(changes.length + 1);
  });

  test('stays where nothing changed', () => {
    const at = copy();
    expect(bundleName(at)).toBe(bundleName(at));
  });
});
