import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example, issue, must, office, openTestApi, type Reply, someone, type TestApi, type Who } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer, clerk } = office(OWN);
const admin = someone(OWN, 'admin');
const head: Who = { organ: OWN, staffId: 'truong-don-vi', roles: ['checker'] };
const deputy: Who = { organ: OWN, staffId: 'pho-don-vi', roles: ['checker'] };
const former: Who = { organ: OWN, staffId: 'nguoi-kiem-the-thuc', roles: ['checker'] };
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

const STEPS = [
  { step: 'content', by: { kind: 'unit-head' } },
  { step: 'form', by: { kind: 'person', staffId: former.staffId } },
];
const way = {
  ownDraftAllowed: false,
  steps: [{ types: ['KeHoach'], steps: STEPS }],
  unitHeads: [{ unit: 'VHXH', staffId: head.staffId }],
  absences: [{ staffId: head.staffId, from: '2026-03-17', to: '2026-03-18', deputy: deputy.staffId }],
};

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = { ...(await example('ke-hoach-phuong-2026')), draftingUnit: 'VHXH' };
  const { items } = (await must(api.send(admin, 'GET', '/profiles'), 200)).body;
  const profile = { ...items[0].profile, units: [{ abbreviation: 'VHXH', name: 'Phòng Văn hóa - Xã hội' }] };
  await must(api.send(admin, 'PUT', '/profiles/2025-07-01', profile, { 'if-match': `"r${items[0].rev}"` }), 200);
  await must(api.send(admin, 'PUT', '/office', way, { 'if-none-match': '*' }), 200);
});
afterAll(() => api.close());

const post = (docId: string, act: string, etag: string, who: Who, body: object = {}): Promise<Reply> =>
  api.send(who, 'POST', `/documents/${docId}/${act}`, body, { 'if-match': etag });

async function submitted(docId: string, more: object = {}): Promise<Reply> {
  const draft = await must(api.send(drafter, 'POST', '/documents', { docId, data: { ...data, ...more } }), 201);
  return must(post(docId, 'submit', draft.etag, drafter), 200);
}

const listed = async (who: Who, list: string): Promise<string[]> =>
  (await must(api.send(who, 'GET', '/lists'), 200)).body[list].map(
    ({ document }: { readonly document: { readonly docId: string } }) => document.docId,
  );

