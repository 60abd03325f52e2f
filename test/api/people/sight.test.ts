import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example, must, office, openTestApi, type Reply, someone, type TestApi, type Who } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer, clerk } = office(OWN);
const admin = someone(OWN, 'admin');
const sameUnit: Who = { organ: OWN, staffId: 'cung-don-vi', roles: ['drafter'] };
const otherUnit: Who = { organ: OWN, staffId: 'khac-don-vi', roles: ['drafter'] };
const checker: Who = { organ: OWN, staffId: 'nguoi-kiem-tra', roles: ['checker'] };
const deputy: Who = { organ: OWN, staffId: 'nguoi-thay', roles: ['checker'] };
const otherChecker: Who = { organ: OWN, staffId: 'nguoi-kiem-tra-khac', roles: ['checker', 'signer'] };
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;
let units: string[];

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
  const { profile, validFrom, rev } = (await must(api.send(admin, 'GET', '/profiles'), 200)).body.items.at(-1);
  const named = [
    { abbreviation: 'VP', name: 'Văn phòng' },
    { abbreviation: 'KT', name: 'Phòng Kinh tế' },
  ];
  const withUnits = { ...profile, units: named };
  await must(api.send(admin, 'PUT', `/profiles/${validFrom}`, withUnits, { 'if-match': `"r${rev}"` }), 200);
  units = named.map(({ abbreviation }) => abbreviation);
  const [own, other] = units;
  for (const who of [drafter, sameUnit]) await enrol(who, own);
  for (const who of [clerk, checker, deputy, otherChecker, otherUnit]) await enrol(who, other);
  await enrol(signer);
  const office = {
    ownDraftAllowed: false,
    steps: [{ steps: [{ step: 'content', by: { kind: 'person', staffId: checker.staffId } }] }],
    absences: [{ staffId: checker.staffId, from: '2026-03-20', to: '2026-03-21', deputy: deputy.staffId }],
  };
  await must(api.send(admin, 'PUT', '/office', office, { 'if-none-match': '*' }), 200);
});
afterAll(() => api.close());

async function enrol({ organ, staffId, roles }: Who, unit?: string) {
  const about = { organ, staffId, username: staffId, name: staffId, roles: [...roles], active: true, rev: null };
  await api.members.put({ ...about, unit, actor: 'nguoi-van-hanh', at: new Date() });
}

const act = (who: Who, docId: string, name: string, etag: string, body?: object): Promise<Reply> =>
  api.send(who, 'POST', `/documents/${docId}/${name}`, body, { 'if-match': etag });
const seesDocument = async (who: Who, docId: string) =>
  (await api.send(who, 'GET', `/documents/${docId}`)).status === 200;
const listed = async (who: Who, state: string, cursor?: string): Promise<string[]> => {
  const from = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  const { items, cursor: next } = (await must(api.send(who, 'GET', `/documents?state=${state}${from}`), 200)).body;
  const ids = items.map(({ docId }: { readonly docId: string }) => docId);
  return next === undefined ? ids : [...ids, ...(await listed(who, state, next))];
};

