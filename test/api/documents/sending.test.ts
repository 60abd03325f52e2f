import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { XLSX } from '#base/content-types.ts';
import { sendKey } from '#register/table/keys/document-keys.ts';
import { profileKey } from '#register/table/keys/organ-keys.ts';
import { workbook } from '../../exchange/workbook.ts';
import { approve, example, issue, must, office, openTestApi, type Reply, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, clerk } = office(OWN);
const admin = someone(OWN, 'admin');
const reader = someone('dong-nai', 'reader');
const RECIPIENTS = [
  { name: 'Sở Nội vụ tỉnh Đồng Nai', organId: 'dong-nai', way: 'system' },
  { name: 'CT, các PCT. UBND phường', way: 'hand', copies: 3 },
];
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  // A Friday.
  api = await openTestApi('2026-03-13T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

async function issued(docId: string, more: object = {}): Promise<Reply> {
  return must(issue(api, clerk, await approve(api, { ...data, ...more }, docId)), 200);
}

const send = (docId: string, etag: string, body: object = { recipients: RECIPIENTS }, who = clerk): Promise<Reply> =>
  api.send(who, 'POST', `/documents/${docId}/send`, body, { 'if-match': etag });

const linesOf = async (docId: string) =>
  (await must(api.send(clerk, 'GET', `/documents/${docId}/sends`), 200)).body.items;

interface Waiting {
  readonly document: { readonly docId: string };
  readonly dueOn: string;
  readonly isOverdue: boolean;
}
const unsent = async (who = clerk): Promise<Waiting[]> => (await must(api.send(who, 'GET', '/unsent'), 200)).body.items;

describe('sending', () => {
  test('goes to all recipients in one act; the rest may follow, and the chain and the book tell of it', async () => {
    const { etag } = await issued('to-be-sent');
    expect((await unsent()).map(({ document }) => document.docId)).toContain('to-be-sent');
    const sent = await must(send('to-be-sent', etag), 200);
    expect(sent.body).toMatchObject({
      state: 'issued',
      stateName: 'đã phát hành',
      sending: 'sent',
      sent: { firstDay: '2026-03-13', lines: 2, copies: 3, received: 0 },
    });
    expect((await must(send('to-be-sent', etag), 200)).etag).toBe(sent.etag);
    expect((await unsent()).map(({ document }) => document.docId)).not.toContain('to-be-sent');
    const more = await must(send('to-be-sent', sent.etag, { recipients: [{ name: 'Lưu: VT', way: 'hand' }] }), 200);
    expect(more.body.sent).toMatchObject({ lines: 3, firstDay: '2026-03-13' });
    expect(
      (await linesOf('to-be-sent')).map(({ name, wayName }: Record<string, string>) => `${name}: ${wayName}`),
    ).toEqual(expect.arrayContaining(['Sở Nội vụ tỉnh Đồng Nai: trục liên thông văn bản', 'Lưu: VT: trực tiếp']));
    const events = await api.deps.register.listEvents(OWN, 'to-be-sent');
    expect(events.slice(-2).map(({ act }) => act)).toEqual(['send', 'send']);
    expect(await api.verify()).toEqual([]);
  });

  test('is what other organs wait for: before it they are told of nothing', async () => {
    const { etag, body } = await issued('seen-when-sent');
    const { symbol } = body.document;
    const href = body.files[0].href;
    const others = async () => (await must(api.send(reader, 'GET', `/find?number=${symbol}`), 200)).body.found.length;
    expect(await others()).toBe(0);
    expect((await api.send(reader, 'GET', href)).status).toBe(404);
    await must(send('seen-when-sent', etag), 200);
    expect(await others()).toBe(1);
    expect((await api.send(reader, 'GET', href)).status).toBe(200);
  });

  test('is of the clerk, after the number, on a day that can be', async () => {
    const { path, etag } = await approve(api, data, 'not-issued-yet');
    expect((await send('not-issued-yet', etag)).body.code).toBe('wrong-state');
    const { etag: given } = await must(issue(api, clerk, { path, etag }), 200);
    expect((await send('not-issued-yet', given, undefined, drafter)).status).toBe(403);
    for (const day of ['2026-03-12', '2026-03-14']) {
      const refused = await must(send('not-issued-yet', given, { day, recipients: RECIPIENTS }), 422);
      expect(refused.body.code).toBe('bad-sending-day');
      expect(refused.body.detail).toContain('13/03/2026');
    }
    expect((await send('not-issued-yet', given, { recipients: [] })).status).toBe(422);
  });

  test('to ids that no organ here has is refused with all of them named; without an id an office outside is sent to', async () => {
    const { etag } = await issued('to-nobody-here');
    const outside = { name: 'Công ty Điện lực', way: 'post' };
    const missing = ['so-noi-vu-nham', 'phuong-nao-do'].map((organId) => ({
      name: `Nơi ${organId}`,
      organId,
      way: 'system',
    }));
    const refused = await must(send('to-nobody-here', etag, { recipients: [...RECIPIENTS, ...missing, outside] }), 422);
    expect(refused.body.code).toBe('no-such-recipients');
    expect(refused.body.detail).toContain(
      'Nơi so-noi-vu-nham (so-noi-vu-nham); Nơi phuong-nao-do (phuong-nao-do); hãy sửa mã',
    );
    expect(refused.body.detail).not.toContain('Sở Nội vụ');
    expect(await linesOf('to-nobody-here')).toEqual([]);
    const sent = await must(send('to-nobody-here', etag, { recipients: [...RECIPIENTS, outside] }), 200);
    expect(sent.body.sent.lines).toBe(3);
    expect(await api.verify()).toEqual([]);
  });

  test('to more recipients than a transaction holds is one act all the same', async () => {
    const { etag } = await issued('to-all-communes');
    const recipients = Array.from({ length: 240 }, (_, n) => ({ name: `UBND xã ${n}`, way: 'system' }));
    const sent = await must(send('to-all-communes', etag, { recipients }), 200);
    expect(sent.body.sent.lines).toBe(240);
    expect(await linesOf('to-all-communes')).toHaveLength(240);
    expect(await api.verify()).toEqual([]);
  });
});

describe('a receipt', () => {
  test('stands at its line, is corrected by a later one, and is told in the chain', async () => {
    const { etag } = await issued('with-receipt');
    const sent = await must(send('with-receipt', etag), 200);
    const [{ line }] = await linesOf('with-receipt');
    const put = (seen: string, body: object, at = line) =>
      api.send(clerk, 'PUT', `/documents/with-receipt/sends/${at}/receipt`, body, { 'if-match': seen });
    const first = await must(put(sent.etag, { by: 'Nguyễn Văn Bình' }), 200);
    expect(first.body.sent).toMatchObject({ received: 1 });
    const second = await must(put(first.etag, { by: 'Trần Thị Hoa', note: 'Đã đóng dấu đến' }), 200);
    expect(second.body.sent.received).toBe(1);
    expect((await linesOf('with-receipt'))[0].receipt).toMatchObject({ by: 'Trần Thị Hoa', day: '2026-03-13' });
    expect((await put(second.etag, {}, '0123456789abcdef-001')).status).toBe(404);
    const withdrawn = await must(
      api.send(clerk, 'POST', '/documents/with-receipt/withdraw', { reason: 'Sai' }, { 'if-match': second.etag }),
      200,
    );
    const answered = await must(put(withdrawn.etag, { note: 'Đã hủy bản bị thu hồi' }), 200);
    expect(answered.body.state).toBe('withdrawn');
    expect(await api.verify()).toEqual([]);
    api.forget(sendKey(OWN, 'with-receipt', line), ['copies', 'organId']);
    expect((await api.verify()).map(({ code, what }) => `${code} ${what}`)).toEqual(['chain-differs sending']);
  });
});

describe('what waits for sending', () => {
  test('is red after the next working day, at once when it is urgent, by the office’s own days', async () => {
    await issued('due-on-monday');
    await issued('van-ban-hoa-toc', { urgency: 'HOẢ TỐC' });
    const of = async (docId: string) => (await unsent()).find(({ document }) => document.docId === docId);
    expect(await of('due-on-monday')).toMatchObject({ dueOn: '2026-03-16', isOverdue: false });
    expect(await of('van-ban-hoa-toc')).toMatchObject({ dueOn: '2026-03-13', isOverdue: true });
    const { yearsWithoutList } = (await must(api.send(clerk, 'GET', '/unsent'), 200)).body;
    expect(yearsWithoutList).toEqual([2026]);

    const path = '/working-days/2026';
    expect((await api.send(clerk, 'GET', path)).status).toBe(404);
    const put = (who: typeof clerk, body: object, headers: Record<string, string>) =>
      api.send(who, 'PUT', path, body, headers);
    expect((await put(drafter, { off: [], makeUp: [] }, { 'if-none-match': '*' })).status).toBe(403);
    const bad = await must(put(admin, { off: ['2025-09-02'], makeUp: [] }, { 'if-none-match': '*' }), 422);
    expect(bad.body).toMatchObject({
      code: 'bad-working-days',
      detail: expect.stringContaining('không thuộc năm 2026'),
    });
    const set = await must(put(admin, { off: ['2026-03-16'], makeUp: [] }, { 'if-none-match': '*' }), 200);
    expect(await of('due-on-monday')).toMatchObject({ dueOn: '2026-03-17' });
    await must(put(admin, { off: ['2026-03-16'], makeUp: ['2026-03-14'] }, { 'if-match': set.etag }), 200);
    expect(await of('due-on-monday')).toMatchObject({ dueOn: '2026-03-14' });
    expect((await must(api.send(clerk, 'GET', '/unsent'), 200)).body.yearsWithoutList).toEqual([]);
    api.calendar.moveTo('2026-03-17T09:00:00+07:00');
    expect(await of('due-on-monday')).toMatchObject({ isOverdue: true });
  });

  test('takes its days from an Excel list, and says which rows are none', async () => {
    const upload = async (rows: readonly (string | Date)[][], headers: Record<string, string>) =>
      api.raw('/working-days/2027', {
        method: 'PUT',
        headers: { authorization: `Bearer ${await api.tokenOf(clerk)}`, 'content-type': XLSX, ...headers },
        body: Buffer.from(await workbook([['Ngày', 'Loại'], ...rows])),
      });
    const bad = await must(
      upload(
        [
          ['01/01/2027', 'Nghỉ'],
          ['32/01/2027', 'Nghỉ'],
        ],
        { 'if-none-match': '*' },
      ),
      422,
    );
    expect(bad.body.detail).toContain('32/01/2027');
    const read = await must(
      upload(
        [
          ['01/01/2027', 'Nghỉ Tết Dương lịch'],
          ['06/02/2027', 'Làm bù'],
        ],
        { 'if-none-match': '*' },
      ),
      200,
    );
    expect(read.body).toMatchObject({ off: ['2027-01-01'], makeUp: ['2027-02-06'] });
  });

  test('is nothing of what was brought in, of which nobody knows', async () => {
    const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'Kế hoạch cũ' };
    const old = { docId: 'of-the-old-book', codeNumber: 9, issuedDate: '2025-11-05', record };
    await must(api.send(clerk, 'POST', '/brought-in', old), 201);
    expect((await unsent()).map(({ document }) => document.docId)).not.toContain('of-the-old-book');
    const { items } = (await must(api.send(clerk, 'GET', '/documents?state=issued&limit=100'), 200)).body;
    const all = items.map(({ docId }: { readonly docId: string }) => docId);
    expect(all).toEqual(expect.arrayContaining(['of-the-old-book', 'to-be-sent', 'due-on-monday']));
    expect(new Set(all).size).toBe(all.length);
  });

  test('and what is sent are one list of issued documents, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const at = cursor === undefined ? '' : `&cursor=${cursor}`;
      const page = (await must(api.send(clerk, 'GET', `/documents?state=issued&limit=2${at}`), 200)).body;
      seen.push(...page.items.map(({ docId }: { readonly docId: string }) => docId));
      cursor = page.cursor;
    } while (cursor !== undefined);
    const { items } = (await must(api.send(clerk, 'GET', '/documents?state=issued&limit=100'), 200)).body;
    expect(seen.sort()).toEqual(items.map(({ docId }: { readonly docId: string }) => docId).sort());
  });
});

test('an organ whose stored profile cannot be read is sent to all the same', async () => {
  const { etag } = await issued('to-a-broken-profile');
  const [profile] = await api.deps.register.listProfiles('dong-nai');
  api.forget(profileKey('dong-nai', profile!.validFrom), ['profile']);
  await expect(api.deps.register.listProfiles('dong-nai')).rejects.toMatchObject({ code: 'broken-item' });
  const sent = await must(send('to-a-broken-profile', etag), 200);
  expect(sent.body.sent.lines).toBe(2);
});
