import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example, must, office, openTestApi, type Reply, someone, type TestApi, type Who } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer } = office(OWN);
const admin = someone(OWN, 'admin');
const colleague: Who = { organ: OWN, staffId: 'nguoi-cung-soan', roles: ['drafter'] };
const another: Who = { organ: OWN, staffId: 'nguoi-khong-soan', roles: ['drafter'] };
const reader: Who = { organ: OWN, staffId: 'nguoi-chi-doc', roles: ['reader'] };
const checker: Who = { organ: OWN, staffId: 'nguoi-kiem-tra', roles: ['checker'] };
const relief: Who = { organ: OWN, staffId: 'nguoi-kiem-thay', roles: ['checker'] };
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
  for (const who of [drafter, signer, admin, colleague, another, reader, checker, relief]) await enrol(who);
});
afterAll(() => api.close());

async function enrol({ organ, staffId, roles }: Who, more: { readonly active?: boolean; readonly rev?: number } = {}) {
  const { active = true, rev = null } = more;
  const about = { organ, staffId, username: staffId, name: staffId, roles: [...roles], active, rev };
  await api.members.put({ ...about, actor: 'nguoi-van-hanh', at: new Date() });
}

const post = (who: Who, docId: string, act: string, etag: string, body: object = {}): Promise<Reply> =>
  api.send(who, 'POST', `/documents/${docId}/${act}`, body, { 'if-match': etag });
const save = (who: Who, docId: string, etag: string, subject: string): Promise<Reply> =>
  api.send(who, 'PUT', `/documents/${docId}`, { data: { ...data, subject } }, { 'if-match': etag });
const share = (who: Who, docId: string, etag: string, ...coDrafters: readonly string[]): Promise<Reply> =>
  api.send(who, 'PUT', `/documents/${docId}/co-drafters`, { coDrafters }, { 'if-match': etag });
const draft = (docId: string) => must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);

describe('several who draft one document', () => {
  test('each save it, its drafter submits, and none approves', async () => {
    const { etag } = await draft('cung-soan-mot');
    expect((await must(save(colleague, 'cung-soan-mot', etag, 'x'), 403)).body.code).toBe('not-drafter');
    expect((await must(share(colleague, 'cung-soan-mot', etag, colleague.staffId), 403)).body.code).toBe('not-drafter');
    const shared = await must(share(drafter, 'cung-soan-mot', etag, colleague.staffId, drafter.staffId), 200);
    expect(shared.body.coDrafters).toEqual([colleague.staffId]);
    const lists = (await must(api.send(colleague, 'GET', '/lists'), 200)).body;
    expect(lists.drafts).toMatchObject([{ document: { docId: 'cung-soan-mot', drafterId: drafter.staffId } }]);
    const saved = await must(save(colleague, 'cung-soan-mot', shared.etag, 'Cùng soạn'), 200);
    expect(saved.body.document.drafterId).toBe(drafter.staffId);
    for (const act of ['submit', 'hand-over']) {
      const refused = await must(
        post(colleague, 'cung-soan-mot', act, saved.etag, act === 'submit' ? {} : { to: 'x' }),
        403,
      );
      expect(refused.body.code).toBe('not-drafter');
    }
    const discard = api.send(colleague, 'DELETE', '/documents/cung-soan-mot', undefined, { 'if-match': saved.etag });
    expect((await must(discard, 403)).body.code).toBe('not-drafter');
    expect((await must(save(another, 'cung-soan-mot', saved.etag, 'x'), 403)).body.code).toBe('not-drafter');
    const ended = await must(share(drafter, 'cung-soan-mot', saved.etag), 200);
    expect(ended.body).not.toHaveProperty('coDrafters');
    expect((await must(save(colleague, 'cung-soan-mot', ended.etag, 'x'), 403)).body.code).toBe('not-drafter');
    expect(await api.verify()).toEqual([]);
  });

  test('keep a signer who drafts, or has drafted, from approving', async () => {
    const both: Who = { ...signer, roles: ['drafter', 'signer'] };
    await enrol(both, { rev: 1 });
    for (const [docId, isStill] of [
      ['nguoi-ky-cung-soan', true],
      ['nguoi-ky-tung-soan', false],
    ] as const) {
      const shared = await must(share(drafter, docId, (await draft(docId)).etag, both.staffId), 200);
      const saved = isStill ? shared : await must(save(both, docId, shared.etag, 'Người ký viết'), 200);
      const ready = isStill ? saved : await must(share(drafter, docId, saved.etag), 200);
      const submitted = await must(post(drafter, docId, 'submit', ready.etag), 200);
      expect(submitted.body).toMatchObject({ approverId: both.staffId, ownDraft: true });
      expect((await must(post(both, docId, 'approve', submitted.etag), 403)).body.code).toBe('own-draft');
    }
  });

  test('are people who work here and draft, five at most', async () => {
    const { etag } = await draft('cung-soan-ai');
    for (const nobody of [reader.staffId, 'khong-co-ai']) {
      expect((await must(share(drafter, 'cung-soan-ai', etag, nobody), 422)).body.code).toBe('no-such-colleague');
    }
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect((await must(share(drafter, 'cung-soan-ai', etag, ...six), 422)).body.code).toBe('bad-request');
  });
});

