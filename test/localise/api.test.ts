import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '#api/create-api.ts';
import type { App } from '#api/http/route.ts';
import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';
import type { Actor } from '#usecases/actor.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { runFanOut } from '#usecases/fan-out/run-fan-out.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { exampleProfiles } from '../support/desk.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';
import { provincePlan } from './support/example.ts';
import { fanOutDeps } from './support/fan-out-scene.ts';

const clerk: Actor = { organ: 'dong-nai', staffId: 'van-thu', roles: ['clerk'] };
const unitDrafter: Actor = { organ: 'dv-25326', staffId: 'chuyen-vien', roles: ['drafter'] };
/** The actor stands in the token as it is. */
const authenticate = async (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

type Finding = { readonly code: string; readonly path: string };

let table: TestTable;
let deps: FanOutDeps;
let app: App;

beforeAll(async () => {
  table = await openTestTable();
  const files = join(table.dir, 'files');
  deps = fanOutDeps({
    table: table.table,
    files,
    startsAt: '2026-03-16T09:00:00+07:00',
  });
  for (const profile of await exampleProfiles()) {
    const admin: Actor = { organ: profile.organId, staffId: 'quan-tri', roles: ['admin'] };
    await putProfile(deps, admin, { profile, rev: null });
  }
  app = createApi({
    deps,
    authenticate,
    startPump: (organ, runId) => runFanOut(deps, organ, runId, { worker: 'a' }),
    report: ({ error }) => {
      throw error;
    },
  });
});
afterAll(() => table.stop());

async function send(who: Actor, method: string, path: string, body?: unknown, etag?: string) {
  const response = await app.request(path, {
    method,
    headers: {
      Authorization: `Bearer x.${Buffer.from(JSON.stringify(who)).toString('base64url')}.x`,
      'Content-Type': 'application/json',
      ...(etag === undefined ? {} : { 'If-Match': etag }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers as they come
  const answer: any = response.status === 204 ? null : await response.json();
  return { status: response.status, etag: response.headers.get('etag') ?? '', body: answer };
}

const start = (runId: string, plan: LocalisablePlan, more: object = {}) =>
  send(clerk, 'POST', '/fan-outs', { runId, plan, units: '25326, 26179', ...more });

describe('fan-out over HTTP', () => {
  test('takes a plan and a list of units at once, and tells how far it is', async () => {
    const poisoned = { schema: 'DonVi@1', unitCode: '26179', offices: { 'kinh tế': null } };
    const accepted = await start('mot', provincePlan(), { profiles: [poisoned] });
    expect([accepted.status, accepted.body.total]).toEqual([202, 2]);
    const { status, body } = await send(clerk, 'GET', '/fan-outs/mot');
    expect(status).toBe(200);
    expect(body.counts).toEqual({ waiting: 0, leased: 0, done: 1, failed: 1 });
    expect(body.failed).toHaveLength(1);
    expect(body.failed[0].unitCode).toBe('26179');
    expect(body.failed[0].reasons[0]).toMatch(/^Mục III, gạch đầu dòng thứ 2: Đơn vị không có cơ quan cho/);
  });

  test('retries the failed, and answers who is missing from the sums', async () => {
    expect((await send(clerk, 'POST', '/fan-outs/mot/retry', {})).status).toBe(202);
    expect((await send(clerk, 'GET', '/fan-outs/mot')).body.counts).toMatchObject({ done: 1, failed: 1 });
    const { body } = await send(clerk, 'GET', '/fan-outs/mot/targets');
    expect(body.items).toContainEqual({
      rowId: 'ban-tin',
      place: 'Phụ lục, dòng 5',
      measure: 'bản tin, bài viết',
      period: 'tháng',
      own: 380,
      sum: 4,
      counted: 1,
      sent: 0,
      missing: ['26179'],
      differing: [],
    });
  });

  test('shows a unit what an amended plan would change in its own', async () => {
    const amended = provincePlan();
    amended.plan.body[2]!.children![0]!.text = 'Kinh phí từ ngân sách tỉnh.';
    await start('hai', amended, { units: '25326' });
    const row = (await deps.fanOuts.rows('dong-nai', 'mot')).find(({ unitCode }) => unitCode === '25326');
    const path = `/documents/${row?.docId}/superior-changes?superior=dong-nai&from=mot&to=hai`;
    const { status, body } = await send(unitDrafter, 'GET', path);
    expect(status).toBe(200);
    expect(body.changes).toMatchObject([
      {
        id: 'kinh-phi-1',
        place: 'Mục III, gạch đầu dòng thứ 1',
        superior: 'changed',
        unit: 'unchanged',
        outcome: 'superior',
      },
    ]);
    expect((await send(clerk, 'GET', path)).status).toBe(404);
  });

  test('warns where a part was changed and its wording for units was not, at the start and in the comparison', async () => {
    const amended = provincePlan();
    const [first] = amended.plan.body;
    const part = first!.children![1]!.children!.find(({ id }) => id === 'yeu-cau-2')!;
    part.text = `${part.text} Bảo đảm tiết kiệm.`;
    const place = 'Điểm b khoản 2 Mục I';
    const message = expect.stringContaining('lời dành cho đơn vị (marks) vẫn như cũ');
    const { body } = await start('bon', amended, { units: 'phường Bình Long' });
    expect(body.warnings).toEqual([{ code: 'MARK_STALE', path: place, message }]);
    const row = (await deps.fanOuts.rows('dong-nai', 'mot')).find(({ unitCode }) => unitCode === '25326');
    const path = `/documents/${row?.docId}/superior-changes?superior=dong-nai&from=mot&to=bon`;
    const compared = await send(unitDrafter, 'GET', path);
    expect([compared.body.changes, compared.body.warnings]).toEqual([
      [],
      [{ code: 'MARK_STALE', path: place, message }],
    ]);
    // Once the wording is another, there is nothing to warn of.
    amended.marks.find(({ id }) => id === 'yeu-cau-2')!.text = 'Bảo đảm tiết kiệm trên địa bàn [[donVi.ten]].';
    expect((await start('nam', amended, { units: '25326' })).body.warnings).toEqual([]);
  });

  test('reminds a unit’s drafters of what came down, until one of them goes on with it', async () => {
    const row = (await deps.fanOuts.rows('dong-nai', 'mot')).find(({ unitCode }) => unitCode === '25326');
    const { body } = await send(unitDrafter, 'GET', '/reminders');
    expect(body.cameDown.map(({ docId }: { readonly docId: string }) => docId)).toEqual([row?.docId]);
    expect((await send(clerk, 'GET', '/reminders')).body.cameDown).toEqual([]);
  });

  test('saves what comes of both as the draft, once every conflict is decided', async () => {
    const row = (await deps.fanOuts.rows('dong-nai', 'mot')).find(({ unitCode }) => unitCode === '25326');
    const path = `/documents/${row?.docId}`;
    const first = await send(unitDrafter, 'GET', path);
    const own = structuredClone(first.body.data);
    own.body[2].children[0].text = 'Kinh phí của phường.';
    const saved = await send(unitDrafter, 'PUT', path, { data: own }, first.etag);
    expect((await send(unitDrafter, 'GET', '/reminders')).body.cameDown).toEqual([]);
    expect([saved.status, saved.body.document.drafterId]).toEqual([200, 'chuyen-vien']);

    const runs = { superior: 'dong-nai', from: 'mot', to: 'hai' };
    const take = (decisions: object, etag: string) =>
      send(unitDrafter, 'POST', `${path}/superior-changes`, { ...runs, decisions }, etag);
    const undecided = await take({}, saved.etag);
    expect([undecided.status, undecided.body.errors.map(({ code, path: place }: Finding) => [code, place])]).toEqual([
      422,
      [['CHANGE_UNDECIDED', 'Mục III, gạch đầu dòng thứ 1, mã “kinh-phi-1”']],
    ]);
    const unknown = await take({ 'kinh-phi-1': 'unit', la: 'unit' }, saved.etag);
    expect(unknown.body.errors.map(({ code }: Finding) => code)).toEqual(['CHANGE_UNKNOWN']);
    expect((await take({ 'kinh-phi-1': 'superior' }, first.etag)).status).toBe(412);

    const taken = await take({ 'kinh-phi-1': 'superior' }, saved.etag);
    expect([taken.status, taken.body.document.rev]).toEqual([200, 3]);
    const { data } = (await send(unitDrafter, 'GET', path)).body;
    expect(data.body[2].children[0].text).toBe('Kinh phí từ ngân sách tỉnh.');
    const after = await send(unitDrafter, 'GET', `${path}/superior-changes?superior=dong-nai&from=hai&to=hai`);
    expect(after.body.changes).toEqual([]);
  });

  test('lists the runs of a superior, and how far each unit is, without a word of its text', async () => {
    await start('sau', provincePlan(), { units: '25326', due: '2026-03-10' });
    const { body } = await send(clerk, 'GET', '/fan-outs');
    expect(body.items.map(({ runId }: { readonly runId: string }) => runId).sort()).toEqual([
      'bon',
      'hai',
      'mot',
      'nam',
      'sau',
    ]);
    const late = body.items.find(({ runId }: { readonly runId: string }) => runId === 'sau');
    expect(late).toMatchObject({ due: '2026-03-10', total: 1, superior: { code: '51/KH-UBND' } });
    expect((await send(clerk, 'GET', '/fan-outs/mot/units')).body.items).toEqual([
      { unitCode: '25326', stage: 'opened', isLate: false },
      { unitCode: '26179', stage: 'failed', isLate: false },
    ]);
    expect((await send(clerk, 'GET', '/fan-outs/sau/units')).body.items).toMatchObject([{ isLate: true }]);
    expect((await send(unitDrafter, 'GET', '/fan-outs')).body.items).toEqual([]);
    expect((await send(unitDrafter, 'GET', '/fan-outs/mot/units')).status).toBe(404);
  });

  test('shows a unit what came down to it, until when, and at which version of it its own text stands', async () => {
    const { status, body } = await send(unitDrafter, 'GET', '/came-down');
    expect([status, body.items.length]).toEqual([200, 1]);
    const [one] = body.items;
    expect(one).toMatchObject({
      superior: { organ: 'dong-nai', code: '51/KH-UBND' },
      due: '2026-03-10',
      standsAt: 'hai',
      state: { unitCode: '25326', stage: 'opened', isLate: true },
      document: { organ: 'dv-25326', state: 'draft' },
    });
    expect(one.runs.map(({ runId }: { readonly runId: string }) => runId).sort()).toEqual([
      'bon',
      'hai',
      'mot',
      'nam',
      'sau',
    ]);
    expect((await send(clerk, 'GET', '/came-down')).body.items).toEqual([]);
  });

  test('notes what a unit issued by other means, for its superior to see, and takes the note back', async () => {
    const unitClerk: Actor = { ...unitDrafter, staffId: 'van-thu', roles: ['clerk'] };
    const docId = (await send(unitDrafter, 'GET', '/came-down')).body.items[0].document.docId;
    const path = `/came-down/${docId}/outside`;
    const issued = { code: '12/KH-UBND', issuedDate: '2026-03-12' };
    const note = (who: Actor, body: object, at = path) => send(who, 'PUT', at, body);
    expect((await note(unitDrafter, issued)).status).toBe(403);
    expect((await note(unitClerk, { ...issued, issuedDate: '2026-03-17' })).body.code).toBe('bad-outside-day');
    expect((await note(unitClerk, issued, '/came-down/khong-co/outside')).status).toBe(404);
    expect((await note(clerk, issued)).status).toBe(404);
    expect((await note(unitClerk, issued)).status).toBe(204);
    expect((await send(clerk, 'GET', '/fan-outs/sau/units')).body.items).toEqual([
      { unitCode: '25326', stage: 'outside', isLate: false, ...issued },
    ]);
    expect((await send(unitDrafter, 'GET', '/came-down')).body.items[0].state).toMatchObject({ stage: 'outside' });
    expect((await send(unitClerk, 'DELETE', path)).status).toBe(204);
    expect((await send(clerk, 'GET', '/fan-outs/sau/units')).body.items).toMatchObject([{ stage: 'opened' }]);
  });

  test('refuses a broken plan with every place, an unknown run, and who may not', async () => {
    const broken = provincePlan();
    broken.unit.subject = '[[a]] [[b]]';
    const { status, body } = await start('ba', broken);
    expect([status, body.code, body.errors.map(({ code }: Finding) => code)]).toEqual([
      422,
      'document-invalid',
      ['BLANK_UNKNOWN', 'BLANK_UNKNOWN'],
    ]);
    expect((await send(clerk, 'GET', '/fan-outs/la')).status).toBe(404);
    expect((await send(unitDrafter, 'POST', '/fan-outs', { runId: 'x', plan: {}, units: '75' })).status).toBe(403);
    expect((await send(clerk, 'POST', '/fan-outs', { runId: 'x', plan: {}, units: '75', la: 1 })).status).toBe(422);
  });
});
