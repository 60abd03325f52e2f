import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { example, must, office, openTestApi, type Reply, someone, type TestApi, type Who } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer, clerk } = office(OWN);
const colleague: Who = { organ: OWN, staffId: 'nguoi-khac', roles: ['drafter', 'checker', 'signer'] };
const stranger = someone('dong-nai', 'drafter', 'signer', 'clerk');
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

const post = (who: Who, docId: string, act: string, etag: string, body: object = {}): Promise<Reply> =>
  api.send(who, 'POST', `/documents/${docId}/${act}`, body, { 'if-match': etag });
const get = (who: Who, docId: string, what = ''): Promise<Reply> => api.send(who, 'GET', `/documents/${docId}${what}`);
const draft = (docId: string) => must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
const submitted = async (docId: string) => must(post(drafter, docId, 'submit', (await draft(docId)).etag), 200);

describe('remarks at the parts of a document', () => {
  test('stand in its answer with their place in words, and are sealed by the next act', async () => {
    const { etag } = await submitted('van-ban-nhan-xet');
    const first = await must(
      post(signer, 'van-ban-nhan-xet', 'notes', etag, { partId: 'subject', text: 'Gọn hơn' }),
      201,
    );
    expect(first.body).toMatchObject({ n: 1, by: signer.staffId, place: 'Trích yếu (subject)', text: 'Gọn hơn' });
    expect(first.etag).toBe(etag);
    const at = { partId: 'body/0', text: 'Nêu rõ thời hạn' };
    const second = await must(post(drafter, 'van-ban-nhan-xet', 'notes', etag, at), 201);
    expect((await must(post(drafter, 'van-ban-nhan-xet', 'notes', etag, at), 201)).body).toEqual(second.body);
    await must(post(signer, 'van-ban-nhan-xet', 'notes', etag, { text: 'Cả văn bản' }), 201);
    const { body } = await must(get(clerk, 'van-ban-nhan-xet'), 200);
    expect(body.notes.map(({ n, text }: { readonly n: number; readonly text: string }) => [n, text])).toEqual([
      [1, 'Gọn hơn'],
      [2, 'Nêu rõ thời hạn'],
      [3, 'Cả văn bản'],
    ]);
    expect(body.document).not.toHaveProperty('notesHash');
    expect(await api.verify()).toEqual([]);
    const returned = await must(post(signer, 'van-ban-nhan-xet', 'return', etag, { reason: 'Xem nhận xét' }), 200);
    const events = await api.deps.register.listEvents(OWN, 'van-ban-nhan-xet');
    expect(events.at(-1)?.facts).toMatchObject({ notes: 3, reason: 'Xem nhận xét' });
    expect((await get(drafter, 'van-ban-nhan-xet', '/notes')).body.items).toHaveLength(3);
    const later = await must(post(drafter, 'van-ban-nhan-xet', 'notes', returned.etag, { text: 'Đã sửa' }), 201);
    expect(later.body).toMatchObject({ n: 1, version: 3 });
    expect(await api.verify()).toEqual([]);
  });

  test('are for who drafts, checks or signs it, on what they saw, until it is approved', async () => {
    const { etag } = await submitted('van-ban-cua-ai');
    const remark = (who: Who, tag = etag, more: object = {}) =>
      post(who, 'van-ban-cua-ai', 'notes', tag, { text: 'Ai cũng nói', ...more });
    expect((await must(remark(colleague), 403)).body.code).toBe('not-involved');
    expect((await must(remark(clerk), 403)).body.code).toBe('role-missing');
    expect((await must(remark(stranger), 404)).body.code).toBe('not-found');
    expect((await must(get(stranger, 'van-ban-cua-ai', '/notes'), 404)).body.code).toBe('not-found');
    expect((await must(get(someone(OWN, 'reader'), 'van-ban-cua-ai', '/notes'), 403)).body.code).toBe('role-missing');
    expect((await must(remark(signer, '"v1-r1"'), 412)).body.code).toBe('stale');
    expect((await must(remark(signer, etag, { partId: 'body/999' }), 422)).body.code).toBe('no-such-part');
    const approved = await must(post(signer, 'van-ban-cua-ai', 'approve', etag), 200);
    expect((await must(remark(signer, approved.etag), 409)).body.code).toBe('not-remarkable');
  });

  test('do not make a draft stale for who saves it, and end where there are too many', async () => {
    const { etag } = await draft('bai-dang-soan');
    await must(post(drafter, 'bai-dang-soan', 'notes', etag, { text: 'Nhớ hỏi lại' }), 201);
    const changed = { ...data, subject: `${data.subject} mới` };
    const saved = await must(
      api.send(drafter, 'PUT', '/documents/bai-dang-soan', { data: changed }, { 'if-match': etag }),
      200,
    );
    const db = new DatabaseSync(dataPaths(api.dir).register);
    const setCount = (count: number) =>
      db.exec(
        `UPDATE items SET item = json_set(item, '$.notesCount', ${count}) WHERE PK = 'A#${OWN}#D#bai-dang-soan' AND SK = 'META'`,
      );
    setCount(999);
    const refused = await must(post(drafter, 'bai-dang-soan', 'notes', saved.etag, { text: 'Nữa' }), 409);
    expect(refused.body.code).toBe('too-many-notes');
    expect(await api.verify()).toMatchObject([{ code: 'chain-differs', what: 'notes' }]);
    setCount(1);
    db.close();
    expect(await api.verify()).toEqual([]);
  });

  test('that are changed or taken away are found by verify', async () => {
    const { etag } = await submitted('nhan-xet-bi-sua');
    await must(post(signer, 'nhan-xet-bi-sua', 'notes', etag, { text: 'Không đồng ý' }), 201);
    const db = new DatabaseSync(dataPaths(api.dir).register);
    const where = `PK = 'A#${OWN}#D#nhan-xet-bi-sua' AND SK LIKE 'NOTE#%'`;
    db.exec(`UPDATE items SET item = json_set(item, '$.text', 'Đồng ý') WHERE ${where}`);
    expect(await api.verify()).toMatchObject([{ code: 'chain-differs', what: 'notes' }]);
    db.exec(`DELETE FROM items WHERE ${where}`);
    db.close();
    expect(await api.verify()).toMatchObject([{ code: 'chain-differs', what: 'notes' }]);
  });
});

