import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '#register/documents/audit-chain.ts';
import { approve, example, must, office, openTestApi, type Reply, someone, type TestApi } from '../test-api.ts';

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

const post = (docId: string, act: string, etag: string, who = drafter, body: object = {}): Promise<Reply> =>
  api.send(who, 'POST', `/documents/${docId}/${act}`, body, { 'if-match': etag });

const draft = (docId: string) => must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);

async function submitted(docId: string): Promise<Reply> {
  return must(post(docId, 'submit', (await draft(docId)).etag), 200);
}

async function acts(docId: string) {
  const events = await api.deps.register.listEvents(OWN, docId);
  const { chain } = await api.deps.register.getDocument(OWN, docId);
  expect(verifyChain(events, chain)).toMatchObject({ intact: true });
  return events.map(({ act, state }) => `${act}>${state}`);
}

describe('what was submitted', () => {
  test('is taken back by its drafter while nobody has opened it, and submitted anew', async () => {
    const { etag } = await submitted('taken-back');
    const back = await must(post('taken-back', 'take-back', etag), 200);
    expect(back.body).toMatchObject({ state: 'draft', stateName: 'bản thảo' });
    expect(back.body.contentHash).toBeUndefined();
    expect((await must(post('taken-back', 'take-back', etag), 200)).etag).toBe(back.etag);
    await must(post('taken-back', 'submit', back.etag), 200);
    expect(await acts('taken-back')).toEqual([
      'create>draft',
      'submit>submitted',
      'take-back>draft',
      'submit>submitted',
    ]);
  });

  test('is asked back once its signer has opened it; a return starts all anew', async () => {
    const { etag } = await submitted('opened-once');
    const opened = await must(post('opened-once', 'opened', etag, signer), 200);
    expect(opened.body).toMatchObject({ openedBy: signer.staffId, state: 'submitted' });
    expect(opened.etag).toBe(etag);
    const refused = await must(post('opened-once', 'take-back', etag), 409);
    expect(refused.body.code).toBe('already-opened');
    const returned = await must(post('opened-once', 'return', etag, signer, { reason: 'Sai căn cứ' }), 200);
    expect(returned.body.openedAt).toBeUndefined();
    const again = await must(post('opened-once', 'submit', returned.etag), 200);
    await must(post('opened-once', 'take-back', again.etag), 200);
  });

  test('is opened by the first who looks, and by no one who may not', async () => {
    const { etag } = await submitted('opened-twice');
    expect((await post('opened-twice', 'opened', etag, drafter)).status).toBe(403);
    expect((await post('opened-twice', 'opened', etag, clerk)).status).toBe(403);
    const first = await must(post('opened-twice', 'opened', etag, signer), 200);
    const other = { ...someone(OWN, 'signer'), staffId: 'another-signer' };
    const second = await must(post('opened-twice', 'opened', etag, other), 200);
    expect(second.body.openedAt).toBe(first.body.openedAt);
    expect(second.body.openedBy).toBe(signer.staffId);
  });

  test('is taken back by nobody but its drafter', async () => {
    const { etag } = await submitted('not-mine');
    const other = { ...someone(OWN, 'drafter'), staffId: 'another-drafter' };
    expect((await must(post('not-mine', 'take-back', etag, other), 403)).body.code).toBe('not-drafter');
  });
});

describe('what was approved', () => {
  test('is sent back by the clerk, who says that it was not signed on paper', async () => {
    const { etag } = await approve(api, data, 'sent-back');
    const reason = { reason: 'Thiếu phụ lục' };
    const refused = await must(post('sent-back', 'return', etag, clerk, reason), 422);
    expect(refused.body.code).toBe('unsigned-not-confirmed');
    const returned = await must(post('sent-back', 'return', etag, clerk, { ...reason, notSigned: true }), 200);
    expect(returned.body).toMatchObject({ state: 'draft', returnReason: 'Thiếu phụ lục' });
    const [last] = (await api.deps.register.listEvents(OWN, 'sent-back')).slice(-1);
    expect(last).toMatchObject({ act: 'return', actor: clerk.staffId, facts: { notSigned: true } });
  });

  test('is the signer’s alone before that', async () => {
    const { etag } = await submitted('too-early');
    const refused = await must(post('too-early', 'return', etag, clerk, { reason: 'x', notSigned: true }), 403);
    expect(refused.body.code).toBe('role-missing');
  });
});

describe('a draft that nobody wants', () => {
  const remove = (docId: string, etag: string, who = drafter) =>
    api.send(who, 'DELETE', `/documents/${docId}`, undefined, { 'if-match': etag });
  const ids = async () =>
    (await must(api.send(drafter, 'GET', '/documents?state=draft'), 200)).body.items.map(
      ({ docId }: { readonly docId: string }) => docId,
    );

  test('leaves the lists, is never submitted, and its data begins another', async () => {
    const { etag } = await draft('thrown-away');
    const gone = await must(remove('thrown-away', etag), 200);
    expect(gone.body).toMatchObject({ state: 'discarded', stateName: 'đã bỏ' });
    expect((await must(remove('thrown-away', etag), 200)).etag).toBe(gone.etag);
    expect(await ids()).not.toContain('thrown-away');
    expect((await post('thrown-away', 'submit', gone.etag)).body.code).toBe('wrong-state');
    await must(api.send(drafter, 'POST', '/documents/thrown-away/copy', { docId: 'begun-again' }), 201);
    expect(await ids()).toContain('begun-again');
    expect(await acts('thrown-away')).toEqual(['create>draft', 'discard>discarded']);
  });

  test('stands while another save is on the way, or another asks', async () => {
    const { etag } = await draft('kept-draft');
    const other = { ...someone(OWN, 'drafter'), staffId: 'another-drafter' };
    expect((await must(remove('kept-draft', etag, other), 403)).body.code).toBe('not-drafter');
    await must(api.send(drafter, 'PUT', '/documents/kept-draft', { data }, { 'if-match': etag }), 200);
    expect((await must(remove('kept-draft', etag), 412)).body.code).toBe('stale');
    expect(await acts('kept-draft')).toEqual(['create>draft']);
  });
});
