import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';

const cli = new URL('../../../local/banhanh.js', import.meta.url).pathname;
const run = (...args: readonly string[]) => execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
const tried = (...args: readonly string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
const folder = mkdtempSync(join(tmpdir(), 'banhanh-new-'));

test('writes a profile of each kind of office, and skeletons that a draft shows', () => {
  for (const like of ['tinh', 'so', 'truong', 'ban-chi-dao']) {
    expect(
      organProfile.array().safeParse(JSON.parse(run('new', 'profile', '--organ', 'thu', '--like', like))).error,
    ).toBeUndefined();
  }
  const organs = join(folder, 'organs.json');
  run('new', 'profile', '--organ', 'thu', '--out', organs);
  for (const kind of ['KeHoach', 'CongVan']) {
    const path = join(folder, `${kind}.json`);
    writeFileSync(path, run('new', kind, '--organ', 'thu'));
    const { status, stderr } = tried('render', path, '--draft', '--out', join(folder, `${kind}.docx`));
    expect([status, stderr.includes('[THIẾU: trích yếu]')]).toEqual([0, true]);
  }
  expect(tried('new', 'QuyetDinh', '--organ', 'thu').status).toBe(2);
});

test('refuses to call a .docx otherwise, and tells of broken input as JSON', () => {
  const path = join(folder, 'hong.json');
  writeFileSync(path, '{ "schema": "KeHoach@1", }');
  const pdf = tried('render', path, '--out', join(folder, 'x.pdf'));
  expect([pdf.status, pdf.stderr.includes('banhanh pdf')]).toEqual([2, true]);
  const broken = tried(
    'render',
    path,
    '--out',
    join(folder, 'x.docx'),
    '--organs',
    join(folder, 'organs.json'),
    '--json',
  );
  expect(broken.status).toBe(1);
  expect(JSON.parse(broken.stderr)).toMatchObject([{ severity: 'error', code: 'UNREADABLE_INPUT', pointer: [] }]);
});

test('prints the schemas of plans for units', () => {
  const printed = ['KeHoachDiaPhuong', 'DonVi'].map((name) => JSON.stringify(JSON.parse(run('schema', name))));
  expect([printed[0]?.includes('"superior"'), printed[1]?.includes('"unitCode"')]).toEqual([true, true]);
});
