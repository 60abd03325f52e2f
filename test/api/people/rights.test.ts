import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Role, role } from '#usecases/actor.ts';
import { approve, example, issue, must, office, openTestApi, sendOut, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const OTHER = 'dong-nai';
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;
let issuedFile: string;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
  const { drafter, clerk } = office(OWN);
  await must(api.send(drafter, 'POST', '/documents', { docId: 'a-draft-of-ours', data }), 201);
  await approve(api, data, 'an-approved-one');
  const issued = await must(issue(api, clerk, await approve(api, data, 'an-issued-one')), 200);
  await sendOut(api, clerk, { path: '/documents/an-issued-one', etag: issued.etag });
  issuedFile = issued.body.files[0].href;
});
afterAll(() => api.close());

/** Each operation and the roles that it is for. Every other role is told so, whatever the document. */
const operations: [method: string, path: string, body: unknown, roles: Role[]][] = [
  ['POST', '/documents', { data: {} }, ['drafter']],
  ['PUT', '/documents/a-draft-of-ours', { data: {} }, ['drafter']],
  ['POST', '/documents/a-draft-of-ours/submit', {}, ['drafter']],
  ['POST', '/documents/a-draft-of-ours/approve', {}, ['signer']],
  ['POST', '/documents/a-draft-of-ours/return', { reason: 'x' }, ['checker', 'signer']],
  ['POST', '/documents/a-draft-of-ours/issue', { signatureConfirmed: true }, ['clerk']],
  ['POST', '/documents/an-issued-one/withdraw', { reason: 'x' }, ['clerk']],
  ['POST', '/documents/an-issued-one/void', { reason: 'x' }, ['clerk']],
  ['POST', '/documents/an-issued-one/correct', { by: 'an-issued-two' }, ['clerk']],
  ['PUT', '/brought-in/an-issued-one', { reason: 'Gõ sai' }, ['clerk']],
  ['PUT', '/documents/an-issued-one/signed', undefined, ['clerk']],
  ['PUT', '/documents/an-issued-one/scan', undefined, ['clerk']],
  ['POST', '/documents/no-such-document/copy', {}, ['drafter']],
  ['GET', '/documents/an-issued-one/views', undefined, ['clerk', 'admin']],
  ['POST', '/brought-in', { codeNumber: 1, issuedDate: '2026-01-05', data: {} }, ['clerk']],
  ['POST', '/brought-in/list', undefined, ['clerk']],
  ['POST', '/brought-in/scans/match', { year: 2025, names: ['35'] }, ['clerk']],
  ['POST', '/brought-in/list', { uploadId: 'no-such-upload' }, ['clerk']],
  ['PUT', '/documents/an-issued-one/signed', { uploadId: 'no-such-upload' }, ['clerk']],
  ['PUT', '/documents/a-draft-of-ours', { uploadId: 'no-such-upload' }, ['drafter']],
  ['POST', '/checks', undefined, ['drafter', 'checker', 'signer', 'clerk']],
  ['POST', '/imports', undefined, ['drafter']],
  ['POST', '/returned-files', { uploadId: 'no-such-upload' }, ['drafter']],
  ['POST', '/documents/an-issued-one/compared-file', { uploadId: 'no-such-upload' }, ['clerk']],
  ['POST', '/uploads', { size: 1, sha256: 'ab'.repeat(32), contentType: 'application/pdf' }, ['drafter', 'clerk']],
  ['PUT', '/uploads/no-such-upload', undefined, ['drafter', 'clerk']],
  ['GET', '/documents?state=draft', undefined, ['drafter', 'checker', 'signer', 'clerk']],
  ['GET', '/documents/a-draft-of-ours/preview', undefined, ['drafter', 'checker', 'signer', 'clerk']],
  ['GET', '/documents/a-draft-of-ours/audit', undefined, ['drafter', 'checker', 'signer', 'clerk', 'admin']],
  ['GET', '/documents?state=issued', undefined, [...role.options]],
  ['GET', '/find?number=1/KH-UBND', undefined, [...role.options]],
  ['GET', '/search?text=x', undefined, [...role.options]],
  ['GET', '/book?year=2026&format=xlsx', undefined, ['clerk']],
  ['GET', '/book/lines?year=2026', undefined, ['clerk']],
  ['GET', '/series?year=2026', undefined, [...role.options]],
  ['GET', '/statistics?year=2026', undefined, [...role.options]],
  ['GET', '/suggestions', undefined, ['drafter', 'checker', 'signer', 'clerk']],
  ['GET', '/reminders', undefined, ['drafter', 'checker', 'signer', 'clerk']],
  ['PUT', '/series/2031/ke-hoach', { start: 5 }, ['clerk', 'admin']],
  ['POST', '/series/2025/ke-hoach/close', {}, ['clerk']],
  ['GET', '/series/2025/ke-hoach/blanks', undefined, [...role.options]],
  ['POST', '/series/2025/ke-hoach/blanks', { codeNumber: 1, kind: 'empty' }, ['clerk']],
  ['POST', '/series/2025/ke-hoach/blanks/drop', { codeNumber: 2, reason: 'x' }, ['clerk']],
  ['POST', '/documents/an-issued-one/edxml', { schema: 'ExchangeSettings@1', organCode: '000.00.00.H19' }, ['clerk']],
  ['POST', '/documents/a-draft-of-ours/superior-changes', { superior: 'a', from: 'b', to: 'c' }, ['drafter']],
  ['POST', '/fan-outs', { runId: 'a-run', plan: {}, units: '75' }, ['clerk']],
  ['POST', '/fan-outs/no-such-run/retry', {}, ['clerk']],
  ['POST', '/fan-outs/no-such-run/remind', {}, ['drafter', 'clerk']],
  ['GET', '/fan-outs/no-such-run/units/25326/file', undefined, ['drafter', 'checker', 'signer', 'clerk']],
  ['POST', '/fan-outs/preview', { plan: {}, unitCode: '25326' }, ['drafter', 'checker', 'signer', 'clerk']],
  ['GET', '/fan-outs/no-such-run', undefined, ['drafter', 'checker', 'signer', 'clerk']],
  ['GET', '/fan-outs/no-such-run/targets', undefined, ['drafter', 'checker', 'signer', 'clerk']],
  ['GET', '/fan-outs/no-such-run/zip', undefined, ['drafter', 'checker', 'signer', 'clerk']],
  ['GET', '/activity?from=2026-03-16&to=2026-03-16', undefined, ['admin']],
  ['GET', '/members', undefined, ['admin']],
  ['PUT', '/members/an-admin', { username: 'a', name: 'A', roles: ['admin'], active: true }, ['admin']],
  ['GET', '/issued/phuong-binh-long/an-issued-one/files/van-ban/pdf', undefined, [...role.options]],
  ['GET', '/profiles', undefined, [...role.options]],
  ['PUT', '/profiles/2026-03-01', { validFrom: '2026-03-01' }, ['admin']],
];

