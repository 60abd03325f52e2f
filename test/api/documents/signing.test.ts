import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentKey } from '#register/table/keys/document-keys.ts';
import {
  approve,
  example,
  issue,
  must,
  office,
  openTestApi,
  type Reply,
  someone,
  type TestApi,
  type Who,
} from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer, clerk } = office(OWN);
const admin = someone(OWN, 'admin');
/** The deputy, of whom the office has one more. */
const deputy: Who = { ...someone(OWN, 'signer'), staffId: 'pho-chu-tich' };
const deputyBlock = { authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }] };
const PATH = '/profiles/2025-07-01';
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

/** Changes the signers of the office's profile. */
async function setSigners(change: (signers: readonly object[]) => object[]): Promise<void> {
  const { items } = (await must(api.send(admin, 'GET', '/profiles'), 200)).body;
  const [{ profile, rev }] = items;
  const changed = { ...profile, signers: change(profile.signers) };
  await must(api.send(admin, 'PUT', PATH, changed, { 'if-match': `"r${rev}"` }), 200);
}

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
  await setSigners((signers) => [
    ...signers,
    { staffId: deputy.staffId, fullName: 'Lê Văn Phó', position: 'Phó Chủ tịch' },
  ]);
});
afterAll(() => api.close());

const post = (docId: string, act: string, etag: string, who = drafter, body: object = {}): Promise<Reply> =>
  api.send(who, 'POST', `/documents/${docId}/${act}`, body, { 'if-match': etag });
const change = (docId: string, etag: string, who = drafter, block: object = deputyBlock): Promise<Reply> =>
  api.send(who, 'PUT', `/documents/${docId}/signer`, { signer: block }, { 'if-match': etag });
const draft = (docId: string, more: object = {}, who = drafter) =>
  must(api.send(who, 'POST', '/documents', { docId, data: { ...data, ...more } }), 201);
const submit = async (docId: string, more: object = {}, who = drafter) =>
  post(docId, 'submit', (await draft(docId, more, who)).etag, who);

describe('who approves', () => {
  test('is the one whom the signature block names, and nobody else who signs', async () => {
    const { etag, body } = await must(submit('block-of-the-head'), 200);
    expect(body).toMatchObject({ approverId: signer.staffId, ownDraft: false });
    const refused = await must(post('block-of-the-head', 'approve', etag, deputy), 403);
    expect(refused.body.code).toBe('not-approver');
    expect(refused.body.detail).toContain('Nguyễn Văn A');
    expect((await post('block-of-the-head', 'return', etag, deputy, { reason: 'x' })).body.code).toBe('not-approver');
    await must(post('block-of-the-head', 'approve', etag, signer), 200);
  });

  test('has it in their list, and no one else', async () => {
    await must(submit('waits-for-the-head'), 200);
    const waiting = async (who: Who) =>
      (await must(api.send(who, 'GET', '/reminders'), 200)).body.toApprove.map(
        ({ docId }: { readonly docId: string }) => docId,
      );
    expect(await waiting(signer)).toContain('waits-for-the-head');
    expect(await waiting(deputy)).not.toContain('waits-for-the-head');
  });

  test('is refused in words where the profile has nobody, or two', async () => {
    const nobody = await must(submit('nobody-signs', { signer: { ...data.signer, fullName: 'Người Lạ' } }), 422);
    expect(nobody.body.code).toBe('no-approver');
    expect(nobody.body.detail).toContain('không có người ký nào mang chức vụ “Chủ tịch”, họ tên “Người Lạ”');
    const named = { signer: { ...deputyBlock, fullName: 'Lê Văn Phó' } };
    await setSigners((signers) => [
      ...signers,
      { staffId: 'trung-ten', fullName: 'Lê Văn Phó', position: 'Phó Chủ tịch' },
    ]);
    const two = await must(submit('two-sign', named), 422);
    expect(two.body.detail).toContain('có 2 người ký');
    await setSigners((signers) => signers.slice(0, 2));
    await must(submit('one-signs', named), 200);
  });

  test('is found when read for what was submitted before it was kept', async () => {
    const { etag } = await must(submit('of-an-older-release'), 200);
    const key = documentKey(OWN, 'of-an-older-release');
    api.forget(key, ['approverId', 'ownDraft']);
    const read = await must(api.send(drafter, 'GET', '/documents/of-an-older-release'), 200);
    expect(read.body.document.approverId).toBe(signer.staffId);
    expect((await post('of-an-older-release', 'approve', etag, deputy)).body.code).toBe('not-approver');
    await must(post('of-an-older-release', 'approve', etag, signer), 200);
  });
});

