import { appendFile, copyFile, cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCalendar } from '#local/demo/demo-calendar.ts';
import { directories } from '#local/target/directories.ts';
import { type LocalStack, openStack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import { backUp } from '#usecases/backup/back-up.ts';
import { confirmSeries } from '#usecases/backup/confirm-series.ts';
import { keepGeneration } from '#usecases/backup/generations.ts';
import { restoreDirectory } from '#usecases/backup/restore-directory.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { CITY, writeExampleOrgans } from '../../support/desk.ts';
import { issueLetter } from '../../support/issue-letter.ts';
import { banhanh } from '../run-banhanh.ts';

const LETTER_SUMMARY = {
  ...{ typeCode: 'CongVan', typeName: 'Công văn', organName: 'UBND thành phố Đồng Nai', codeNotation: 'UBND-HCC' },
  ...{ series: 'cong-van', subject: 'Văn bản giấy', to: [] },
};

let base: string;
let dir: string;
let out: string;
let stack: LocalStack;
const { clock } = createCalendar('2026-06-15T09:00:00+07:00');

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'banhanh-restore-'));
  [dir, out] = [join(base, 'data'), join(base, 'kept')];
  stack = await openStack({ dir, clock });
  await seedOrgans(stack.deps, dir, await writeExampleOrgans(base));
});
afterEach(async () => {
  await stack.close();
  await rm(base, { recursive: true, force: true });
});

const issue = (subject: string, { deps } = stack) => issueLetter(deps, subject);

const backUpNow = () => backUp(directories, { dir, out, now: clock.now() });

type Options = Parameters<typeof restoreDirectory>[1];

/** Restores without a command line; what the register says of the letters' series then. */
async function restore(options: Partial<Options> = {}) {
  const restored = await restoreDirectory(directories, {
    from: out,
    dir: join(base, 'restored'),
    now: clock.now(),
    onBackup: () => {},
    onRepaired: () => {},
    verify: ({ deps, inspection }) => verify({ inspection, store: deps.store, now: clock.now, sleep: clock.sleep }),
    ...options,
  });
  expect(restored).toMatchObject({ isInPlace: true, verification: { violations: [] } });
  return restored.series.find(({ organ, series }) => organ === CITY && series === 'cong-van');
}

const reopened = () => openStack({ dir: join(base, 'restored'), clock });

describe('what the register of a backup does not prove is refused before anything is written', () => {
  const refusal = async () => {
    const run = banhanh(['restore', '--from', out, '--data', join(base, 'restored')]);
    expect(run.status).toBe(1);
    expect((await readdir(base)).filter((name) => name.startsWith('restored'))).toEqual([]);
    return run.stderr;
  };
  beforeEach(async () => {
    await issue('một');
    await backUpNow();
  });

  test('a register of 0 bytes, or none', async () => {
    await truncate(join(out, 'register.sqlite'), 0);
    expect(await refusal()).toContain('[backup-empty]');
    await rm(join(out, 'register.sqlite'));
    expect(await refusal()).toContain('[backup-empty]');
  });

  test('a damaged page', async () => {
    const path = join(out, 'register.sqlite');
    const bytes = await readFile(path);
    bytes.fill(0x5a, 4096, 4096 * 3);
    await writeFile(path, bytes);
    expect(await refusal()).toMatch(/SQLite tự kiểm tra không qua.*\[register-damaged\]/);
  });

  test('the sound register of another moment, and files beside it that are others', async () => {
    const path = join(out, 'register.sqlite');
    await copyFile(path, join(base, 'first.sqlite'));
    await issue('hai');
    await backUpNow();
    await copyFile(join(base, 'first.sqlite'), path);
    expect(await refusal()).toMatch(/khác với backup\.json ở sổ .*\[backup-differs\]/);
    await backUpNow();
    await appendFile(join(out, 'organs.json'), ' ');
    expect(await refusal()).toMatch(/organs\.json.*\[backup-differs\]/);
  });

  test('no record, or one that no release wrote', async () => {
    await writeFile(join(out, 'backup.json'), '{"schema":"backup@9"}');
    expect(await refusal()).toContain('[backup-unreadable]');
    await rm(join(out, 'backup.json'));
    expect(await refusal()).toContain('[backup-unfinished]');
  });

  test('counts of a record of the first kind, which knows no hashes', async () => {
    const { at, documents, series } = JSON.parse(await readFile(join(out, 'backup.json'), 'utf8'));
    const record = { schema: 'backup@1', at, documents, series };
    await writeFile(join(out, 'backup.json'), JSON.stringify({ ...record, documents: 2 }));
    await expect(restore()).rejects.toMatchObject({ code: 'backup-differs', params: { what: 'documents' } });
    const further = series.map((one: { readonly seq: number }) => ({ ...one, seq: one.seq + 1 }));
    await writeFile(join(out, 'backup.json'), JSON.stringify({ ...record, series: further }));
    await expect(restore()).rejects.toMatchObject({ code: 'backup-differs', params: { what: 'series' } });
    await writeFile(join(out, 'backup.json'), JSON.stringify(record));
    expect(await restore()).toMatchObject({ next: 2 });
  });
});