describe('roles', () => {
  test.each(operations)('%s %s', async (method, path, body, roles) => {
    const headers = /^\/(profiles|members)/.test(path) ? { 'if-match': '"r9"' } : { 'if-match': '"v9-r9"' };
    for (const one of [...role.options, undefined]) {
      const { status } = await api.send(someone(OWN, ...(one ? [one] : [])), method, path, body, headers);
      if (one && roles.includes(one)) expect(status, one).not.toBe(403);
      else expect(status, one ?? 'no role').toBe(403);
    }
  });

  test('a reader is told nothing of a draft', async () => {
    expect((await api.send(someone(OWN, 'reader'), 'GET', '/documents/a-draft-of-ours')).status).toBe(404);
  });

  test('says whom an act is for', async () => {
    const { body } = await api.send(someone(OWN, 'reader'), 'POST', '/documents', { data });
    expect(body.detail).toBe('Bạn không có quyền tạo bản thảo; việc này dành cho: chuyên viên soạn thảo.');
  });

  test('nobody approves what they drafted themselves', async () => {
    const both = someone(OWN, 'drafter', 'signer');
    const draft = await must(api.send(both, 'POST', '/documents', { docId: 'signers-own', data }), 201);
    const submitted = await must(
      api.send(both, 'POST', '/documents/signers-own/submit', {}, { 'if-match': draft.etag }),
      200,
    );
    const refused = await must(
      api.send(both, 'POST', '/documents/signers-own/approve', {}, { 'if-match': submitted.etag }),
      403,
    );
    expect(refused.body.code).toBe('own-draft');
  });

  test('nobody writes what another one drafted, to approve it then', async () => {
    const other = { ...someone(OWN, 'drafter', 'signer'), staffId: 'someone-else' };
    const refused = await must(
      api.send(other, 'PUT', '/documents/a-draft-of-ours', { data }, { 'if-match': '"v1-r1"' }),
      403,
    );
    expect(refused.body.code).toBe('not-drafter');
  });
});