describe('the steps of an office', () => {
  test('are passed in order, each by its holder, before the signer approves', async () => {
    const first = await submitted('through-all-steps');
    expect(first.body).toMatchObject({ stateName: 'chờ kiểm tra nội dung', holder: head.staffId, step: 0 });
    expect(await listed(head, 'to-check')).toContain('through-all-steps');
    expect(await listed(former, 'to-check')).not.toContain('through-all-steps');
    expect((await post('through-all-steps', 'approve', first.etag, signer)).body.code).toBe('steps-not-passed');
    expect((await post('through-all-steps', 'pass', first.etag, former)).body.code).toBe('not-holder');
    const second = await must(post('through-all-steps', 'pass', first.etag, head), 200);
    expect(second.body).toMatchObject({ stateName: 'chờ kiểm tra thể thức', holder: former.staffId, step: 1 });
    expect((await must(post('through-all-steps', 'pass', first.etag, head), 200)).etag).toBe(second.etag);
    const third = await must(post('through-all-steps', 'pass', second.etag, former), 200);
    expect(third.body).toMatchObject({ stateName: 'đã trình', holder: signer.staffId });
    expect((await post('through-all-steps', 'pass', third.etag, former)).body.code).toBe('no-step');
    expect(await listed(signer, 'to-sign')).toContain('through-all-steps');
    const approved = await must(post('through-all-steps', 'approve', third.etag, signer), 200);
    const { body } = await must(api.send(clerk, 'GET', '/lists'), 200);
    expect(body['to-number']).toMatchObject([{ holder: { role: 'clerk' }, since: approved.body.updatedAt }]);
    await must(issue(api, clerk, { path: '/documents/through-all-steps', etag: approved.etag }), 200);
    expect(await listed(clerk, 'to-send')).toEqual(['through-all-steps']);
    expect(await api.verify()).toEqual([]);
  });

  test('send back to the step before, or to the drafter, and begin anew then', async () => {
    const first = await submitted('sent-back');
    expect((await post('sent-back', 'step-back', first.etag, head, { reason: 'x' })).body.code).toBe('no-step-before');
    const second = await must(post('sent-back', 'pass', first.etag, head), 200);
    const back = await must(post('sent-back', 'step-back', second.etag, former, { reason: 'Xem lại căn cứ' }), 200);
    expect(back.body).toMatchObject({ step: 0, holder: head.staffId });
    const again = await must(post('sent-back', 'pass', back.etag, head), 200);
    expect((await post('sent-back', 'return', again.etag, head, { reason: 'x' })).body.code).toBe('not-holder');
    const returned = await must(post('sent-back', 'return', again.etag, former, { reason: 'Sai thể thức' }), 200);
    expect(returned.body).toMatchObject({ state: 'draft', returnReason: 'Sai thể thức' });
    expect([returned.body.route, returned.body.step, returned.body.holder]).toEqual([undefined, undefined, undefined]);
    expect(await listed(drafter, 'returned')).toEqual(['sent-back']);
    const anew = await must(post('sent-back', 'submit', returned.etag, drafter), 200);
    expect(anew.body).toMatchObject({ step: 0, holder: head.staffId });
    expect(await api.verify()).toEqual([]);
  });

  test('edit the text: it is checked and frozen anew, and no earlier step is asked again', async () => {
    const first = await submitted('edited-on-the-way');
    const second = await must(post('edited-on-the-way', 'pass', first.etag, head), 200);
    const edit = (who: Who, etag: string, subject: string) =>
      api.send(
        who,
        'PUT',
        '/documents/edited-on-the-way/submitted',
        { data: { ...data, subject } },
        { 'if-match': etag },
      );
    expect((await edit(head, second.etag, 'Việc khác')).body.code).toBe('not-holder');
    const edited = await must(edit(former, second.etag, `${data.subject} (đã sửa)`), 200);
    expect(edited.body).toMatchObject({ step: 1, rev: first.body.rev + 1, subject: `${data.subject} (đã sửa)` });
    expect(edited.body.contentHash).not.toBe(first.body.contentHash);
    const third = await must(post('edited-on-the-way', 'pass', edited.etag, former), 200);
    await must(post('edited-on-the-way', 'approve', third.etag, signer), 200);
    const events = await api.deps.register.listEvents(OWN, 'edited-on-the-way');
    const hashes = events.filter(({ act }) => act === 'pass').map(({ facts }) => facts['contentHash']);
    expect(hashes).toEqual([first.body.contentHash, edited.body.contentHash]);
    expect(await api.verify()).toEqual([]);
  });

  test('are taken by who stands in while their holder is away, and are opened by whose turn it is', async () => {
    const { etag } = await submitted('holder-away');
    expect((await post('holder-away', 'pass', etag, deputy)).body.code).toBe('not-holder');
    await must(post('holder-away', 'opened', etag, signer), 200);
    expect((await must(post('holder-away', 'opened', etag, head), 200)).body.openedBy).toBe(head.staffId);
    expect((await post('holder-away', 'take-back', etag, drafter)).body.code).toBe('already-opened');
    api.calendar.moveTo('2026-03-17T09:00:00+07:00');
    expect(await listed(deputy, 'to-check')).toContain('holder-away');
    await must(post('holder-away', 'pass', etag, deputy), 200);
  });

  test('need someone to take them, and other types have none', async () => {
    const draft = await must(
      api.send(drafter, 'POST', '/documents', { docId: 'no-unit-head', data: { ...data, draftingUnit: undefined } }),
      201,
    );
    const refused = await must(post('no-unit-head', 'submit', draft.etag, drafter), 422);
    expect(refused.body.code).toBe('step-holder-missing');
    const { rev } = (await must(api.send(admin, 'GET', '/office'), 200)).body;
    const none = { ownDraftAllowed: false };
    await must(api.send(admin, 'PUT', '/office', none, { 'if-match': `"r${rev}"` }), 200);
    const straight = await must(post('no-unit-head', 'submit', draft.etag, drafter), 200);
    expect(straight.body).toMatchObject({ stateName: 'đã trình', holder: signer.staffId });
    expect(straight.body.route).toBeUndefined();
  });
});
