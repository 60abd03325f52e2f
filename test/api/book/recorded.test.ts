import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStack } from '#local/target/open-stack.ts';
import { registerDocument } from '#usecases/registering/register-document.ts';
import {
  approve,
  example,
  must,
  office,
  openTestApi,
  type Reply,
  sendOut,
  someone,
  type TestApi,
} from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { clerk, drafter } = office(OWN);
const admin = someone(OWN, 'admin');

let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
  const { items } = (await must(api.send(admin, 'GET', '/profiles'), 200)).body;
  const { profile, validFrom, rev } = items.at(-1);
  const series = [
    ...profile.series.map((one: { readonly name: string }) =>
      one.name === 'ke-hoach' ? { ...one, given: 'recorded', startsOn: '2026-02-01' } : one,
    ),
  ];
  await must(
    api.send(admin, 'PUT', `/profiles/${validFrom}`, { ...profile, series }, { 'if-match': `"r${rev}"` }),
    200,
  );
});
afterAll(() => api.close());

const post = (who: typeof clerk, path: string, act: string, etag: string, body: object = {}): Promise<Reply> =>
  api.send(who, 'POST', `${path}/${act}`, body, { 'if-match': etag });

test('a number of the province is recorded with its day, struck when wrong, and recorded again under a new copy', async () => {
  const { path, etag } = await approve(api, data, 'so-ghi-lai-1');
  expect((await post(clerk, path, 'issue', etag, { signatureConfirmed: true })).body.code).toBe('series-recorded');
  const early = { codeNumber: 241, issuedDate: '2026-03-15' };
  expect((await post(clerk, path, 'record', etag, early)).body.code).toBe('before-approval');
  expect((await post(clerk, path, 'record', etag, { ...early, issuedDate: '2026-03-17' })).body.code).toBe('bad-date');
  expect((await post(drafter, path, 'record', etag, early)).status).toBe(403);

  api.calendar.moveTo('2026-03-18T09:00:00+07:00');
  const wrong = await must(post(clerk, path, 'record', etag, { codeNumber: 241, issuedDate: '2026-03-17' }), 200);
  expect(wrong.body.document).toMatchObject({ symbol: '241/KH-UBND', issuedDate: '2026-03-17', recorded: true });
  expect(wrong.body.files).toHaveLength(1);

  const struck = await must(post(clerk, path, 'strike', wrong.etag, { reason: 'Gõ nhầm số' }), 200);
  expect(struck.body).toMatchObject({ state: 'approved' });
  expect(struck.body.symbol).toBeUndefined();

  const other = await approve(api, { ...data, subject: `${data.subject}, bổ sung` }, 'so-ghi-lai-2');
  const second = await must(
    post(clerk, other.path, 'record', other.etag, { codeNumber: 241, issuedDate: '2026-03-18' }),
    200,
  );
  const right = await must(
    post(clerk, path, 'record', struck.etag, { codeNumber: 240, issuedDate: '2026-03-17' }),
    200,
  );
  const file = right.body.files[0];
  const docx = unzipSync((await must(api.send(clerk, 'GET', file.href), 200)).bytes);
  expect(strFromU8(docx['word/document.xml']!)).toContain('240');
  expect(second.body.document.symbol).toBe('241/KH-UBND');

  const found = (await must(api.send(clerk, 'GET', '/find?number=241/KH-UBND'), 200)).body.found;
  expect(found.map(({ document }: { readonly document: { readonly docId: string } }) => document.docId)).toEqual([
    'so-ghi-lai-2',
  ]);
  const sent = await sendOut(api, clerk, { path: other.path, etag: second.etag });
  expect((await post(clerk, other.path, 'strike', sent.etag, { reason: 'x' })).body.code).toBe('already-sent');
  const searched = await must(api.send(clerk, 'GET', '/search?symbol=KH-UBND&year=2026'), 200);
  expect(searched.body.items).toHaveLength(2);
  expect((await must(api.send(clerk, 'GET', '/statistics?year=2026'), 200)).body.total).toBe(2);

  const book = await must(api.send(clerk, 'GET', '/book?year=2026&series=ke-hoach&format=docx'), 200);
  const xml = strFromU8(unzipSync(book.bytes)['word/document.xml']!);
  expect(xml).toContain('Ghi nhầm, đã gạch: Gõ nhầm số');
  expect(xml.match(/Số ghi lại/g)).toHaveLength(2);
  expect(await api.verify()).toEqual([]);
});