describe('what I saw last', () => {
  test('tells which parts changed since', async () => {
    const { etag } = await submitted('da-xem-roi');
    expect((await get(signer, 'da-xem-roi', '/changes')).body).toMatchObject({ changes: null });
    const seen = await must(post(signer, 'da-xem-roi', 'seen', etag), 200);
    expect((await get(signer, 'da-xem-roi', '/changes')).body).toEqual({
      contentHash: seen.body.contentHash,
      seen: seen.body,
      changes: [],
    });
    const back = await must(post(signer, 'da-xem-roi', 'return', etag, { reason: 'Sửa' }), 200);
    const body = [{ level: 'paragraph', text: 'Đoạn mới.' }, ...data.body];
    const changed = { ...data, subject: `${data.subject} mới`, body };
    const saved = await must(
      api.send(drafter, 'PUT', '/documents/da-xem-roi', { data: changed }, { 'if-match': back.etag }),
      200,
    );
    const again = await must(post(drafter, 'da-xem-roi', 'submit', saved.etag), 200);
    const { changes } = (await must(get(signer, 'da-xem-roi', '/changes'), 200)).body;
    expect(changes).toMatchObject([
      { change: 'changed', anchor: 'subject', was: data.subject, now: changed.subject },
      { change: 'added', anchor: 'body/0', now: { text: 'Đoạn mới.' } },
    ]);
    expect((await must(post(signer, 'da-xem-roi', 'seen', etag), 412)).body.code).toBe('stale');
    await must(post(signer, 'da-xem-roi', 'seen', again.etag), 200);
    expect((await get(signer, 'da-xem-roi', '/changes')).body.changes).toEqual([]);
  });

  test('is nobody else’s to know, nor of another organ', async () => {
    const { etag } = await submitted('chi-toi-biet');
    await must(post(signer, 'chi-toi-biet', 'seen', etag), 200);
    expect((await get(clerk, 'chi-toi-biet', '/changes')).body).not.toHaveProperty('seen');
    expect((await must(post(stranger, 'chi-toi-biet', 'seen', etag), 404)).body.code).toBe('not-found');
    expect((await must(get(stranger, 'chi-toi-biet', '/changes'), 404)).body.code).toBe('not-found');
  });
});