describe('who sees a document before its number, in an office with units', () => {
  test('its unit and its people at each stage, a clerk from submitting on, and nobody else', async () => {
    const docId = 'trong-don-vi';
    const draft = await must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
    expect(draft.body.document.unit).toBe(units[0]);
    for (const [who, sees] of [
      [drafter, true],
      [sameUnit, true],
      [otherUnit, false],
      [checker, false],
      [signer, false],
      [clerk, false],
    ] as const) {
      expect(await seesDocument(who, docId), who.staffId).toBe(sees);
      expect((await listed(who, 'draft')).includes(docId), who.staffId).toBe(sees);
    }
    const submitted = await must(act(drafter, docId, 'submit', draft.etag), 200);
    for (const [who, sees] of [
      [sameUnit, true],
      [checker, true],
      [signer, true],
      [clerk, true],
      [otherUnit, false],
      [deputy, false],
      [otherChecker, false],
    ] as const) {
      expect(await seesDocument(who, docId), who.staffId).toBe(sees);
      expect((await listed(who, 'submitted')).includes(docId), who.staffId).toBe(sees);
    }
    api.calendar.moveTo('2026-03-20T09:00:00+07:00');
    expect(await seesDocument(deputy, docId)).toBe(true);
    expect(await listed(deputy, 'submitted')).toContain(docId);
    const returned = await must(act(checker, docId, 'return', submitted.etag, { reason: 'Thiếu căn cứ' }), 200);
    expect(returned.body).not.toHaveProperty('returnedFrom');
    for (const [who, sees] of [
      [checker, true],
      [signer, true],
      [clerk, false],
      [deputy, false],
    ] as const) {
      expect(await seesDocument(who, docId), who.staffId).toBe(sees);
    }
  });

  test('what hangs on a draft is as hidden as the draft: history, saves, remarks, preview, slip, presence', async () => {
    const docId = 'treo-vao';
    await must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
    const { paths } = (await must(api.send(null, 'GET', '/openapi.json'), 200)).body;
    const reading = Object.keys(paths).filter((path) => /^\/documents\/\{docId\}[^{]*$/.test(path) && paths[path].get);
    expect(reading).toContain('/documents/{docId}/saves');
    for (const path of reading) {
      const needed = path.endsWith('superior-changes') ? '?superior=dong-nai&from=dot-1&to=dot-2' : '';
      const { status } = await api.send(otherUnit, 'GET', path.replace('{docId}', docId) + needed);
      expect([403, 404], path).toContain(status);
    }
    for (const name of ['presence', 'copy', 'notes', 'preview']) {
      const { status } = await api.send(
        otherUnit,
        'POST',
        `/documents/${docId}/${name}`,
        {},
        { 'if-match': '"v1-r1"' },
      );
      expect([404, 405, 422], name).toContain(status);
    }
    await must(api.send(admin, 'GET', `/documents/${docId}/audit`), 200);
    await must(api.send(sameUnit, 'GET', `/documents/${docId}/audit`), 200);
  });

  test('an admin sees who did what on a day, and of a draft no more than its type', async () => {
    const docId = 'viec-trong-ngay';
    await must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
    const day = api.calendar.clock.now().toISOString().slice(0, 10);
    const asked = (query: string) => api.send(admin, 'GET', `/activity?${query}`);
    const ofDay = (await must(asked(`from=${day}&to=${day}&staffId=${drafter.staffId}`), 200)).body.items;
    const created = { actor: drafter.staffId, actName: 'tạo bản thảo', typeName: 'Kế hoạch', stateName: 'bản thảo' };
    expect(ofDay.at(-1)).toMatchObject(created);
    expect(ofDay.at(-1)).not.toHaveProperty('subject');
    expect(ofDay.at(-1)).not.toHaveProperty('docId');
    expect((await must(asked(`from=${day}&to=${day}&staffId=nguoi-khong-co`), 200)).body.items).toEqual([]);
    expect((await must(asked('from=2025-01-01&to=2025-12-31'), 200)).body.items).toEqual([]);
    expect((await asked(`from=${day}&to=2025-01-01`)).body.code).toBe('bad-period');
    for (const who of [drafter, clerk, signer]) {
      expect((await api.send(who, 'GET', `/activity?from=${day}&to=${day}`)).status).toBe(403);
    }
  });

  test('a draft that goes to a colleague of another unit is that unit’s from then on', async () => {
    const docId = 'chuyen-giao';
    const { etag } = await must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
    await must(act(drafter, docId, 'hand-over', etag, { to: otherUnit.staffId }), 200);
    expect(await seesDocument(otherUnit, docId)).toBe(true);
    expect(await seesDocument(sameUnit, docId)).toBe(false);
    expect(await api.verify()).toEqual([]);
  });

  test('a hundred documents of others and more never hide one’s own, whose turn it is or what came back', async () => {
    const others = Array.from({ length: 101 }, (_, index) => `van-ban-khac-${index}`);
    const drafts: Reply[] = [];
    for (const docId of others)
      drafts.push(await must(api.send(otherUnit, 'POST', '/documents', { docId, data }), 201));
    const docId = 'cua-minh';
    const draft = await must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
    expect(await listed(drafter, 'draft')).toContain(docId);
    const waits = async (who: Who, list: string) => {
      const { body } = await must(api.send(who, 'GET', '/lists'), 200);
      return body[list].map(({ document }: { readonly document: { readonly docId: string } }) => document.docId);
    };
    expect(await waits(drafter, 'drafts')).toContain(docId);
    for (const [index, { etag }] of drafts.entries())
      await must(act(otherUnit, `van-ban-khac-${index}`, 'submit', etag), 200);
    const moved = { steps: [{ steps: [{ step: 'content', by: { kind: 'person', staffId: otherChecker.staffId } }] }] };
    await must(api.send(admin, 'PUT', '/office', { ownDraftAllowed: false, ...moved }, { 'if-match': '"r1"' }), 200);
    const submitted = await must(act(drafter, docId, 'submit', draft.etag), 200);
    expect(await waits(otherChecker, 'to-check')).toEqual([docId]);
    const { toCheck } = (await must(api.send(otherChecker, 'GET', '/reminders'), 200)).body;
    expect(toCheck).toMatchObject([{ docId }]);
    await must(act(otherChecker, docId, 'return', submitted.etag, { reason: 'Thiếu căn cứ' }), 200);
    expect((await must(api.send(drafter, 'GET', '/reminders'), 200)).body.returned).toContainEqual(
      expect.objectContaining({ docId }),
    );
  });

  test('a member is of a unit that the office has, and is so told otherwise', async () => {
    const member = { username: 'moi', name: 'Người mới', roles: ['drafter'], active: true };
    const put = (unit: string | null, rev: string) =>
      api.send(
        admin,
        'PUT',
        '/members/nguoi-moi',
        { ...member, unit },
        rev === '*' ? { 'if-none-match': '*' } : { 'if-match': rev },
      );
    const refused = await must(put('KHONG', '*'), 422);
    expect(refused.body).toMatchObject({ code: 'no-such-unit' });
    expect(refused.body.detail).toContain(units[0]);
    const made = await must(put(units[0] ?? '', '*'), 200);
    expect(made.body).toMatchObject({ unit: units[0], changes: [{ unit: units[0] }] });
    expect((await must(put(null, made.etag), 200)).body).not.toHaveProperty('unit');
    const people = (await must(api.send(drafter, 'GET', '/people'), 200)).body.items;
    expect(people).toContainEqual(expect.objectContaining({ staffId: sameUnit.staffId, unit: units[0] }));
  });
});