describe('a signer’s own draft', () => {
  const both: Who = { organ: OWN, staffId: signer.staffId, roles: ['drafter', 'signer'] };

  test('is not approved by themselves, until the office lets them', async () => {
    const { etag, body } = await must(submit('own-draft', {}, both), 200);
    expect(body.ownDraft).toBe(true);
    expect((await must(post('own-draft', 'approve', etag, both), 403)).body.code).toBe('own-draft');
    expect((await must(api.send(drafter, 'GET', '/office'), 200)).body).toEqual({ ownDraftAllowed: false });
    const put = (who: Who, headers: Record<string, string>) =>
      api.send(who, 'PUT', '/office', { ownDraftAllowed: true }, headers);
    expect((await put(clerk, { 'if-none-match': '*' })).status).toBe(403);
    const set = await must(put(admin, { 'if-none-match': '*' }), 200);
    expect((await put(admin, { 'if-none-match': '*' })).status).toBe(412);
    await must(post('own-draft', 'approve', etag, both), 200);
    await must(api.send(admin, 'PUT', '/office', { ownDraftAllowed: false }, { 'if-match': set.etag }), 200);
  });
});

describe('another signer', () => {
  test('takes over by the block alone, from what was submitted', async () => {
    const { etag, body } = await must(submit('head-is-away'), 200);
    const changed = await must(change('head-is-away', etag), 200);
    expect(changed.body).toMatchObject({
      state: 'submitted',
      approverId: deputy.staffId,
      signerInfo: { position: 'Phó Chủ tịch', fullName: 'Lê Văn Phó' },
      rev: body.rev + 1,
    });
    expect(changed.body.contentHash).not.toBe(body.contentHash);
    expect((await post('head-is-away', 'approve', changed.etag, signer)).body.code).toBe('not-approver');
    const approved = await must(post('head-is-away', 'approve', changed.etag, deputy), 200);
    const issued = await must(issue(api, clerk, { path: '/documents/head-is-away', etag: approved.etag }), 200);
    expect(issued.body.document.signerInfo.fullName).toBe('Lê Văn Phó');
    const events = await api.deps.register.listEvents(OWN, 'head-is-away');
    expect(events.map(({ act }) => act)).toEqual([
      'create',
      'submit',
      'change-signer',
      'approve',
      'number',
      'complete',
    ]);
    // What the test took from another document is told.
    const others = (await api.verify()).filter(({ where }) => !where.includes('of-an-older-release'));
    expect(others).toEqual([]);
  });

  test('is chosen by the drafter, the signer or the clerk, on what they saw', async () => {
    const { etag } = await must(submit('who-may-change'), 200);
    const stranger: Who = { ...drafter, staffId: 'another-drafter' };
    expect((await change('who-may-change', etag, stranger)).body.code).toBe('not-drafter');
    expect((await change('who-may-change', etag, admin)).status).toBe(403);
    const byClerk = await must(change('who-may-change', etag, clerk), 200);
    expect((await change('who-may-change', etag, clerk)).status).toBe(412);
    const bad = await must(change('who-may-change', byClerk.etag, deputy, { authority: [{ position: 'Vua' }] }), 422);
    expect(bad.body.code).toBe('document-invalid');
    const { etag: approved } = await approve(api, data, 'too-late-to-change');
    expect((await change('too-late-to-change', approved)).body.code).toBe('wrong-state');
  });
});

describe('an authorisation in writing (TUQ.)', () => {
  const block = {
    issuer: 'head',
    signer: { authority: [{ prefix: 'TUQ.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }] },
  };
  const authorise = (until: string) =>
    setSigners((signers) =>
      signers.map((one) => ({ ...one, authorisation: { code: '12/QĐ-UBND', issuedDate: '2026-03-01', until } })),
    );

  test('is needed to submit, and ends before the number as it ends on its day', async () => {
    const missing = await must(submit('without-paper', block), 422);
    expect(missing.body.code).toBe('authorisation-missing');
    expect(missing.body.detail).toContain('phải có văn bản uỷ quyền');
    await authorise('2026-03-16');
    const { etag } = await must(submit('with-paper', block), 200);
    const approved = await must(post('with-paper', 'approve', etag, deputy), 200);
    api.calendar.moveTo('2026-03-17T09:00:00+07:00');
    const late = await must(issue(api, clerk, { path: '/documents/with-paper', etag: approved.etag }), 422);
    expect(late.body.detail).toContain('16/03/2026');
    await authorise('2026-03-31');
    await must(issue(api, clerk, { path: '/documents/with-paper', etag: approved.etag }), 200);
  });
});