describe('what is handed over', () => {
  test('is a draft, whose new drafter submits it and whose former one does not approve it', async () => {
    const handed = await must(
      post(drafter, 'ban-giao-du-thao', 'hand-over', (await draft('ban-giao-du-thao')).etag, { to: colleague.staffId }),
      200,
    );
    expect(handed.body.drafterId).toBe(colleague.staffId);
    expect((await must(save(drafter, 'ban-giao-du-thao', handed.etag, 'x'), 403)).body.code).toBe('not-drafter');
    await must(post(colleague, 'ban-giao-du-thao', 'submit', handed.etag), 200);
    const stored = await api.deps.register.getDocument(OWN, 'ban-giao-du-thao');
    expect(stored.savedBy).toEqual([drafter.staffId]);
    const events = await api.deps.register.listEvents(OWN, 'ban-giao-du-thao');
    expect(events[1]).toMatchObject({ act: 'hand-over', facts: { from: drafter.staffId, to: colleague.staffId } });
    expect(await api.verify()).toEqual([]);
  });

  test('is a step, by whose turn it is', async () => {
    const steps = [{ types: ['KeHoach'], steps: [{ step: 'form', by: { kind: 'person', staffId: checker.staffId } }] }];
    const put = await must(
      api.send(admin, 'PUT', '/office', { ownDraftAllowed: false, steps }, { 'if-none-match': '*' }),
      200,
    );
    const submitted = await must(post(drafter, 'ban-giao-buoc', 'submit', (await draft('ban-giao-buoc')).etag), 200);
    const to = { to: relief.staffId };
    expect((await must(post(drafter, 'ban-giao-buoc', 'hand-over', submitted.etag, to), 403)).body.code).toBe(
      'not-holder',
    );
    const wrong = await must(
      post(checker, 'ban-giao-buoc', 'hand-over', submitted.etag, { to: colleague.staffId }),
      422,
    );
    expect(wrong.body.code).toBe('no-such-colleague');
    const toOneself = post(checker, 'ban-giao-buoc', 'hand-over', submitted.etag, { to: checker.staffId });
    expect((await must(toOneself, 422)).body.code).toBe('already-theirs');
    const handed = await must(post(checker, 'ban-giao-buoc', 'hand-over', submitted.etag, to), 200);
    expect(handed.body).toMatchObject({ holder: relief.staffId, route: [{ step: 'form', holder: relief.staffId }] });
    expect((await must(post(checker, 'ban-giao-buoc', 'pass', handed.etag), 403)).body.code).toBe('not-holder');
    const passed = await must(post(relief, 'ban-giao-buoc', 'pass', handed.etag), 200);
    expect((await must(post(signer, 'ban-giao-buoc', 'hand-over', passed.etag, to), 403)).body.code).toBe(
      'not-drafter',
    );
    await must(api.send(admin, 'PUT', '/office', { ownDraftAllowed: false }, { 'if-match': put.etag }), 200);
    expect(await api.verify()).toEqual([]);
  });

  test('goes to another: to whose it is already it is refused, and the chain tells of nothing', async () => {
    const { etag } = await draft('ban-giao-cho-minh');
    const toOneself = await must(post(drafter, 'ban-giao-cho-minh', 'hand-over', etag, { to: drafter.staffId }), 422);
    expect(toOneself.body).toMatchObject({
      code: 'already-theirs',
      detail: expect.stringContaining('đồng nghiệp khác'),
    });
    const events = await api.deps.register.listEvents(OWN, 'ban-giao-cho-minh');
    expect(events.map(({ act }) => act)).toEqual(['create']);
    const to = { to: colleague.staffId };
    await must(post(drafter, 'ban-giao-cho-minh', 'hand-over', etag, to), 200);
  });

  test('is given by an admin where whose it was no longer works here, and else by nobody', async () => {
    const { etag } = await draft('nguoi-soan-thoi-viec');
    const give = () => post(admin, 'nguoi-soan-thoi-viec', 'hand-over', etag, { to: colleague.staffId });
    expect((await must(give(), 403)).body.code).toBe('not-drafter');
    expect(
      (await must(post(another, 'nguoi-soan-thoi-viec', 'hand-over', etag, { to: another.staffId }), 403)).body.code,
    ).toBe('not-drafter');
    const stranger = someone('dong-nai', 'drafter', 'admin');
    expect((await must(post(stranger, 'nguoi-soan-thoi-viec', 'hand-over', etag, { to: 'x' }), 404)).body.code).toBe(
      'not-found',
    );
    await enrol(drafter, { active: false, rev: 1 });
    expect((await must(give(), 200)).body.drafterId).toBe(colleague.staffId);
  });

  test('is listed for an admin before: drafts, steps and signatures of one person, by type alone where the admin may not see them', async () => {
    const leaver: Who = { organ: OWN, staffId: 'nguoi-sap-thoi', roles: ['drafter', 'checker'] };
    await enrol(leaver);
    const held = (who: Who) => api.send(who, 'GET', `/people/${leaver.staffId}/held-documents`);
    expect((await must(held(admin), 200)).body.items).toEqual([]);
    await must(api.send(leaver, 'POST', '/documents', { docId: 'cua-nguoi-sap-thoi', data }), 201);
    const by = { kind: 'person', staffId: leaver.staffId };
    const { rev } = (await must(api.send(admin, 'GET', '/office'), 200)).body;
    const steps = [{ types: ['KeHoach'], steps: [{ step: 'form', by }] }];
    await must(api.send(admin, 'PUT', '/office', { ownDraftAllowed: false, steps }, { 'if-match': `"r${rev}"` }), 200);
    const other = await must(api.send(colleague, 'POST', '/documents', { docId: 'buoc-cua-ho', data }), 201);
    await must(post(colleague, 'buoc-cua-ho', 'submit', other.etag), 200);
    const { items } = (await must(held(admin), 200)).body;
    expect(items).toMatchObject([
      { docId: 'cua-nguoi-sap-thoi', turn: 'draft', typeName: 'Kế hoạch', version: 1, rev: 1 },
      { docId: 'buoc-cua-ho', turn: 'step', stateName: 'chờ kiểm tra thể thức' },
    ]);
    for (const item of items) expect(item).not.toHaveProperty('subject');
    const seeing: Who = { ...admin, roles: ['admin', 'drafter'] };
    expect((await must(held(seeing), 200)).body.items[0].subject).toBe(data.subject);
    for (const who of [leaver, drafter, signer]) expect((await must(held(who), 403)).body.code).toBe('role-missing');
    expect((await must(held(someone('dong-nai', 'admin')), 200)).body.items).toEqual([]);
    await enrol(leaver, { active: false, rev: 1 });
    const etag = (one: { version: number; rev: number }) => `"v${one.version}-r${one.rev}"`;
    await must(post(admin, items[0].docId, 'hand-over', etag(items[0]), { to: colleague.staffId }), 200);
    const notTheirs = await must(
      post(admin, items[1].docId, 'hand-over', etag(items[1]), { to: another.staffId }),
      422,
    );
    expect(notTheirs.body.code).toBe('no-such-colleague');
    await must(post(admin, items[1].docId, 'hand-over', etag(items[1]), { to: relief.staffId }), 200);
    expect((await must(held(admin), 200)).body.items).toEqual([]);
    const signs = (await must(api.send(admin, 'GET', `/people/${signer.staffId}/held-documents`), 200)).body.items;
    expect(signs.map((one: { turn: string }) => one.turn)).toContain('signature');
  });
});
