import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openThreadPool, type PoolOptions, type ThreadPool } from '#local/heavy/thread-pool.ts';
import { retryAfterSeconds, toProblem } from '#present/problems/problem.ts';
import { renderDocument } from '#render/render.ts';
import type { CheckInput } from '#usecases/heavy/check-draft-task.ts';
import { runHeavy } from '#usecases/heavy/heavy-work.ts';
import { example } from '../../api/test-api.ts';
import { exampleProfiles } from '../../support/desk.ts';

const ROOMY: PoolOptions = { threads: 1, maxWaiting: 50, timeMs: 60_000, heapMb: 512, memoryMb: 768, idleMs: 60_000 };
const ORGAN = 'dong-nai';

let pool: ThreadPool;
let draft: CheckInput;
beforeAll(async () => {
  const profiles = (await exampleProfiles()) as unknown as CheckInput['profiles'];
  const data = { ...(await example('ke-hoach-tinh-2025')), bases: [] };
  draft = { source: { data }, organ: ORGAN, profiles, on: '2026-06-15', placeholders: 'show' };
});
afterEach(() => pool.close());

const open = (limits: Partial<PoolOptions> = {}) => {
  pool = openThreadPool({ ...ROOMY, ...limits });
  return pool;
};
const bytesOf = (data: unknown) => ({ bytes: new TextEncoder().encode(JSON.stringify(data)) });
const dataOf = (input: CheckInput) => ('data' in input.source ? (input.source.data as Record<string, unknown>) : {});
/** The plan with so many rows in its table. */
const withRows = (rows: number): CheckInput => {
  const data = JSON.stringify(dataOf(draft));
  const [, all = ''] = /"rows":(\[.*?\}\])/.exec(data) ?? [];
  const row = { cells: { 'noi-dung': 'Đăng tải các bản tin, bài viết cải cách hành chính' } };
  const many = JSON.stringify(Array.from({ length: rows }, () => row));
  return { ...draft, source: { bytes: new TextEncoder().encode(data.replace(all, many)) } };
};

describe('heavy work in threads', () => {
  test('gives the bytes that it gives in place', async () => {
    const { run } = open();
    const [file] = await run(ORGAN, 'preview-draft', async () => ({ ...draft, source: bytesOf(dataOf(draft)) }));
    const deps = { render: renderDocument };
    const [same] = await runHeavy(deps, { organ: ORGAN, name: 'preview-draft' }, async () => draft);
    expect(Buffer.compare(file!.bytes, same!.bytes)).toBe(0);
    const checked = await run(ORGAN, 'check-draft', async () => draft);
    expect(checked).toEqual(await runHeavy(deps, { organ: ORGAN, name: 'check-draft' }, async () => draft));
  });

  test('starts at once where the pool is for one kind of task, and else with the first task', async () => {
    let started = 0;
    const onWorker = () => {
      started += 1;
    };
    process.on('worker', onWorker);
    open();
    await new Promise(setImmediate);
    expect(started).toBe(0);
    await pool.close();
    const { run } = open({ threads: 2, startFor: 'unit-drafts' });
    await expect.poll(() => started).toBe(2);
    expect(await run(ORGAN, 'pdf-pages', async () => ({ bytes: new Uint8Array() }))).toBeUndefined();
    expect(started).toBe(2);
    process.off('worker', onWorker);
  });

  test('does small work of our own in place, and what people send never', async () => {
    const asked: string[] = [];
    const heavy: ThreadPool['run'] = (organ, name, load) => {
      asked.push(name);
      return pool.run(organ, name, load);
    };
    open();
    const deps = { render: renderDocument, heavy };
    await runHeavy(deps, { organ: ORGAN, name: 'check-draft', size: 1000 }, async () => draft);
    expect(asked).toEqual([]);
    await runHeavy(deps, { organ: ORGAN, name: 'check-draft', size: 100_000 }, async () => draft);
    const list = await readFile(join(import.meta.dirname, '../../../examples/ke-hoach-tinh-2025.json'));
    const read = runHeavy(deps, { organ: ORGAN, name: 'read-workbook' }, async () => ({ bytes: new Uint8Array(list) }));
    await expect(read).rejects.toMatchObject({ code: 'list-unreadable', params: { fault: 'not-a-zip' } });
    expect(asked).toEqual(['check-draft', 'read-workbook']);
  });

  test('hands on an error with its code and every finding', async () => {
    const { run } = open();
    const placeholders = { ...draft, source: { data: { ...dataOf(draft), subject: 5, signer: undefined } } };
    const refused = run(ORGAN, 'check-draft', async () => placeholders);
    await expect(refused).rejects.toMatchObject({ name: 'UseCaseError', code: 'document-invalid' });
    const there = await refused.catch((error) => error.findings);
    const here = await runHeavy(
      { render: renderDocument },
      { organ: ORGAN, name: 'check-draft' },
      async () => placeholders,
    ).catch((error) => error.findings);
    expect(there).toEqual(here);
    const word = run(ORGAN, 'check-word', async () => ({ bytes: new Uint8Array([1, 2, 3]), profiles: [] }));
    await expect(word).rejects.toMatchObject({ code: 'word-unreadable' });
    const other = run('phuong-binh-long', 'check-draft', async () => ({ ...draft, organ: 'phuong-binh-long' }));
    await expect(other).rejects.toMatchObject({ code: 'foreign-organ' });
  });

  test.each([
    { why: 'time', limits: { timeMs: 1 } },
    { why: 'buffers and heap together', limits: { memoryMb: 1 } },
  ])('ends a task beyond its $why', async ({ limits }) => {
    const task = open(limits).run(ORGAN, 'preview-draft', async () => withRows(20_000));
    await expect(task).rejects.toMatchObject({ code: 'too-heavy' });
    expect(toProblem(await task.catch((error) => error))).toMatchObject({ status: 422, code: 'too-heavy' });
  });

  test('ends a task beyond its heap, and goes on with the next in a new thread', async () => {
    const { run } = open({ heapMb: 48 });
    const heavy = run(ORGAN, 'preview-draft', async () => withRows(200_000));
    const next = run(ORGAN, 'check-draft', async () => draft);
    await expect(heavy).rejects.toMatchObject({ code: 'too-heavy' });
    expect((await next).summary.typeCode).toBe('KeHoach');
  });

  test('lets organs take turns', async () => {
    const { run } = open();
    const done: string[] = [];
    const one = async (organ: string) => {
      await run(organ, 'check-draft', async () => draft);
      done.push(organ);
    };
    await Promise.all([...Array.from({ length: 10 }, () => one('busy')), one('quiet')]);
    expect(done.indexOf('quiet')).toBeLessThanOrEqual(2);
  });

  test('reads the input of a task only when its turn comes', async () => {
    const { run } = open();
    let loaded = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        await run(ORGAN, 'check-draft', async () => {
          most = Math.max(most, ++loaded);
          return draft;
        });
        loaded--;
      }),
    );
    expect(most).toBeLessThanOrEqual(2);
  });

  test('refuses more than may wait, with the time after which to ask again', async () => {
    const { run } = open({ maxWaiting: 2 });
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => run(ORGAN, 'check-draft', async () => draft)),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    const { reason } = results[4] as PromiseRejectedResult;
    expect(toProblem(reason)).toMatchObject({ status: 503, code: 'overloaded' });
    expect(retryAfterSeconds(reason)).toBe(5);
  });
});