test('a number that was given here is not struck, and a series of our own takes no record', async () => {
  const body = {
    typeCode: 'CongVan',
    subject: 'việc khác',
    draftingUnit: 'VX',
    signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Văn An' },
    to: ['Sở Nội vụ'],
  };
  const given = await must(api.send(clerk, 'POST', '/registered', body), 201);
  const path = `/documents/${given.body.document.docId}`;
  expect((await post(clerk, path, 'strike', given.etag, { reason: 'x' })).body.code).toBe('not-recorded');
  const plan = { ...body, typeCode: 'KeHoach', docId: 'ke-hoach-ngoai' };
  expect((await api.send(clerk, 'POST', '/registered', plan)).body.code).toBe('series-recorded');
  const recorded = { codeNumber: 250, issuedDate: '2026-03-18' };
  const registered = await must(api.send(clerk, 'POST', '/registered', { ...plan, recorded }), 201);
  expect(registered.body.document).toMatchObject({ symbol: '250/KH-UBND', issuedDate: '2026-03-18', recorded: true });
  expect((await must(api.send(clerk, 'POST', '/registered', { ...plan, recorded }), 201)).body).toEqual(
    registered.body,
  );
  const before = { codeNumber: 3, issuedDate: '2026-01-31' };
  expect(
    (await api.send(clerk, 'POST', '/registered', { ...plan, docId: 'ke-hoach-ngoai-3', recorded: before })).body.code,
  ).toBe('before-series');
  const early = { codeNumber: 251, issuedDate: '2026-03-17' };
  expect(
    (await api.send(clerk, 'POST', '/registered', { ...plan, docId: 'ke-hoach-ngoai-2', recorded: early })).body.code,
  ).toBe('day-out-of-order');
  expect((await api.send(clerk, 'POST', '/registered', { ...body, docId: 'cong-van-ngoai', recorded })).body.code).toBe(
    'series-own',
  );
  expect(await api.verify()).toEqual([]);
});

test('a number of the other system that a secret document has is noted, is no gap, and is recorded for none', async () => {
  const blanks = '/series/2026/ke-hoach/blanks';
  const secret = { codeNumber: 255, kind: 'secret', note: 'Sổ văn bản mật' };
  await must(api.send(clerk, 'POST', blanks, secret), 201);
  await must(api.send(clerk, 'POST', blanks, secret), 201);
  expect((await api.send(drafter, 'POST', blanks, { codeNumber: 256, kind: 'secret' })).status).toBe(403);
  const { body } = await must(api.send(clerk, 'GET', '/find?number=255%2FKH-UBND'), 200);
  expect(body.absent).toMatchObject([{ reason: 'secret', note: 'Sổ văn bản mật' }]);
  const { path, etag } = await approve(api, { ...data, subject: `${data.subject}, lần cuối` }, 'so-ghi-lai-mat');
  const today = { issuedDate: '2026-03-18' };
  expect((await post(clerk, path, 'record', etag, { codeNumber: 255, ...today })).body.code).toBe('number-blank');
  // One that was recorded by mistake and struck may turn out to be a secret one's; one that stands may not.
  const wrong = await must(post(clerk, path, 'record', etag, { codeNumber: 256, ...today }), 200);
  const other = { codeNumber: 256, kind: 'secret' };
  expect((await api.send(clerk, 'POST', blanks, other)).body.code).toBe('duplicate-number');
  const struck = await must(post(clerk, path, 'strike', wrong.etag, { reason: 'Là số của văn bản mật' }), 200);
  await must(api.send(clerk, 'POST', blanks, other), 201);
  await must(post(clerk, path, 'record', struck.etag, { codeNumber: 257, ...today }), 200);
  // Our own numbers are never given to a secret document: they have a system of their own (Điều 15.2).
  const own = await api.send(clerk, 'POST', '/series/2026/cong-van/blanks', { codeNumber: 9, kind: 'secret' });
  expect(own.body.code).toBe('number-not-below-start');
  expect(await api.verify()).toEqual([]);
});

test('a struck number leaves its files behind, and the next start gives numbers as before', async () => {
  const { path, etag } = await approve(api, { ...data, subject: `${data.subject}, gạch` }, 'so-gach-khoi-dong');
  const given = { codeNumber: 260, issuedDate: '2026-03-18' };
  const wrong = await must(post(clerk, path, 'record', etag, given), 200);
  await must(post(clerk, path, 'strike', wrong.etag, { reason: 'Gõ nhầm số' }), 200);
  const again = await openStack({ dir: api.dir, clock: api.calendar.clock });
  const letter = {
    ...{ typeCode: 'CongVan', subject: 'sau khi khởi động lại', draftingUnit: 'VX', to: ['Sở Nội vụ'] },
    signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Văn An' },
  };
  const { row } = await registerDocument(again.deps, clerk, letter);
  expect(row.series).toBe('cong-van');
  // Its own series refuses it by whose the numbers are, not as one of a register that went back.
  const document = await again.deps.register.getDocument(OWN, 'so-gach-khoi-dong');
  const { contentHash = '' } = document;
  const asked = { document, contentHash, actor: clerk.staffId, clock: api.calendar.clock };
  await expect(again.deps.register.issueNumber(asked)).rejects.toMatchObject({ code: 'series-recorded' });
  await again.close();
});

test('in January last year’s secret numbers of the other system are noted still, until its book is closed', async () => {
  api.calendar.moveTo('2027-01-05T09:00:00+07:00');
  const last = { codeNumber: 270, kind: 'secret', issuedDate: '2026-12-30' };
  await must(api.send(clerk, 'POST', '/series/2026/ke-hoach/blanks', last), 201);
  const { body } = await must(api.send(clerk, 'GET', '/find?number=270%2FKH-UBND%2F2026'), 200);
  expect(body.absent).toMatchObject([{ reason: 'secret' }]);
  const own = { codeNumber: 1, kind: 'secret' };
  expect((await api.send(clerk, 'POST', '/series/2026/cong-van/blanks', own)).status).toBe(409);
  expect(await api.verify()).toEqual([]);
});