test('a damaged source leaves the backup that stands as it is', async () => {
  await issue('một');
  await backUpNow();
  const kept = await readFile(join(out, 'backup.json'), 'utf8');
  await stack.close();
  const path = join(dir, 'register.sqlite');
  const bytes = await readFile(path);
  bytes.fill(0x5a, 4096, 4096 * 3);
  await writeFile(path, bytes);
  await expect(backUpNow()).rejects.toThrow();
  expect(await readFile(join(out, 'backup.json'), 'utf8')).toBe(kept);
  await writeFile(path, bytes.subarray(0, 0));
  await expect(backUpNow()).rejects.toMatchObject({ code: 'register-damaged' });
  expect(await readFile(join(out, 'backup.json'), 'utf8')).toBe(kept);
  expect(await restore()).toMatchObject({ next: 2 });
  stack = await openStack({ dir: join(base, 'restored'), clock });
});

describe('a series whose last number may lie after the backup', () => {
  test('gives none until a person says the last one; what was lost is kept, and may be brought in', async () => {
    await issue('trong bản sao lưu');
    await backUpNow();
    await issue('sau bản sao lưu');
    expect(await restore()).toMatchObject({ next: 2, doubt: { since: expect.any(String) } });
    const again = await reopened();
    try {
      await expect(issue('số 2 lần nữa', again)).rejects.toMatchObject({ code: 'series-in-doubt' });
      const name = { organ: CITY, year: 2026, series: 'cong-van' };
      const byCommand = (last: number) =>
        banhanh([
          ...['series', 'confirm', name.series, '--organ', CITY, '--year', '2026', '--last', String(last)],
          ...['--reason', 'theo sổ giấy', '--data', join(base, 'restored')],
        ]);
      const say = (last: number) =>
        confirmSeries(again.deps, { ...name, last, actor: 'nguoi-van-hanh', reason: 'theo sổ giấy' });
      expect(banhanh(['series', 'list', '--data', join(base, 'restored')]).stdout).toContain(
        `${CITY}, sổ cong-van năm 2026: số kế tiếp 02, nếu sau bản sao lưu chưa cấp số nào; CHƯA MỞ`,
      );
      expect(byCommand(0)).toMatchObject({ status: 1, stderr: expect.stringContaining('[last-number-below]') });
      expect(await say(2)).toMatchObject({ seq: 2 });
      expect(byCommand(3)).toMatchObject({ status: 1, stderr: expect.stringContaining('[not-found]') });
      expect((await issue('số 3', again)).row.codeNumber).toBe(3);
      const counter = await again.deps.register.getSeries(CITY, 2026, 'cong-van');
      expect(counter?.confirmations).toMatchObject([{ last: 2, lost: { from: 2, to: 2 }, reason: 'theo sổ giấy' }]);
      const { register, store } = again.deps;
      const sound = () => verify({ inspection: again.inspection, store, now: clock.now, sleep: clock.sleep });
      expect((await sound()).violations).toEqual([]);
      const paper = (codeNumber: number) =>
        register.bringIn({
          ...{ organ: CITY, docId: `giay-${codeNumber}`, year: 2026, codeNumber, issuedDate: '2026-06-15' },
          files: [],
          summary: LETTER_SUMMARY,
          actor: 'a-clerk',
          at: clock.now(),
        });
      await expect(paper(4)).rejects.toMatchObject({ code: 'number-not-below-start' });
      expect(await paper(2)).toMatchObject({ row: { codeNumber: 2, broughtIn: true } });
      expect((await sound()).violations).toEqual([]);
    } finally {
      await again.close();
    }
  });

  test('may be one that had no number yet when the backup was made', async () => {
    await backUpNow();
    await issue('số đầu tiên, sau bản sao lưu');
    expect(await restore()).toMatchObject({ next: 1, doubt: expect.anything() });
    const again = await reopened();
    await expect(issue('số 1 lần nữa', again)).rejects.toMatchObject({ code: 'series-in-doubt' });
    await again.close();
  });

  test('opens where the files say it, or a person says that nothing was given since', async () => {
    await issue('một');
    await backUpNow();
    await issue('hai');
    const survivingFiles = join(base, 'old/files');
    await cp(join(dir, 'files'), survivingFiles, { recursive: true });
    expect(await restore({ survivingFiles })).toEqual({ organ: CITY, year: 2026, series: 'cong-van', next: 3 });
    await rm(join(base, 'restored'), { recursive: true });
    const nothingSince = { actor: 'nguoi-van-hanh', reason: 'tập phục hồi' };
    expect(await restore({ nothingSince })).toEqual({ organ: CITY, year: 2026, series: 'cong-van', next: 2 });
  });

  test('stays shut against a mark beyond it, whatever files and people say', async () => {
    await issue('một');
    await backUpNow();
    await issue('hai');
    const survivingFiles = join(base, 'old/files');
    await cp(join(out, 'files'), survivingFiles, { recursive: true });
    await copyFile(join(dir, 'register.marks'), join(base, 'old/register.marks'));
    const nothingSince = { actor: 'nguoi-van-hanh', reason: 'tập phục hồi' };
    expect(await restore({ survivingFiles, nothingSince })).toMatchObject({ next: 2, doubt: { atLeast: 2 } });
    const again = await reopened();
    const { register } = again.deps;
    const word = { organ: CITY, year: 2026, series: 'cong-van', actor: 'x', at: clock.now(), reason: 'y' };
    await expect(register.confirmSeries({ ...word, last: 1 })).rejects.toMatchObject({
      code: 'last-number-below',
      params: { last: 2 },
    });
    expect(await register.confirmSeries({ ...word, last: 2 })).toMatchObject({ seq: 2 });
    await again.close();
  });
});

test('the register of a day comes back out of those that are kept, and a day that is not is named', async () => {
  await issue('một');
  const { record } = await backUpNow();
  await keepGeneration(out, join(out, 'register.sqlite'), { day: '2026-06-14', record });
  await issue('hai');
  await backUpNow();
  await expect(restore({ day: '2026-06-13' })).rejects.toMatchObject({
    code: 'no-such-day',
    params: { known: '2026-06-14' },
  });
  // Its issued file lies in the backup already, and gives number 2 back.
  expect(await restore({ day: '2026-06-14' })).toMatchObject({ next: 3 });
});

test('restore says how old the backup is and what every series gives next', async () => {
  await issue('một');
  await backUpNow();
  const run = banhanh(['restore', '--from', out, '--data', join(base, 'restored')]);
  expect(run).toMatchObject({ status: 0 });
  expect(run.stdout).toMatch(/^Bản sao lưu lúc 09:0\d ngày 15\/06\/2026, cách đây \d+ /);
  expect(run.stdout).toContain(`${CITY}, sổ cong-van năm 2026: số kế tiếp 02`);
  expect(run.stdout).toContain('banhanh series confirm');
});
