import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, must, office, openTestApi, type Reply, someone, type TestApi, type Who } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer } = office(OWN);
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: examples as they are
let plan: any;
// biome-ignore lint/suspicious/noExplicitAny: examples as they are
let letter: any;

beforeAll(async () => {
  api = await openTestApi('2026-06-16T09:00:00+07:00');
  plan = await example('ke-hoach-phuong-2026');
  const { draftingUnit: _, addressees: __, ...rest } = plan;
  const { bases: ___, opening: ____, ...text } = rest;
  letter = { ...text, schema: 'CongVan@1', addressees: ['Sở Nội vụ'] };
});
afterAll(() => api.close());

const draft = (docId: string) => must(api.send(drafter, 'POST', '/documents', { docId, data: plan }), 201);
const save = (docId: string, etag: string, body: object, who: Who = drafter): Promise<Reply> =>
  api.send(who, 'PUT', `/documents/${docId}`, body, { 'if-match': etag });
const read = (docId: string, who: Who = drafter) => must(api.send(who, 'GET', `/documents/${docId}`), 200);
const errorsOf = ({ body }: Reply) =>
  body.findings
    .filter(({ severity }: { severity: string }) => severity === 'error')
    .map(({ code }: { code: string }) => code);

const wrong = () =>
  [
    ['a letter without a unit', letter, 'MISSING'],
    [
      'a căn cứ of a day that does not exist',
      {
        ...plan,
        bases: [
          {
            verb: 'Căn cứ',
            cites: {
              typeName: 'Nghị định',
              code: '30/2020/NĐ-CP',
              issuedDate: '2020-02-30',
              organName: 'Chính phủ',
              subject: 'về công tác văn thư',
            },
          },
        ],
      },
      'INVALID_DATE',
    ],
    ['a number that was typed', { ...plan, body: [{ level: 'clause', text: 'a) Rà soát' }] }, 'TYPED_NUMBER'],
    ['a trích yếu with a full stop', { ...plan, subject: `${plan.subject}.` }, 'SUBJECT_END'],
    ['a part without a level', { ...plan, body: [{ level: 'khoản', text: 'Rà soát' }] }, 'INVALID_VALUE'],
  ] as const;

test('a draft with errors is kept as it was typed, read by whom it was, told of, and not submitted until they are mended', async () => {
  for (const [index, [what, data, code]] of wrong().entries()) {
    const docId = `du-thao-con-loi-${index}`;
    const { etag } = await draft(docId);
    const refused = await must(save(docId, etag, { data }), 422);
    expect(refused.body.code, what).toBe('document-invalid');
    const kept = await must(save(docId, etag, { data, withErrors: true }), 200);
    expect(errorsOf(kept), what).toEqual([code]);
    for (const who of [drafter, signer]) expect((await read(docId, who)).body.data, what).toEqual(data);
    const submitted = await api.send(drafter, 'POST', `/documents/${docId}/submit`, {}, { 'if-match': kept.etag });
    expect([submitted.status, submitted.body.code], what).toEqual([422, 'document-invalid']);
    expect(
      submitted.body.errors.map((one: { code: string }) => one.code),
      what,
    ).toContain(code);
    const mended = await must(save(docId, kept.etag, { data: plan, withErrors: true }), 200);
    expect(errorsOf(mended), what).toEqual([]);
    await must(api.send(drafter, 'POST', `/documents/${docId}/submit`, {}, { 'if-match': mended.etag }), 200);
  }
  expect(await api.verify()).toEqual([]);
});

test('lists show of it what can be read, and each save stays', async () => {
  const { etag } = await draft('cong-van-chua-co-don-vi');
  const { body } = await must(
    save('cong-van-chua-co-don-vi', etag, { data: { ...letter, subject: 'Góp ý' }, withErrors: true }),
    200,
  );
  expect(body.document).toMatchObject({
    typeName: 'Công văn',
    subject: 'Góp ý',
    to: ['Sở Nội vụ', ...letter.recipients],
  });
  const saved = await must(api.send(drafter, 'GET', '/documents/cong-van-chua-co-don-vi/saves/2'), 200);
  expect(saved.body.data).toEqual({ ...letter, subject: 'Góp ý' });
  expect(await api.verify()).toEqual([]);
});

