import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve, example, issue, must, office, openTestApi, type Reply, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const OLD = ['xa-thanh-an', 'phuong-an-loc'] as const;
const { clerk } = office(OWN);
let api: TestApi;
let ours: Reply;
const path = '/documents/the-new-plan';

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  const { items } = (await must(api.send(clerk, 'GET', '/profiles'), 200)).body;
  for (const [index, organId] of OLD.entries()) {
    const dates = { validFrom: '2020-01-01', validTo: '2025-06-30' };
    const old = { ...items[0].profile, ...dates, organId, place: `Nơi ${index}`, sharedWith: 'own', successor: OWN };
    const who = someone(organId, 'admin', 'clerk');
    await must(api.send(who, 'PUT', '/profiles/2020-01-01', old, { 'if-none-match': '*' }), 200);
    const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: `Kế hoạch của ${organId}` };
    const body = { docId: `old-plan-${index}`, codeNumber: 35, issuedDate: `2025-01-2${index}`, record };
    await must(api.send(who, 'POST', '/brought-in', body), 201);
  }
  const approved = await approve(api, await example('ke-hoach-phuong-2026'), 'the-new-plan');
  ours = await must(issue(api, clerk, approved), 200);
});
afterAll(() => api.close());

const days = async (number: string) => {
  const { body } = await must(api.send(clerk, 'GET', `/find?number=${encodeURIComponent(number)}`), 200);
  return body.found.map(({ document }: { document: { organ: string; issuedDate: string } }) => [
    document.organ,
    document.issuedDate,
  ]);
};
const both = OLD.map((organ, index) => [organ, `2025-01-2${index}`]);

test('a bare number is looked for in the books of the organs that were taken over, once they are named', async () => {
  expect(await days('35')).toEqual([]);
  const { profile, validFrom, rev } = (await must(api.send(clerk, 'GET', '/profiles'), 200)).body.items.at(-1);
  const named = { ...profile, predecessors: [...OLD, 'dong-nai', 'khong-co', OWN] };
  const admin = someone(OWN, 'admin');
  await must(api.send(admin, 'PUT', `/profiles/${validFrom}`, named, { 'if-match': `"r${rev}"` }), 200);
  for (const number of ['35', '35/2025', 'KH 35', 'kế hoạch số 35', '35/KH-UBND'])
    expect(await days(number), number).toEqual(both);
  expect(await days('35/2024')).toEqual([]);
  expect(await days('36')).toEqual([]);
});

const link = (etag: string, body: object) =>
  api.send(clerk, 'POST', `${path}/predecessor-link`, body, { 'if-match': etag });

test('a number that two old organs share is found with both and their days', async () => {
  const found = await must(api.send(clerk, 'GET', '/find?number=35%2FKH-UBND'), 200);
  const text = JSON.stringify(found.body);
  for (const day of ['2025-01-20', '2025-01-21']) expect(text).toContain(day);
  for (const [index, organ] of OLD.entries())
    await must(api.send(clerk, 'GET', `/issued/${organ}/old-plan-${index}`), 200);
});

test('what replaces or amends a document of an old organ is linked with it, from both sides', async () => {
  expect((await link(ours.etag, { organ: 'dong-nai', docId: 'old-plan-0', kind: 'replaces' })).body.code).toBe(
    'not-a-predecessor',
  );
  const first = await must(link(ours.etag, { organ: OLD[0], docId: 'old-plan-0', kind: 'replaces' }), 200);
  const second = await must(link(first.etag, { organ: OLD[1], docId: 'old-plan-1', kind: 'amends' }), 200);
  expect(second.body.predecessorLinks).toEqual([
    { organ: OLD[0], docId: 'old-plan-0', symbol: '35/KH-UBND', issuedDate: '2025-01-20', kind: 'replaces' },
    { organ: OLD[1], docId: 'old-plan-1', symbol: '35/KH-UBND', issuedDate: '2025-01-21', kind: 'amends' },
  ]);
  const { document } = (await must(api.send(clerk, 'GET', `/issued/${OLD[0]}/old-plan-0`), 200)).body;
  expect(document).toMatchObject({
    state: 'issued',
    successorLinks: [{ organ: OWN, docId: 'the-new-plan', symbol: ours.body.document.symbol, kind: 'replaces' }],
  });
  expect(await api.verify()).toEqual([]);
  api.forget({ PK: `A#${OWN}#D#the-new-plan`, SK: 'META' }, ['predecessorLinks']);
  expect(await api.verify()).toContainEqual(
    expect.objectContaining({ code: 'chain-differs', what: 'predecessorLinks' }),
  );
});
