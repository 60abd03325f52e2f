import { afterAll, beforeAll, expect, test } from 'vitest';
import { XLSX } from '#base/content-types.ts';
import { createOrganItems } from '#register/organs/organ-items.ts';
import { workbook } from '../../exchange/workbook.ts';
import { openTestTable } from '../../support/test-table.ts';
import { codes, example, must, office, openTestApi, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer, clerk } = office(OWN);
const reader = someone(OWN, 'reader');
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

const NEW = { 'if-none-match': '*' };
const bases = async () => (await must(api.send(reader, 'GET', '/bases'), 200)).body.items;
const decree = {
  typeName: 'Nghị định',
  code: '30/2020/NĐ-CP',
  issuedDate: '2020-03-05',
  organName: 'Chính phủ',
  subject: 'về công tác văn thư',
};

test('a submitted document leaves what it cites in the library, once', async () => {
  expect(await bases()).toEqual([]);
  for (const docId of ['first-of-two', 'second-of-two']) {
    const draft = await must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
    await must(api.send(drafter, 'POST', `/documents/${docId}/submit`, {}, { 'if-match': draft.etag }), 200);
  }
  const entries = await bases();
  const cited = data.bases.map(({ cites }: { readonly cites: object }) => cites);
  expect(entries.map(({ cites }: { readonly cites: object }) => cites)).toEqual(expect.arrayContaining(cited));
  expect(entries).toHaveLength(cited.length);
  expect(entries[0]).toMatchObject({ source: 'use', rev: 1, updatedBy: drafter.staffId });
});

test('an entry says until when it is in force and what replaced it; who saw an older one is told', async () => {
  const made = await must(api.send(clerk, 'PUT', '/bases', { cites: decree }, NEW), 200);
  expect(made.body).toMatchObject({ cites: decree, source: 'hand', rev: 1 });
  expect((await must(api.send(clerk, 'PUT', '/bases', { cites: decree }, NEW), 412)).body.code).toBe('stale');
  const dead = { cites: decree, inForceUntil: '2026-07-01', replacedBy: 'Nghị định số 1/2026/NĐ-CP' };
  const changed = await must(api.send(drafter, 'PUT', '/bases', dead, { 'if-match': made.etag }), 200);
  expect(changed.body).toMatchObject({ ...dead, source: 'hand', rev: 2 });
  await must(api.send(drafter, 'PUT', '/bases', dead, { 'if-match': made.etag }), 412);
  const gone = await must(
    api.send(drafter, 'PUT', '/bases', { ...dead, isRemoved: true }, { 'if-match': changed.etag }),
    200,
  );
  expect(gone.body.isRemoved).toBe(true);
});

test('who only reads changes nothing, and another office has its own', async () => {
  const refused = await must(api.send(reader, 'PUT', '/bases', { cites: decree }, NEW), 403);
  expect(codes(refused)).toEqual([]);
  expect(refused.body.detail).toContain('sửa thư viện căn cứ');
  const province = office('dong-nai').drafter;
  expect((await must(api.send(province, 'GET', '/bases'), 200)).body.items).toEqual([]);
});

const upload = async (rows: (string | Date)[][]) =>
  api.raw('/bases/list', {
    method: 'POST',
    headers: { authorization: `Bearer ${await api.tokenOf(clerk)}`, 'content-type': XLSX },
    body: Buffer.from(await workbook(rows)),
  });

