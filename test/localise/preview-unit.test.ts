import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, office, openTestApi, type TestApi } from '../api/test-api.ts';

const { clerk, drafter } = office('dong-nai');
let api: TestApi;
let plan: Record<string, unknown>;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  plan = JSON.parse(
    await readFile(join(import.meta.dirname, '../../examples/localise/ke-hoach-tinh-2026.json'), 'utf8'),
  );
});
afterAll(() => api.close());

const look = (who: typeof clerk, body: object) => api.send(who, 'POST', '/fan-outs/preview', body);

test('shows a plan as one unit would get it, and stores nothing', async () => {
  const before = await must(api.send(clerk, 'GET', '/fan-outs'), 200);
  const { body } = await must(look(drafter, { plan, unitCode: '25326' }), 200);
  expect(body.data.subject).toBe('Thông tin, tuyên truyền cải cách hành chính năm 2026 trên địa bàn phường Bình Long');
  expect(body.profile).toMatchObject({ name: 'Ủy ban nhân dân phường Bình Long' });
  expect(body.open.length).toBeGreaterThan(0);
  expect((await must(api.send(clerk, 'GET', '/fan-outs'), 200)).body).toEqual(before.body);
});

test('refuses a unit of another province, a plan of another office, and says what is wrong with a plan', async () => {
  expect((await look(clerk, { plan, unitCode: '00004' })).status).toBe(404);
  const foreign = await look(office('phuong-binh-long').drafter, { plan, unitCode: '25326' });
  expect([foreign.status, foreign.body.code]).toEqual([422, 'foreign-organ']);
  const wrong = await look(clerk, { plan: { ...plan, marks: [{ id: 'khong-co' }] }, unitCode: '25326' });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'document-invalid']);
});
