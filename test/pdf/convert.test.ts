import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { checkDocx } from '#pdf/check-docx.ts';
import { openConverter } from '#pdf/convert.ts';
import { writeOfficeProfile } from '#pdf/office-profile.ts';
import { MAX_DETAIL } from '#pdf/pdf-error.ts';
import { runProgram } from '#pdf/run-program.ts';
import { renderAll } from '../format/rendered.ts';
import { describeWith } from '../support/ci-tools.ts';
import { pageTexts } from '../support/office.ts';
import { type FakeOffice, fakeOffice, HANGS, living } from './support/fake-office.ts';
import { hostile, withLinkedPicture } from './support/hostile-docx.ts';

const files = await renderAll();
const plan = files.find(({ name }) => name === 'ke-hoach-phuong-2026')!.bytes;
const letter = files.find(({ name }) => name === 'cong-van-thanh-pho-2026')!.bytes;

const opened: FakeOffice[] = [];
async function open(...lines: readonly string[]): Promise<FakeOffice> {
  const office = await fakeOffice(...lines);
  opened.push(office);
  return office;
}
/** A place for temporary files that nobody else uses. */
const temporary = await mkdtemp(join(tmpdir(), 'banhanh-convert-'));
vi.stubEnv('TMPDIR', temporary);
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true, force: true });
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((office) => office.remove()));
});

describe('a converter that does not do its work', () => {
  test('is killed at the end of its time, with all that it started, and leaves nothing behind', async () => {
    const office = await open(...HANGS);
    const converted = openConverter({ program: office.program })(plan, { timeoutMs: 5000 });
    await expect(converted).rejects.toMatchObject({ code: 'timed-out', detail: 'half way through\n' });
    expect((await office.left('pids')).trim().split('\n')).toHaveLength(3);
    await expect.poll(() => living(office), { timeout: 30_000 }).toEqual([]);
    expect(readdirSync(temporary).filter((name) => name.startsWith('banhanh-pdf-'))).toEqual([]);
  });

  test('is killed when whoever asked has gone', async () => {
    const office = await open(...HANGS);
    const gone = new AbortController();
    const converted = openConverter({ program: office.program })(plan, { signal: gone.signal });
    await expect.poll(async () => (await living(office)).length, { timeout: 30_000 }).toBe(3);
    gone.abort(new Error('closing'));
    await expect(converted).rejects.toThrow('closing');
    await expect.poll(() => living(office), { timeout: 30_000 }).toEqual([]);
  });

  test('ends with its children when it leaves some behind', async () => {
    const office = await open(...HANGS.slice(0, 2), 'sleep 1', 'printf "%%PDF-1.6" >"$OUT/document.pdf"');
    await openConverter({ program: office.program })(plan);
    await expect.poll(() => living(office), { timeout: 30_000 }).toEqual([]);
  });

  test('is quoted, at the end of what it said', async () => {
    const office = await open('for i in $(seq 2000); do echo "line $i" >&2; done', 'exit 77');
    const error = await openConverter({ program: office.program })(plan).catch((caught) => caught);
    expect(error).toMatchObject({ code: 'failed', message: 'failed' });
    expect(error.detail).toMatch(/line 1999\nline 2000\n$/);
    expect(error.detail.length).toBeLessThanOrEqual(MAX_DETAIL);
  });

  test.each([
    ['ends well without a PDF', 'exit 0'],
    ['writes something else', 'echo "<html>" >"$OUT/document.pdf"'],
  ])('fails when it %s', async (_how, line) => {
    const office = await open(line);
    await expect(openConverter({ program: office.program })(plan)).rejects.toMatchObject({ code: 'failed' });
  });

  test('is missed where it is not installed', async () => {
    const nowhere = openConverter({ program: 'soffice', searchPath: '/nonexistent' });
    await expect(nowhere(plan)).rejects.toMatchObject({ code: 'not-installed' });
  });
});

test('the converter is told nothing of ours: no credentials, no home, no settings', async () => {
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a-secret');
  const office = await open('env >"$NOTES/env"', 'printf "%%PDF-1.6" >"$OUT/document.pdf"');
  await openConverter({ program: office.program })(plan);
  const names = (await office.left('env')).split('\n').map((line) => line.split('=')[0]);
  const ofTheShell = ['_', 'PWD', 'OLDPWD', 'SHLVL', ''];
  expect(names.filter((name) => !ofTheShell.includes(name!)).sort()).toEqual([
    'HOME',
    'LANG',
    'PATH',
    'SAL_USE_VCLPLUGIN',
    'TMPDIR',
  ]);
});

describe('what is converted', () => {
  test.each(files)('$name is known as ours', ({ bytes }) => {
    checkDocx(bytes);
  });

  const refused: [string, Uint8Array, string][] = [
    ['nothing', new Uint8Array(), 'not-ours'],
    ['a text', new TextEncoder().encode('not a document'), 'not-ours'],
    ['half a file', plan.subarray(0, plan.length / 2), 'not-ours'],
    ['a zip of something else', zipSync({ 'index.html': new Uint8Array(10) }), 'not-ours'],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(210 * 1024 * 1024) }), 'too-large'],
    ['a large file', new Uint8Array(21 * 1024 * 1024), 'too-large'],
    ...Object.entries(hostile(plan)).map(([name, bytes]): [string, Uint8Array, string] => [name, bytes, 'not-ours']),
  ];
  test.each(refused)('%s is refused, and nothing is started', async (_name, bytes, code) => {
    const office = await open();
    await expect(openConverter({ program: office.program })(bytes)).rejects.toMatchObject({ code });
    expect(await office.left('pids')).toBe('');
  });
});

describeWith('soffice', 'LibreOffice', () => {
  test('makes two at once, each from its own document', async () => {
    const convert = openConverter();
    const pdfs = await Promise.all([plan, letter, plan].map((docx) => convert(docx)));
    const [first, second, third] = await Promise.all(pdfs.map(async (pdf) => (await pageTexts(pdf)).join('\n')));
    expect(first).toContain('PHƯỜNG BÌNH LONG');
    expect(second).toContain('Kính gửi');
    expect(third).toBe(first);
  });

  test('follows no link of a document, even of one that is not checked first', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(404).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const dir = await mkdtemp(join(tmpdir(), 'banhanh-link-'));
    await writeFile(join(dir, 'document.docx'), withLinkedPicture(plan, `http://127.0.0.1:${port}/picture.png`));
    const print = (profile: string) =>
      runProgram(
        'soffice',
        [
          `-env:UserInstallation=${pathToFileURL(join(dir, profile)).href}`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          dir,
          join(dir, 'document.docx'),
        ],
        { cwd: dir, env: { PATH: process.env['PATH']!, HOME: dir }, timeoutMs: 120_000 },
      );
    await writeOfficeProfile(join(dir, 'ours'));
    expect(await print('ours')).toMatchObject({ exitCode: 0 });
    expect(asked).toEqual([]);
    // As it comes it does follow: that is what the profile is for.
    await print('as-it-comes');
    expect(asked).toContain('GET /picture.png');
    server.close();
    await rm(dir, { recursive: true, force: true });
  });
});