test('it is begun, copied and thrown away like any other', async () => {
  const data = { ...plan, subject: 'Kết thúc bằng dấu chấm.' };
  await must(api.send(drafter, 'POST', '/documents', { docId: 'bat-dau-sai', data }), 422);
  const begun = await must(
    api.send(drafter, 'POST', '/documents', { docId: 'bat-dau-sai', data, withErrors: true }),
    201,
  );
  expect(errorsOf(begun)).toEqual(['SUBJECT_END']);
  const copy = await must(api.send(drafter, 'POST', '/documents/bat-dau-sai/copy', { docId: 'chep-ban-sai' }), 201);
  expect(errorsOf(copy)).toEqual(['SUBJECT_END']);
  expect((await read('chep-ban-sai')).body.data).toEqual(data);
  await must(api.send(drafter, 'DELETE', '/documents/bat-dau-sai', undefined, { 'if-match': begun.etag }), 200);
  expect(await api.verify()).toEqual([]);
});

test('a large one, whose draft goes to another thread, is kept as well', async () => {
  const { etag } = await draft('du-thao-lon');
  const body = Array.from({ length: 2_000 }, (_, i) => ({
    level: 'paragraph',
    text: `${i}. Đánh số bằng tay trong đoạn văn dài`,
  }));
  const kept = await must(save('du-thao-lon', etag, { data: { ...plan, body }, withErrors: true }), 200);
  expect(errorsOf(kept)).toContain('TYPED_NUMBER');
  expect((await read('du-thao-lon')).body.data.body).toHaveLength(2_000);
});

test('what is secret, of another organ, or of no type is not kept even so', async () => {
  const { etag } = await draft('khong-duoc-giu');
  const refuse = async (data: object, code: string) => {
    const { body } = await must(save('khong-duoc-giu', etag, { data, withErrors: true }), 422);
    expect(body.code).toBe(code);
  };
  await refuse({ ...plan, body: [{ level: 'paragraph', text: 'TUYỆT MẬT' }] }, 'document-invalid');
  await refuse({ ...plan, doMat: 'Mật', subject: 'Sai.' }, 'document-invalid');
  await refuse({ ...plan, organ: 'dong-nai', subject: 'Sai.' }, 'foreign-organ');
  await refuse({ ...plan, schema: 'ToTrinh@1' }, 'document-invalid');
  await refuse({ subject: 'Không rõ cơ quan' }, 'document-invalid');
  const { body } = await read('khong-duoc-giu');
  expect([body.data, body.document.subject]).toEqual([plan, plan.subject]);
});

test('it is saved by those alone who may, over what they saw', async () => {
  const { etag } = await draft('con-loi-ai-luu');
  const body = { data: { ...plan, subject: 'Sai.' }, withErrors: true };
  await must(save('con-loi-ai-luu', etag, body, someone(OWN, 'drafter', 'reader')), 403);
  await must(save('con-loi-ai-luu', etag, body, someone('dong-nai', 'drafter')), 404);
  await must(save('con-loi-ai-luu', etag, body), 200);
  expect((await must(save('con-loi-ai-luu', etag, body), 412)).body.code).toBe('stale');
});

test('what was submitted is saved sound alone', async () => {
  const { etag } = await draft('da-trinh-khong-sai');
  const { etag: submitted } = await must(
    api.send(drafter, 'POST', '/documents/da-trinh-khong-sai/submit', {}, { 'if-match': etag }),
    200,
  );
  const body = { data: { ...plan, subject: 'Sai.' }, withErrors: true };
  const refused = await api.send(signer, 'PUT', '/documents/da-trinh-khong-sai/submitted', body, {
    'if-match': submitted,
  });
  expect([refused.status, refused.body.code]).toEqual([422, 'bad-request']);
});
