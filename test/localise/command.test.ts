import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unitDirectory } from '#localise/units/directory.ts';

const root = join(import.meta.dirname, '../..');
const dir = mkdtempSync(join(tmpdir(), 'banhanh-localise-'));
const plan = join(root, 'examples/localise/ke-hoach-tinh-2026.json');
const dongNai = unitDirectory()
  .provinces.get('75')!
  .units.map(({ code }) => code);

/** 5 % of the profiles, poisoned in four ways. */
const poisoned = [dongNai[3]!, dongNai[20]!, dongNai[47]!, dongNai[48]!, dongNai[94]!];
const profiles = join(dir, 'don-vi.json');
writeFileSync(
  profiles,
  JSON.stringify([
    { schema: 'DonVi@1', unitCode: poisoned[0], offices: { 'kinh tế': null } },
    { schema: 'DonVi@1', unitCode: poisoned[1], named: 'vua' },
    { schema: 'DonVi@1', unitCode: poisoned[2], la: 1 },
    { schema: 'DonVi@1', unitCode: poisoned[3], recipients: ['Tên có ký tự \u0007'] },
    { schema: 'DonVi@1', unitCode: poisoned[4], place: '' },
  ]),
);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<Run> } {
  const child = spawn(process.execPath, ['local/banhanh.js', 'localise', ...args], { cwd: root });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  return { child, ended: new Promise((done) => child.once('close', (code) => done({ code, out, err }))) };
}

const args = (out: string, units = '75') => [
  plan,
  '--units',
  units,
  '--out',
  out,
  '--profiles',
  profiles,
  '--date',
  '2026-03-16',
];
const localise = (out: string, units?: string) => start(args(out, units)).ended;
const read = (out: string, name: string) => readFileSync(join(out, name));
const manifest = (out: string) => JSON.parse(read(out, 'manifest.json').toString());
const whole = join(dir, 'whole');

describe('banhanh localise', () => {
  let first: Run;
  beforeAll(async () => {
    first = await localise(whole);
  });

  test('makes the plans of a whole province, shows how far it is, and names the poisoned with their reasons', () => {
    expect(first.code).toBe(1);
    expect(first.out).toContain('Đơn vị: 95; tạo mới 90; giữ nguyên 0; lỗi 5.');
    expect(first.err).toMatch(/\[#{30}\] 100% 95\/95, \d+\/giây, lỗi 5/);
    expect(first.err).toContain('Đơn vị không có cơ quan cho “[[coQuan.kinh tế]]”');
    expect(first.err).toContain('Hồ sơ đơn vị có lỗi ở named');
    expect(first.err).toContain('Không có trường “la”');
    for (const code of poisoned) expect(first.err).toContain(code);
  });

  test('writes a file for each unit, and a manifest and a ZIP of all', () => {
    const files = readdirSync(join(whole, 'don-vi'));
    expect(files).toHaveLength(90);
    expect(files).toContain('25326-phuong-binh-long.docx');
    const { counts, units } = manifest(whole);
    expect(counts).toEqual({ units: 95, done: 90, failed: 5 });
    expect(units[0]).toMatchObject({
      unitCode: '25195',
      name: 'phường Bình Phước',
      state: 'done',
      files: [{ fileName: '25195-phuong-binh-phuoc.docx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    expect(
      units
        .filter((unit: { readonly state: string }) => unit.state === 'failed')
        .map((u: { readonly unitCode: string }) => u.unitCode),
    ).toEqual(poisoned);
    expect(read(whole, 'ke-hoach-don-vi.zip').subarray(0, 2).toString()).toBe('PK');
  });

  test('makes nothing twice when it is run again, and mends a file that was spoilt', async () => {
    const before = read(whole, 'ke-hoach-don-vi.zip');
    expect((await localise(whole)).out).toContain('tạo mới 0; giữ nguyên 90; lỗi 5.');
    truncateSync(join(whole, 'don-vi/25326-phuong-binh-long.docx'), 100);
    expect((await localise(whole)).out).toContain('tạo mới 1; giữ nguyên 89; lỗi 5.');
    expect(read(whole, 'ke-hoach-don-vi.zip').equals(before)).toBe(true);
  });

  test('offers a sheet to fill in, reads it back, and never writes over what people filled in', async () => {
    const sheet = join(whole, 'ho-so-don-vi.xlsx');
    const before = readFileSync(sheet);
    const out = join(dir, 'sheet');
    const run = await start([plan, '--units', '25326', '--out', out, '--profiles', sheet, '--date', '2026-03-16'])
      .ended;
    expect([run.code, run.err.replace(/\[#.*\n/g, '')]).toEqual([0, '']);
    await localise(whole);
    expect(readFileSync(sheet).equals(before)).toBe(true);
  });

  test.each([10, 50, 90])('killed at %i percent and run again gives what a whole run gives', async (percent) => {
    const out = join(dir, `killed-${percent}`);
    const { child, ended } = start(args(out));
    const lines = () => {
      try {
        return read(out, 'tien-do.jsonl').toString().split('\n').length - 1;
      } catch {
        return 0;
      }
    };
    while (lines() < (95 * percent) / 100 && child.exitCode === null) await new Promise((next) => setTimeout(next, 1));
    child.kill('SIGKILL');
    await ended;
    const done = lines();
    expect(done).toBeLessThan(95);
    const again = await localise(out);
    const kept = Number(/giữ nguyên (\d+)/.exec(again.out)?.[1]);
    expect(kept).toBeGreaterThanOrEqual(Math.floor((95 * percent) / 100) - poisoned.length);
    expect(manifest(out)).toEqual(manifest(whole));
    expect(read(out, 'ke-hoach-don-vi.zip').equals(read(whole, 'ke-hoach-don-vi.zip'))).toBe(true);
    expect(readdirSync(join(out, 'don-vi')).filter((name) => name.endsWith('.docx'))).toHaveLength(90);
  });

  test('refuses a code that is no unit, and a plan with an unknown blank, and makes nothing', async () => {
    const unknown = await localise(join(dir, 'none'), '75, 99999');
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('Không có đơn vị hành chính mã “99999”.')]);
    const broken = join(dir, 'broken.json');
    writeFileSync(broken, readFileSync(plan, 'utf8').replace('[[donVi.khuDanCu]]', '[[donVi.khu]]'));
    const bad = await start([broken, '--units', '75', '--out', join(dir, 'none')]).ended;
    expect(bad.code).toBe(1);
    expect(bad.err).toMatch(/lời cho đơn vị: Không có chỗ trống “\[\[donVi\.khu\]\]”/);
  });
});