describe('another organ', () => {
  const everyone = someone(OTHER, ...role.options);
  const notThere = { status: 404, code: 'not-found' };
  const ids = ['a-draft-of-ours', 'an-approved-one', 'an-issued-one', 'no-such-document'];

  test.each(ids)('is told of %s what it is told of what does not exist', async (docId) => {
    const seen = { 'if-match': '"v1-r1"' };
    const ours = data.organ;
    const replies = await Promise.all([
      api.send(everyone, 'GET', `/documents/${docId}`),
      api.send(everyone, 'GET', `/documents/${docId}/preview`),
      api.send(everyone, 'GET', `/documents/${docId}/audit`),
      api.send(everyone, 'PUT', `/documents/${docId}`, { data: { ...data, organ: OTHER } }, seen),
      api.send(everyone, 'POST', `/documents/${docId}/submit`, {}, seen),
      api.send(everyone, 'POST', `/documents/${docId}/withdraw`, { reason: 'x' }, seen),
      api.send(everyone, 'POST', `/documents/${docId}/void`, { reason: 'x' }, seen),
      api.send(everyone, 'POST', `/documents/${docId}/correct`, { by: 'an-issued-one' }, seen),
      api.send(everyone, 'POST', `/documents/${docId}/copy`, {}),
      api.send(everyone, 'PUT', `/documents/${docId}/signed`, '', { ...seen, 'content-type': 'application/pdf' }),
      api.send(everyone, 'PUT', `/documents/${docId}/scan`, '', { ...seen, 'content-type': 'application/pdf' }),
      api.send(everyone, 'GET', `/documents/${docId}/views`),
      api.send(everyone, 'POST', `/documents/${docId}/approve`, {}, seen),
      api.send(everyone, 'POST', `/documents/${docId}/return`, { reason: 'x' }, seen),
      api.send(everyone, 'POST', `/documents/${docId}/issue`, { signatureConfirmed: true }, seen),
      ...(docId === 'an-issued-one' ? [] : [api.send(everyone, 'GET', `/issued/${ours}/${docId}`)]),
      ...(docId === 'an-issued-one' ? [] : [api.send(everyone, 'GET', `/issued/${ours}/${docId}/files/van-ban`)]),
      ...(docId === 'an-issued-one' ? [] : [api.send(everyone, 'GET', `/issued/${ours}/${docId}/files/van-ban/pdf`)]),
    ]);
    for (const { status, body } of replies) expect({ status, code: body.code }).toEqual(notThere);
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  test('finds and reads what was issued, not who worked on it', async () => {
    const { body } = await must(api.send(everyone, 'GET', '/find?number=01/KH-UBND'), 200);
    expect(body.found).toHaveLength(1);
    expect(body.found[0].document).toMatchObject({ organ: OWN, docId: 'an-issued-one' });
    expect(JSON.stringify(body)).not.toContain(`drafter-${OWN}`);
    expect((await api.send(someone(OTHER, 'reader'), 'GET', issuedFile)).status).toBe(200);
    expect(body.absent).toEqual([expect.objectContaining({ series: 'ke-hoach', reasonName: 'chưa cấp' })]);
  });

  test('sees none of it in its lists', async () => {
    for (const state of ['draft', 'submitted', 'approved', 'numbered', 'issued']) {
      expect((await must(api.send(everyone, 'GET', `/documents?state=${state}`), 200)).body.items).toEqual([]);
    }
  });

  test('cannot write under the name of ours', async () => {
    const { status, body } = await api.send(everyone, 'POST', '/documents', { data });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'foreign-organ' });
  });

  test('cannot use a cursor of ours to see ours', async () => {
    const { clerk } = office(OWN);
    const first = await must(api.send(clerk, 'GET', '/documents?state=draft&limit=1'), 200);
    expect(first.body.items).toHaveLength(1);
    const { body } = await api.send(everyone, 'GET', `/documents?state=draft&cursor=${first.body.cursor}`);
    expect(body.items).toEqual([]);
  });
});
