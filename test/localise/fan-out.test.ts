import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unitDirectory } from '#localise/units/directory.ts';
import { unitDocId } from '#localise/units/unit-doc-id.ts';
import type { FanOutRow } from '#register/fan-outs/fan-out.schema.ts';
import type { Actor } from '#usecases/actor.ts';
import { readBlob } from '#usecases/blobs.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { getFanOut, retryFanOut } from '#usecases/fan-out/get-fan-out.ts';
import { runFanOut } from '#usecases/fan-out/run-fan-out.ts';
import { startFanOut } from '#usecases/fan-out/start-fan-out.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { exampleProfiles } from '../support/desk.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';
import { provincePlan, without } from './support/example.ts';
import { fanOutDeps } from './support/fan-out-scene.ts';

const PROVINCE = 'dong-nai';
const clerk: Actor = { organ: PROVINCE, staffId: 'van-thu-tinh', roles: ['clerk'] };
const STARTS_AT = '2026-03-16T09:00:00+07:00';
const codes = unitDirectory()
  .provinces.get('75')!
  .units.map(({ code }) => code);
const poisoned = [codes[3]!, codes[20]!, codes[47]!, codes[48]!, codes[94]!];
const profiles = [
  ...poisoned.map((unitCode) => ({ schema: 'DonVi@1', unitCode, offices: { 'kinh tế': null } })),
  { schema: 'DonVi@1', unitCode: '25326', drafter: 'duong' },
];

let table: TestTable;
let deps: FanOutDeps;
const files = () => join(table.dir, 'files');

beforeAll(async () => {
  table = await openTestTable();
  deps = fanOutDeps({ table: table.table, files: files(), startsAt: STARTS_AT });
  for (const profile of await exampleProfiles()) {
    const admin: Actor = { organ: profile.organId, staffId: 'quan-tri', roles: ['admin'] };
    await putProfile(deps, admin, { profile, rev: null });
  }
});
afterAll(() => table.stop());

/** A plan of its own for each test, so that the units' documents are its own too. */
const planOf = (docId: string) => {
  const plan = provincePlan();
  plan.superior.docId = docId;
  return plan;
};
const start = (runId: string, more: object = {}) =>
  startFanOut(deps, clerk, { runId, plan: planOf(`kh-${runId}`), units: '75', profiles, ...more });
const documentOf = (row: FanOutRow) => deps.register.getDocument(row.unitOrgan ?? '', row.docId ?? '');
const rowsOf = (runId: string) => deps.fanOuts.rows(PROVINCE, runId);

