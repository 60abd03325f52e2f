import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example, issue, must, office, openTestApi, type Reply, sendOut, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer, clerk } = office(OWN);
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

const post = (docId: string, act: string, etag: string, body: object = {}, who = clerk): Promise<Reply> =>
  api.send(who, 'POST', `/documents/${docId}/${act}`, body, { 'if-match': etag });

/** Takes data to its number; `replaces` as at submitting. */
async function issued(docId: string, replaces?: readonly string[]): Promise<Reply> {
  const draft = await must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
  const submitted = await must(post(docId, 'submit', draft.etag, replaces ? { replaces } : {}, drafter), 200);
  const approved = await must(post(docId, 'approve', submitted.etag, {}, signer), 200);
  return must(issue(api, clerk, { path: `/documents/${docId}`, etag: approved.etag }), 200);
}

const read = async (docId: string) => (await must(api.send(clerk, 'GET', `/documents/${docId}`), 200)).body.document;
const REASON = { reason: 'Nhầm trích yếu' };

describe('a number that is to be voided', () => {
  test('waits for another person, is not sent meanwhile, and is never given again', async () => {
    const { etag, body } = await issued('to-be-voided');
    expect((await post('to-be-voided', 'consent-void', etag, {}, signer)).body.code).toBe('void-not-asked');
    const asked = await must(post('to-be-voided', 'ask-void', etag, REASON), 200);
    expect(asked.body.voidAsked).toMatchObject({ reason: REASON.reason, by: clerk.staffId });
    const recipients = [{ name: 'Sở Nội vụ', way: 'post' }];
    expect((await post('to-be-voided', 'send', asked.etag, { recipients })).body.code).toBe('void-asked');
    expect((await post('to-be-voided', 'consent-void', asked.etag)).body.code).toBe('own-request');
    expect((await post('to-be-voided', 'consent-void', etag, {}, signer)).status).toBe(412);
    const voided = await must(post('to-be-voided', 'consent-void', asked.etag, {}, signer), 200);
    expect(voided.body).toMatchObject({ state: 'voided', endReason: REASON.reason });
    const next = await issued('after-the-void');
    expect(next.body.document.codeNumber).toBe(body.document.codeNumber + 1);
    const events = await api.deps.register.listEvents(OWN, 'to-be-voided');
    expect(events.at(-1)).toMatchObject({ act: 'void', actor: signer.staffId, facts: { askedBy: clerk.staffId } });
    expect(await api.verify()).toEqual([]);
  });

  test('stays in use when that is dropped, and is sent', async () => {
    const { etag } = await issued('kept-after-all');
    const asked = await must(post('kept-after-all', 'ask-void', etag, REASON), 200);
    const dropped = await must(post('kept-after-all', 'drop-void', asked.etag, {}, signer), 200);
    expect(dropped.body.voidAsked).toBeUndefined();
    expect((await post('kept-after-all', 'drop-void', dropped.etag)).body.code).toBe('void-not-asked');
    await sendOut(api, clerk, { path: '/documents/kept-after-all', etag: dropped.etag });
  });

  test('is not that of what was sent, went into a package, or is of an older time', async () => {
    const one = await issued('was-sent');
    const sent = await sendOut(api, clerk, { path: '/documents/was-sent', etag: one.etag });
    expect((await post('was-sent', 'ask-void', sent.etag, REASON)).body.code).toBe('already-sent');

    const packed = await issued('was-packed');
    const settings = { schema: 'ExchangeSettings@1', organCode: '000.00.00.H19' };
    await must(post('was-packed', 'edxml', packed.etag, settings), 200);
    expect((await post('was-packed', 'ask-void', packed.etag, REASON)).body.code).toBe('already-exported');

    const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'Kế hoạch cũ' };
    const old = { docId: 'of-an-old-book', codeNumber: 9, issuedDate: '2025-11-05', record };
    await must(api.send(clerk, 'POST', '/brought-in', old), 201);
    const { etag } = await must(api.send(clerk, 'GET', '/documents/of-an-old-book'), 200);
    expect((await post('of-an-old-book', 'ask-void', etag, REASON)).body.code).toBe('sending-unknown');
  });

  test('gives back what it had replaced, and marks what it had amended', async () => {
    await issued('the-plan-before');
    const amended = await issued('the-amended-plan');
    const { etag } = await issued('the-mistaken-plan', ['the-plan-before']);
    expect(await read('the-plan-before')).toMatchObject({ state: 'replaced' });
    const linked = await must(post('the-amended-plan', 'amend', amended.etag, { by: 'the-mistaken-plan' }), 200);
    expect(linked.body).toMatchObject({ state: 'issued', amendedBy: [{ docId: 'the-mistaken-plan' }] });
    const asked = await must(post('the-mistaken-plan', 'ask-void', etag, REASON), 200);
    await must(post('the-mistaken-plan', 'consent-void', asked.etag, {}, signer), 200);
    const before = await read('the-plan-before');
    expect(before).toMatchObject({ state: 'issued', sending: 'unsent' });
    expect(before.replacedBy).toBeUndefined();
    expect((await read('the-amended-plan')).amendedBy).toMatchObject([{ docId: 'the-mistaken-plan', voided: true }]);
    const events = await api.deps.register.listEvents(OWN, 'the-plan-before');
    expect(events.slice(-2).map(({ act }) => act)).toEqual(['replace', 'reinstate']);
    expect(await api.verify()).toEqual([]);
  });
});

describe('after sending', () => {
  test('a document of the same type amends another, which stays in force', async () => {
    const one = await issued('in-force');
    await issued('its-amendment');
    const sent = await sendOut(api, clerk, { path: '/documents/in-force', etag: one.etag });
    expect((await post('in-force', 'amend', sent.etag, { by: 'in-force' })).body.code).toBe('not-an-amendment');
    const amended = await must(post('in-force', 'amend', sent.etag, { by: 'its-amendment' }), 200);
    expect(amended.body.state).toBe('issued');
    expect((await read('its-amendment')).amends).toEqual(['in-force']);
    const book = await must(api.send(clerk, 'GET', '/book?year=2026&format=xlsx'), 200);
    expect(book.bytes.length).toBeGreaterThan(1000);
  });

  test('a withdrawal names its notice, by number and day', async () => {
    const one = await issued('withdrawn-by-notice');
    const sent = await sendOut(api, clerk, { path: '/documents/withdrawn-by-notice', etag: one.etag });
    const notice = { symbol: '12/TB-UBND', issuedDate: '2026-03-16' };
    const body = { ...REASON, notice };
    expect((await post('withdrawn-by-notice', 'withdraw', sent.etag, body, drafter)).status).toBe(403);
    const withdrawn = await must(post('withdrawn-by-notice', 'withdraw', sent.etag, body), 200);
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', notice });
    expect((await api.deps.register.listEvents(OWN, 'withdrawn-by-notice')).at(-1)?.facts).toMatchObject({
      noticeSymbol: '12/TB-UBND',
      noticeDate: '2026-03-16',
    });
    const seen = await must(api.send(someone('dong-nai', 'reader'), 'GET', `/issued/${OWN}/withdrawn-by-notice`), 200);
    expect(seen.body.document.notice).toEqual(notice);
  });
});
