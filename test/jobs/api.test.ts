import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOwnZip } from '#package/read-zip.ts';
import type { Actor } from '#usecases/actor.ts';
import { example, office, someone } from '../api/test-api.ts';
import { ask, must } from './support/ask.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import type { RunningFunction } from './support/run-function.ts';

const WARD = 'phuong-binh-long';
const { drafter, signer, clerk } = office(WARD);
let cloud: TestCloud;
let api: RunningFunction;

beforeAll(async () => {
  cloud = await startTestCloud();
  api = await cloud.start('api');
});
afterAll(() => cloud.stop());

const send = (who: Actor | null, method: string, target: string, parts: Parameters<typeof ask>[5] = {}) =>
  ask(api, cloud, who, method, target, parts);
const seen = ({ headers }: { readonly headers: Record<string, string> }) => ({
  headers: { 'if-match': headers['etag'] ?? '' },
});

describe('the bundled API, asked as the gateway asks', () => {
  test('takes a document from draft to issue, finds it by its number and links to its file', async () => {
    const data = await example('ke-hoach-phuong-2026');
    const created = await must(send(drafter, 'POST', '/documents', { json: { data } }), 201);
    const path = created.headers['location']!;
    const submitted = await must(send(drafter, 'POST', `${path}/submit`, { json: {}, ...json(created) }), 200);
    const approved = await must(send(signer, 'POST', `${path}/approve`, seen(submitted)), 200);
    const issued = await must(
      send(clerk, 'POST', `${path}/issue`, { json: { signatureConfirmed: true }, ...json(approved) }),
      200,
    );
    expect(issued.body.document).toMatchObject({ state: 'issued', codeNumber: 1, symbol: '01/KH-UBND' });

    const found = await must(send(clerk, 'GET', '/find?number=1%20kh%20ubnd'), 200);
    const [file] = found.body.found[0].files;
    const handed = await must(send(clerk, 'GET', file.href), 303);
    const got = await fetch(handed.headers['location']!);
    const bytes = await got.bytes();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    expect(readOwnZip(bytes).get('word/document.xml')).toContain('KẾ HOẠCH');
  });

  test('answers bytes as base64, and takes a body that comes as base64', async () => {
    const data = await example('ke-hoach-phuong-2026');
    const body = Buffer.from(JSON.stringify({ docId: 'gui-base64', data }));
    const headers = { 'content-type': 'application/json' };
    await must(send(drafter, 'POST', '/documents', { body, headers }), 201);
    const preview = await must(send(drafter, 'GET', '/documents/gui-base64/preview'), 200);
    expect(preview.isBase64Encoded).toBe(true);
    expect(preview.headers['content-type']).toContain('wordprocessingml');
    expect(readOwnZip(preview.bytes).get('word/document.xml')).toContain('KẾ HOẠCH');
  });

  test('answers text as text, with the headers of every answer and no cookies', async () => {
    const answer = await must(send(null, 'GET', '/openapi.json'), 200);
    expect(answer.isBase64Encoded).toBe(false);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body.openapi).toMatch(/^3\.1/);
    expect((await must(send(null, 'GET', '/healthz'), 200)).body).toEqual({ status: 'ok' });
  });

  test('keeps what people type in addresses: marks, spaces, slashes', async () => {
    const answer = await must(send(clerk, 'GET', `/find?number=${encodeURIComponent('Số 99 / KH-UBND')}`), 200);
    expect(answer.body.asked).toMatchObject({ number: 99 });
    await must(send(clerk, 'GET', `/documents/${encodeURIComponent('không có')}`), 404);
  });

  test('lets a person of two organs act for the second one', async () => {
    const guest: Actor = { ...someone('dong-nai', 'reader'), staffId: 'nguoi-hai-noi' };
    const admin = someone(WARD, 'admin');
    const path = `/o/${WARD}/documents`;
    const data = await example('ke-hoach-phuong-2026');
    expect((await must(send(guest, 'POST', path, { json: { data } }), 403)).body.code).toBe('not-a-member');
    const json = { home: 'dong-nai', roles: ['drafter'], active: true };
    await must(send(admin, 'PUT', '/guests/nguoi-hai-noi', { json, headers: { 'if-none-match': '*' } }), 200);
    await must(send(guest, 'POST', `/memberships/${WARD}/accept`), 200);
    const made = await must(send(guest, 'POST', path, { json: { data } }), 201);
    expect(made.body.document).toMatchObject({ organ: WARD, drafterId: guest.staffId });
    const location = made.headers['location'] ?? '';
    expect(location).toContain(`/o/${WARD}/documents/`);
    await must(send(guest, 'GET', location), 200);
    await must(send(guest, 'GET', location.replace(`/o/${WARD}`, '')), 404);
  });

  test('refuses a body over the limit, and a method that the path does not take', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ data: { text: 'x'.repeat(4 * 1024 * 1024) } });
    await must(send(drafter, 'POST', '/documents', { body, headers }), 413);
    const refused = await must(send(drafter, 'DELETE', '/documents'), 405);
    expect(refused.headers['allow']).toBe('GET, HEAD, POST');
  });
});

describe('the bundled API, where something does not answer', () => {
  test('says 503 with Retry-After for a fan-out that no engine takes, and takes it when asked again', async () => {
    const plan = await example('localise/ke-hoach-tinh-2026');
    const json = { runId: 'khong-co-may', plan, units: '25326' };
    const province = someone('dong-nai', 'clerk');
    cloud.engines.fail(true);
    const refused = await must(send(province, 'POST', '/fan-outs', { json }), 503);
    expect(refused.headers['retry-after']).toBe('2');
    cloud.engines.fail(false);
    await must(send(province, 'POST', '/fan-outs', { json }), 202);
    await must(send(province, 'POST', '/fan-outs', { json }), 202);
    expect([...cloud.engines.executions.values()]).toEqual([
      { input: JSON.stringify({ organ: 'dong-nai', runId: 'khong-co-may' }), lives: true },
    ]);
  });

  test('says 503 while the keys of the pool cannot be read, and believes the same token afterwards', async () => {
    const fresh = await cloud.start('api');
    await cloud.enrol(clerk);
    const token = await cloud.pool.tokenOf(clerk);
    cloud.pool.answer(500);
    const refused = await must(ask(fresh, cloud, null, 'GET', '/profiles', { token }), 503);
    expect(refused.body.code).toBe('unavailable');
    cloud.pool.answer(200);
    await must(ask(fresh, cloud, null, 'GET', '/profiles', { token }), 200);
  });
});

test('the bundled API names every variable that it lacks, and does not start', async () => {
  const lacking = cloud.start('api', { USER_POOL_ID: '', TABLE_NAME: '' });
  await expect(lacking).rejects.toThrow(/missing or empty: TABLE_NAME, USER_POOL_ID/);
});

function json(answer: { readonly headers: Record<string, string> }) {
  return { headers: { 'if-match': answer.headers['etag'] ?? '', 'content-type': 'application/json' } };
}