describe('a fan-out to the 95 units of Đồng Nai', () => {
  const told: string[] = [];
  beforeAll(async () => {
    await start('mot-lan');
    await runFanOut(deps, PROVINCE, 'mot-lan', {
      worker: 'a',
      onSettled: ({ unitCode }, state) => told.push(`${unitCode} ${state}`),
    });
  });

  test('makes each unit a draft under its own organ, and names the poisoned with their reasons', async () => {
    const { counts, failed, run } = await getFanOut(deps, clerk, 'mot-lan');
    expect(counts).toEqual({ waiting: 0, leased: 0, done: 90, failed: 5 });
    expect(run.total).toBe(95);
    expect(failed.map(({ unitCode }) => unitCode)).toEqual(poisoned);
    for (const { reasons } of failed) expect(reasons?.join(' ')).toContain('không có cơ quan cho “[[coQuan.kinh tế]]”');
    expect(told).toHaveLength(95);
  });

  test('stores an ordinary draft that knows where it came from', async () => {
    const row = (await rowsOf('mot-lan')).find(({ unitCode }) => unitCode === '25326')!;
    expect(row).toMatchObject({ unitOrgan: 'dv-25326', docId: unitDocId('kh-mot-lan', '25326'), attempt: 1 });
    const document = await documentOf(row);
    expect(document).toMatchObject({
      state: 'draft',
      drafterId: 'duong',
      rev: 1,
      organName: 'Ủy ban nhân dân phường Bình Long',
    });
    const [created] = await deps.register.listEvents(document.organ, document.docId);
    expect(created).toMatchObject({ act: 'create', actor: 'van-thu-tinh' });
    expect(await readBlob(deps, document.data!)).toMatchObject({
      schema: 'KeHoach@1',
      organ: 'dv-25326',
      localisedFrom: { docId: 'kh-mot-lan', unitCode: '25326' },
    });
  });

  test('makes nothing twice when it is started and pumped again', async () => {
    const before = await rowsOf('mot-lan');
    await start('mot-lan');
    await runFanOut(deps, PROVINCE, 'mot-lan', { worker: 'b' });
    expect(await rowsOf('mot-lan')).toEqual(before);
    for (const row of before.filter(({ state }) => state === 'done')) {
      expect((await deps.register.listEvents(row.unitOrgan!, row.docId!)).length).toBe(1);
    }
  });

  test('retries the failed alone', async () => {
    const before = await rowsOf('mot-lan');
    expect(await retryFanOut(deps, clerk, 'mot-lan')).toBe(5);
    await runFanOut(deps, PROVINCE, 'mot-lan', { worker: 'a' });
    const after = await rowsOf('mot-lan');
    expect(after.filter(({ state }) => state === 'done')).toEqual(before.filter(({ state }) => state === 'done'));
    expect(after.filter(({ state }) => state === 'failed').map(({ attempt }) => attempt)).toEqual([2, 2, 2, 2, 2]);
  });

  test('leaves a draft alone that the unit has gone on with', async () => {
    await start('don-vi-da-sua', { units: '25326', profiles: [] });
    await runFanOut(deps, PROVINCE, 'don-vi-da-sua', { worker: 'a' });
    const row = (await rowsOf('don-vi-da-sua'))[0]!;
    const document = await documentOf(row);
    const { docId, data, organName, typeCode, typeName, codeNotation, series, subject, to } = document;
    const summary = { organName, typeCode, typeName, codeNotation, series, subject: `${subject} (sửa)`, to };
    const at = new Date();
    await deps.register.saveDraft({ document, data: data!, summary, actor: 'can-bo', at });
    await start('chay-lai', { units: '25326', profiles: [], plan: planOf('kh-don-vi-da-sua') });
    await runFanOut(deps, PROVINCE, 'chay-lai', { worker: 'a' });
    expect((await rowsOf('chay-lai'))[0]).toMatchObject({ state: 'done', docId });
    expect(await documentOf(row)).toMatchObject({ rev: 2, subject: `${subject} (sửa)` });
  });

  test('by two workers at once settles each unit once', async () => {
    await start('hai-nguoi');
    const settled: string[] = [];
    const pump = (worker: string) =>
      runFanOut(deps, PROVINCE, 'hai-nguoi', { worker, onSettled: ({ unitCode }) => settled.push(unitCode) });
    await Promise.all([pump('a'), pump('b')]);
    expect(settled.sort()).toEqual(codes);
    expect((await rowsOf('hai-nguoi')).every(({ attempt }) => attempt === 1)).toBe(true);
  });
});

describe('a fan-out whose process is killed', () => {
  test.each([10, 50, 90])('at %i percent and started again does the rest once', async (percent) => {
    const runId = `bi-giet-${percent}`;
    await start(runId);
    const settled = await pumpUntil(runId, Math.ceil((95 * percent) / 100));
    const before = await rowsOf(runId);
    const done = before.filter(({ state }) => state === 'done' || state === 'failed');
    expect(done.length).toBeGreaterThanOrEqual(settled);
    expect(done.length).toBeLessThan(95);
    await runFanOut(deps, PROVINCE, runId, { worker: 'may-nay' });

    const { counts, failed } = await getFanOut(deps, clerk, runId);
    expect(counts).toEqual({ waiting: 0, leased: 0, done: 90, failed: 5 });
    expect(failed.map(({ unitCode }) => unitCode)).toEqual(poisoned);
    const after = await rowsOf(runId);
    expect(after.filter(({ unitCode }) => done.some((row) => row.unitCode === unitCode))).toEqual(done);
    const documents = await Promise.all(after.filter(({ state }) => state === 'done').map(documentOf));
    expect(new Set(documents.map(({ docId }) => docId)).size).toBe(90);
    for (const { organ, docId } of documents) {
      expect((await deps.register.listEvents(organ, docId)).length).toBe(1);
    }
  });

  /** Pumps in a process of its own and kills it once it has said so many; answers how many it had said. */
  function pumpUntil(runId: string, count: number): Promise<number> {
    const script = join(import.meta.dirname, 'support/fan-out-process.ts');
    const args = [script, table.path, files(), STARTS_AT, PROVINCE, runId];
    return new Promise((done, failed) => {
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      let said = 0;
      child.stdout.on('data', (text) => {
        said += String(text).split('\n').length - 1;
        if (said >= count) child.kill('SIGKILL');
      });
      child.once('error', failed);
      child.once('close', () => done(said));
    });
  }
});