test('a list of Excel is taken in whole or not at all, with what its rows say of their force', async () => {
  const titles = ['Loại văn bản', 'Số, ký hiệu', 'Ngày ban hành', 'Cơ quan ban hành', 'Trích yếu'];
  const law = ['Luật', '', '16/6/2025', '', 'Tổ chức chính quyền địa phương'];
  const before = (await bases()).length;
  const bad = await must(upload([titles, law, ['Nghị quyết', '', 'hôm nay', '', '']]), 422);
  expect(bad.body).toMatchObject({ code: 'bad-basis-list', detail: expect.stringContaining('hôm nay') });
  expect(await bases()).toHaveLength(before);
  const rows = [
    [...titles, 'Hết hiệu lực từ', 'Thay thế bởi'],
    [...law, '', ''],
    ['Nghị định', '9/2010/NĐ-CP', '08/02/2010', 'Chính phủ', 'về công tác văn thư', '05/3/2020', 'Nghị định 30'],
    ['Nghị định', '30/2020/NĐ-CP', '05/3/2020', 'Chính phủ', 'về công tác văn thư', '', ''],
  ];
  const taken = await must(upload(rows), 200);
  expect(taken.body).toMatchObject({ known: 1, added: [{ source: 'file' }, { inForceUntil: '2020-03-05' }] });
});

test('a group of recipients has its members, copies, way and types', async () => {
  const group = {
    name: 'Các cơ quan chuyên môn phường',
    members: ['Phòng Văn hóa - Xã hội', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
    copies: 2,
    way: 'system',
    types: ['KeHoach'],
  };
  const made = await must(api.send(drafter, 'PUT', '/recipient-groups', group, NEW), 200);
  expect(made.body).toMatchObject({ ...group, rev: 1 });
  const once = { ...group, copies: 3 };
  await must(api.send(clerk, 'PUT', '/recipient-groups', once, { 'if-match': made.etag }), 200);
  await must(api.send(clerk, 'PUT', '/recipient-groups', once, { 'if-match': made.etag }), 412);
  await must(api.send(signer, 'PUT', '/recipient-groups', once, NEW), 403);
  expect((await must(api.send(reader, 'GET', '/recipient-groups'), 200)).body.items).toMatchObject([once]);
});

test('the libraries move with their organ, and verify finds nothing wrong', async () => {
  expect(await api.verify()).toEqual([]);
  const opened = await openTestTable();
  const register = opened.register();
  const at = new Date('2026-03-16T02:00:00Z');
  await register.addBases({ organ: OWN, cites: [decree, decree], source: 'superior', actor: 'a', at });
  await register.putGroup({ organ: OWN, name: 'Như trên', rev: null, actor: 'a', at });
  const schemas: unknown[] = [];
  for await (const item of createOrganItems(opened.table).all(OWN)) schemas.push(item['schema']);
  expect(schemas.sort()).toEqual(['basis-entry@1', 'recipient-group@1']);
  await opened.stop();
});

test('reasons, recipients and signers that were used before are offered, the most used first', async () => {
  const own = await openTestApi('2026-03-16T09:00:00+07:00');
  const act = async (docId: string, name: string, etag: string, who: typeof drafter, body: object = {}) =>
    must(own.send(who, 'POST', `/documents/${docId}/${name}`, body, { 'if-match': etag }), 200);
  const draft = await must(own.send(drafter, 'POST', '/documents', { docId: 'returned-once', data }), 201);
  const first = await act('returned-once', 'submit', draft.etag, drafter);
  const back = await act('returned-once', 'return', first.etag, signer, { reason: 'Thiếu căn cứ' });
  expect((await must(own.send(signer, 'GET', '/suggestions'), 200)).body.reasons).toEqual(['Thiếu căn cứ']);
  const again = await act('returned-once', 'submit', back.etag, drafter);
  const approved = await act('returned-once', 'approve', again.etag, signer);
  await act('returned-once', 'issue', approved.etag, clerk, { signatureConfirmed: true });
  const { body } = await must(own.send(clerk, 'GET', '/suggestions'), 200);
  expect(body.reasons).toEqual(['Thiếu căn cứ']);
  expect(body.signers).toEqual([{ position: 'Chủ tịch', fullName: 'Nguyễn Văn A' }]);
  expect(body.recipients).toContain('Sở Nội vụ tỉnh Đồng Nai');
  await own.close();
});
