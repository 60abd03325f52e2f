import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readClock } from '#local/clock/clock-file.ts';
import { heldAgainstClock, startClockWatch } from '#local/clock/clock-watch.ts';
import { createCalendar } from '#local/demo/demo-calendar.ts';
import { readinessOf } from '#local/server/readiness.ts';
import { openStack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import { acceptDays } from '#usecases/issuing/accept-days.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { approved, newOrgan, numberOf } from '../../register/scene.ts';
import { banhanh, end, root, serve } from '../run-banhanh.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let dir: string;
let path: string;
let wallMs: number;
let elapsedMs: number;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-clock-'));
  path = join(dir, 'clock.json');
  wallMs = Date.parse('2026-06-15T02:00:00Z');
  elapsedMs = 0;
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const start = () => startClockWatch(path, { now: () => new Date(wallMs), elapsedMs: () => elapsedMs });
const pass = (ms: number) => {
  wallMs += ms;
  elapsedMs += ms;
};

/** Starts, ends, and starts again after so long by the wall clock. */
async function restarted(afterMs: number) {
  (await start()).stop();
  wallMs += afterMs;
  const watch = await start();
  const jump = await watch.look();
  watch.stop();
  return jump;
}

describe('a clock', () => {
  test.each([
    ['nights and weekends', 3 * DAY],
    ['a long holiday', 39 * DAY],
    ['seconds that synchronising takes back', -3_000],
  ])('has not leapt over %s', async (_, ms) => expect(await restarted(ms)).toBeUndefined());

  test.each([
    ['ahead', 41 * DAY],
    ['back', -MINUTE],
  ])('has leapt %s between two runs', async (_, ms) => {
    const from = new Date(wallMs).toISOString();
    expect(await restarted(ms)).toMatchObject({ from, to: new Date(wallMs).toISOString() });
  });

  test('has leapt while the server runs, by more than ten minutes either way', async () => {
    const watch = await start();
    pass(3 * DAY);
    expect(await watch.look()).toBeUndefined();
    wallMs += 9 * MINUTE;
    expect(await watch.look()).toBeUndefined();
    pass(MINUTE);
    wallMs -= 11 * MINUTE;
    expect(await watch.look()).toMatchObject({ to: new Date(wallMs).toISOString() });
    pass(DAY);
    expect(await watch.look()).toBeDefined();
    watch.stop();
  });
});

test('no number is given after a leap, until a person accepts it; the server hears of it', async () => {
  const { clock } = createCalendar('2026-06-15T09:00:00+07:00');
  const stack = await openStack({ dir, clock });
  await seedOrgans(stack.deps, dir, join(root, 'examples/organs.json'));
  const watch = await start();
  try {
    const register = heldAgainstClock(stack.deps.register, watch);
    const organ = newOrgan();
    const command = numberOf(await approved(register, organ));
    wallMs += DAY;
    await expect(register.issueNumber(command)).rejects.toMatchObject({ code: 'clock-jumped' });
    const source = { ...stack, dir, register, clockJump: watch.look, now: clock.now };
    expect((await readinessOf(source)).checks).toContainEqual(expect.objectContaining({ name: 'clock', ok: false }));
    expect(banhanh(['clock', 'status', '--data', dir])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('CHƯA CẤP SỐ: giờ nhảy từ 09:00 ngày 15/06/2026 sang 09:00 ngày 16/06/2026'),
    });
    expect(banhanh(['clock', 'accept', '--data', dir]).status).toBe(2);
    expect(banhanh(['clock', 'accept', '--reason', 'đặt lại giờ', '--data', dir])).toMatchObject({ status: 0 });
    expect((await register.issueNumber(command)).row.codeNumber).toBe(1);
    expect((await readClock(path))?.accepted).toMatchObject([{ reason: 'đặt lại giờ', actor: 'nguoi-van-hanh' }]);
    expect(banhanh(['clock', 'status', '--data', dir]).stdout).toContain('vì đặt lại giờ');
  } finally {
    watch.stop();
    await stack.close();
  }
});

test('a series that ran ahead of the day gives numbers again once the clock is accepted, and says why', async () => {
  const calendar = createCalendar('2026-09-01T09:00:00+07:00');
  const stack = await openStack({ dir, clock: calendar.clock });
  try {
    const { register, store } = stack.deps;
    const organ = newOrgan();
    const give = async () =>
      register.issueNumber({ ...numberOf(await approved(register, organ)), clock: calendar.clock });
    const { row } = await give();
    calendar.moveTo('2026-06-15T09:00:00+07:00');
    await expect(give()).rejects.toMatchObject({ code: 'clock-wrong' });
    const word = { actor: 'nguoi-van-hanh', reason: 'giờ chạy trước', at: calendar.clock.now() };
    expect(await acceptDays(stack.deps, stack.inspection, word)).toMatchObject([{ organ, from: '2026-09-01' }]);
    expect(await acceptDays(stack.deps, stack.inspection, word)).toEqual([]);
    expect((await give()).row).toMatchObject({ codeNumber: row.codeNumber + 1, issuedDate: '2026-06-15' });
    const counter = await register.getSeries(organ, row.year, row.series);
    expect(counter?.dayResets).toMatchObject([{ seq: 1, from: '2026-09-01', reason: 'giờ chạy trước' }]);
    const { violations } = await verify({
      inspection: stack.inspection,
      store,
      now: calendar.clock.now,
      sleep: async () => {},
    });
    expect(violations.filter(({ invariant }) => invariant === 'I1')).toEqual([]);
  } finally {
    await stack.close();
  }
});

test('a damaged record of the clock is a sentence', async () => {
  await writeFile(path, '{');
  await expect(start()).rejects.toThrow('Tệp giờ của máy hỏng');
});

test('a server that starts after a leap says at once that it gives no numbers, and what to do', async () => {
  const lastSeen = new Date(Date.now() - 41 * DAY).toISOString();
  await writeFile(path, JSON.stringify({ schema: 'clock@1', lastSeen, accepted: [] }));
  const server = await serve(dir);
  try {
    await expect.poll(() => server.printed()).toMatch(/CHƯA CẤP SỐ: giờ nhảy từ .*banhanh clock accept --reason/);
  } finally {
    await end(server, 'SIGTERM');
  }
});
