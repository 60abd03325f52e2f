import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_SAVES } from '#register/table/keys/document-keys.ts';
import { example, must, office, openTestApi, type Reply, someone, type TestApi, type Who } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer, clerk } = office(OWN);
const stranger = someone('dong-nai', 'drafter', 'signer', 'clerk');
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

const draft = (docId: string) => must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
const save = (docId: string, etag: string, subject: string): Promise<Reply> =>
  must(api.send(drafter, 'PUT', `/documents/${docId}`, { data: { ...data, subject } }, { 'if-match': etag }), 200);
const get = (who: Who, path: string): Promise<Reply> => api.send(who, 'GET', path);

describe('the saves of a draft', () => {
  test('are listed, the newest first, each with its data', async () => {
    let { etag } = await draft('luu-nhieu-lan');
    for (const subject of ['Lần hai', 'Lần ba']) etag = (await save('luu-nhieu-lan', etag, subject)).etag;
    const { items } = (await must(get(signer, '/documents/luu-nhieu-lan/saves'), 200)).body;
    expect(items.map(({ rev, by }: { readonly rev: number; readonly by: string }) => [rev, by])).toEqual([
      [3, drafter.staffId],
      [2, drafter.staffId],
      [1, drafter.staffId],
    ]);
    const subjects = await Promise.all(
      [1, 2, 3].map(
        async (rev) => (await must(get(clerk, `/documents/luu-nhieu-lan/saves/${rev}`), 200)).body.data.subject,
      ),
    );
    expect(subjects).toEqual([data.subject, 'Lần hai', 'Lần ba']);
    expect(await api.verify()).toEqual([]);
  });

  test('are bounded: the oldest give way', async () => {
    const { body } = await draft('luu-rat-nhieu');
    const { organ, docId } = body.document;
    let document = await api.deps.register.getDocument(organ, docId);
    const { data: ref, ...summary } = document;
    const at = new Date('2026-03-16T03:00:00Z');
    for (let rev = 1; rev < MAX_SAVES + 10; rev++) {
      document = await api.deps.register.saveDraft({ document, data: ref!, summary, actor: drafter.staffId, at });
    }
    const revs = (await api.deps.register.listSaves(organ, docId)).map(({ rev }) => rev);
    expect(revs.slice(0, 2)).toEqual([MAX_SAVES + 10, MAX_SAVES + 9]);
    expect(revs.slice(-2)).toEqual([11, 1]);
    expect((await must(get(drafter, `/documents/${docId}/saves/10`), 404)).body.code).toBe('not-found');
  });

  test('are told to nobody who may not read the draft', async () => {
    await draft('luu-cua-ta');
    expect((await must(get(stranger, '/documents/luu-cua-ta/saves'), 404)).body.code).toBe('not-found');
    expect((await must(get(stranger, '/documents/luu-cua-ta/saves/1'), 404)).body.code).toBe('not-found');
    expect((await must(get(someone(OWN, 'reader'), '/documents/luu-cua-ta/saves'), 403)).body.code).toBe(
      'role-missing',
    );
    expect((await must(get(drafter, '/documents/luu-cua-ta/saves/x'), 404)).body.code).toBe('not-found');
  });
});

describe('who has a document open', () => {
  const sign = (who: Who, body: object = {}) => api.send(who, 'POST', '/documents/van-ban-dang-mo/presence', body);

  test('is told to each other, locks nothing, and ends with the last sign', async () => {
    const { etag } = await draft('van-ban-dang-mo');
    api.calendar.moveTo('2026-03-16T10:00:00+07:00');
    expect((await must(sign(drafter), 200)).body).toEqual({ others: [] });
    api.calendar.moveTo('2026-03-16T10:01:00+07:00');
    expect((await must(sign(signer), 200)).body.others).toMatchObject([
      { staffId: drafter.staffId, since: expect.stringMatching(/^2026-03-16T03:00/) },
    ]);
    expect((await must(sign(drafter), 200)).body.others).toMatchObject([{ staffId: signer.staffId }]);
    await save('van-ban-dang-mo', etag, 'Vẫn lưu được');
    api.calendar.moveTo('2026-03-16T10:04:00+07:00');
    expect((await must(sign(signer), 200)).body).toEqual({ others: [] });
    expect((await must(sign(drafter), 200)).body.others).toMatchObject([
      { since: expect.stringMatching(/^2026-03-16T03:04/) },
    ]);
    await must(sign(signer, { hasLeft: true }), 200);
    expect((await must(sign(drafter), 200)).body).toEqual({ others: [] });
    expect(await api.verify()).toEqual([]);
  });

  test('is not another organ’s to know, and many signs at once are all taken', async () => {
    expect((await must(sign(stranger), 404)).body.code).toBe('not-found');
    await Promise.all([drafter, signer, clerk].map(async (who) => must(sign(who), 200)));
    const { others } = (await must(sign(drafter), 200)).body;
    expect(others.map(({ staffId }: { readonly staffId: string }) => staffId).sort()).toEqual([
      clerk.staffId,
      signer.staffId,
    ]);
  });
});

describe('what was looked at in a draft made of an old document', () => {
  const walk = (who: Who, looked?: readonly string[], docId = 'di-qua-ban-cu') =>
    looked === undefined
      ? get(who, `/documents/${docId}/walk`)
      : api.send(who, 'PUT', `/documents/${docId}/walk`, { looked });

  test('is kept for each person, the last list in place of the one before, and leaves the draft as it is', async () => {
    const { etag } = await draft('di-qua-ban-cu');
    expect((await must(walk(drafter), 200)).body).toEqual({ looked: [] });
    await must(walk(drafter, ['basis-1k3f9x0q2']), 200);
    expect((await must(walk(drafter, ['basis-1k3f9x0q2', 'year-0']), 200)).body.looked).toHaveLength(2);
    expect((await must(walk(drafter), 200)).body).toEqual({ looked: ['basis-1k3f9x0q2', 'year-0'] });
    expect((await must(walk(signer), 200)).body).toEqual({ looked: [] });
    expect((await must(get(drafter, '/documents/di-qua-ban-cu'), 200)).etag).toBe(etag);
    expect(await api.verify()).toEqual([]);
  });

  test('is told to nobody else, is bounded, and holds no words', async () => {
    await must(walk(stranger), 404);
    await must(walk(stranger, []), 404);
    await must(walk(someone(OWN, 'reader'), []), 403);
    await must(walk(drafter, ['basis Theo đề nghị']), 422);
    await must(
      walk(
        drafter,
        Array.from({ length: 1001 }, (_, i) => `year-${i}`),
      ),
      422,
    );
  });
});