test('a draft goes to no organ but one that calls itself by the unit’s name', async () => {
  const run = async (runId: string, organId: string) => {
    await start(runId, { units: '25326', profiles: [{ schema: 'DonVi@1', unitCode: '25326', organId }] });
    await runFanOut(deps, PROVINCE, runId, { worker: 'mot-may' });
    return (await rowsOf(runId))[0];
  };
  for (const [runId, organId] of [
    ['cho-nguoi-khac', PROVINCE],
    ['cho-khong-ai', 'co-quan-chua-co'],
  ] as const) {
    const row = await run(runId, organId);
    expect(row).toMatchObject({ state: 'failed', reasons: [expect.stringContaining('đơn vị 25326')] });
    expect(JSON.stringify(row?.reasons)).not.toContain(organId);
    expect((await deps.register.listByState(organId, 'draft')).items).toEqual([]);
  }
  expect(await deps.register.listProfiles('co-quan-chua-co')).toEqual([]);
  expect(await run('dung-don-vi', 'phuong-binh-long')).toMatchObject({ state: 'done', unitOrgan: 'phuong-binh-long' });
});

describe('who may start one', () => {
  const refused = (actor: Actor, more: object = {}) =>
    startFanOut(deps, actor, { runId: 'khong-duoc', plan: planOf('x'), units: '75', ...more });

  test('is the clerk of the province whose plan it is, and nobody else', async () => {
    await expect(refused({ ...clerk, roles: ['drafter'] })).rejects.toMatchObject({ code: 'role-missing' });
    await expect(refused({ ...clerk, organ: 'phuong-binh-long' })).rejects.toMatchObject({ code: 'foreign-organ' });
    const haNoi = without(planOf('x'), 'la');
    haNoi.superior.provinceCode = '01';
    haNoi.marks = haNoi.marks.filter((mark) => !mark.for);
    await expect(refused(clerk, { plan: haNoi })).rejects.toMatchObject({ code: 'not-the-province' });
    await expect(deps.fanOuts.get(PROVINCE, 'khong-duoc')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is told by the id that the operator gave, not by a name that an organ gives itself', async () => {
    const impostor = 'xa-gia-mao';
    const admin = { organ: impostor, staffId: 'an-admin', roles: ['admin'] } as const;
    for (const profile of (await exampleProfiles()).filter(({ organId }) => organId === PROVINCE)) {
      await putProfile(deps, admin, { profile: { ...profile, organId: impostor }, rev: null });
    }
    const plan = planOf('x');
    plan.plan.organ = impostor;
    await expect(refused({ ...clerk, organ: impostor }, { plan })).rejects.toMatchObject({ code: 'not-the-province' });
  });

  test('has all errors of the plan and of the list at once', async () => {
    const plan = planOf('x');
    plan.unit.subject = '[[a]] [[b]]';
    await expect(refused(clerk, { plan })).rejects.toMatchObject({
      code: 'document-invalid',
      findings: [
        { code: 'BLANK_UNKNOWN', path: 'Trích yếu cho đơn vị' },
        { code: 'BLANK_UNKNOWN', path: 'Trích yếu cho đơn vị' },
      ],
    });
    await expect(refused(clerk, { units: '99' })).rejects.toMatchObject({ code: 'list-unreadable' });
  });
});
