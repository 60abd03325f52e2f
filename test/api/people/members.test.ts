import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, openTestApi, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const admin = someone(OWN, 'admin');
const body = { username: 'lan', name: 'Nguyễn Thị Lan', roles: ['clerk'], active: true };
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
});
afterAll(() => api.close());

const put = (staffId: string, sent: object, headers: Record<string, string>, who = admin) =>
  api.send(who, 'PUT', `/members/${staffId}`, sent, headers);
const fresh = { 'if-none-match': '*' };

test('an admin adds a member, changes the roles and ends it, each on what was seen', async () => {
  const added = await must(put('vt-01', body, fresh), 200);
  expect(added.etag).toBe('"r1"');
  expect(added.body).toMatchObject({ staffId: 'vt-01', ...body, updatedBy: admin.staffId });
  await must(put('vt-01', body, {}), 428);
  await must(put('vt-01', body, fresh), 412);
  await must(put('vt-01', { ...body, roles: ['clerk', 'reader'] }, { 'if-match': added.etag }), 200);
  await must(put('vt-01', { ...body, active: false }, { 'if-match': added.etag }), 412);
  await must(put('vt-01', { ...body, active: false }, { 'if-match': '"r2"' }), 200);
  const { items } = (await must(api.send(admin, 'GET', '/members'), 200)).body;
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    active: false,
    rev: 3,
    changes: [{ rev: 1 }, { rev: 2 }, { rev: 3, active: false }],
  });
});

test('everyone of the organ sees the names and roles of colleagues, and nothing else of them', async () => {
  await must(put('vt-09', { ...body, username: 'huong', name: 'Lê Thị Hương' }, fresh), 200);
  const { items } = (await must(api.send(someone(OWN, 'reader'), 'GET', '/people'), 200)).body;
  expect(items).toContainEqual({ staffId: 'vt-09', name: 'Lê Thị Hương', roles: ['clerk'], active: true });
  const other = (await must(api.send(someone('dong-nai', 'admin'), 'GET', '/people'), 200)).body;
  expect(JSON.stringify(other)).not.toContain('Lê Thị Hương');
});

test('a name longer than people are called, or an id of another form, is refused, and nobody is locked out', async () => {
  const long = await must(put('vt-20', { ...body, username: 'dai', name: 'N'.repeat(201) }, fresh), 422);
  expect(long.body.errors).toMatchObject([{ code: 'TOO_LONG', pointer: ['name'] }]);
  await must(put('vt-20', { ...body, username: 'dai', name: 'N'.repeat(200) }, fresh), 200);
  await must(api.send(admin, 'GET', '/members'), 200);
  const form = await must(put('VT-21', { ...body, username: 'hoa-21' }, fresh), 422);
  expect(form.body.errors).toMatchObject([{ code: 'INVALID_ID', pointer: ['staffId'] }]);
  const day = await must(api.send(admin, 'PUT', '/profiles/2026-13-01', {}, fresh), 422);
  expect(day.body.errors[0]).toMatchObject({ pointer: ['validFrom'] });
});

test('a member that could not be read again is not written', async () => {
  const command = { organ: OWN, staffId: 'vt-22', username: 'vt-22', roles: ['clerk' as const], active: true };
  const writing = api.members.put({ ...command, name: 'N'.repeat(201), rev: null, actor: 'x', at: new Date() });
  await expect(writing).rejects.toMatchObject({ code: 'bad-member', params: { fields: 'name' } });
  expect(await api.members.get(OWN, 'vt-22')).toBeUndefined();
});

test('a member has one sign-in name, which is nobody else’s', async () => {
  await must(put('vt-02', { ...body, username: 'hoa' }, fresh), 200);
  const taken = await must(put('vt-03', { ...body, username: 'hoa' }, fresh), 409);
  expect(taken.body.code).toBe('login-taken');
  const renamed = await must(put('vt-02', { ...body, username: 'hue' }, { 'if-match': '"r1"' }), 409);
  expect(renamed.body.detail).toBe('Tên đăng nhập “hoa” của người này không đổi được.');
});

test('an admin does not take the right away from themselves', async () => {
  const own = { username: 'quan-tri', name: 'Quản trị', roles: ['admin'], active: true };
  await must(put(admin.staffId, own, fresh), 200);
  for (const less of [{ active: false }, { roles: ['clerk'] }]) {
    const refused = await must(put(admin.staffId, { ...own, ...less }, { 'if-match': '"r1"' }), 409);
    expect(refused.body.code).toBe('own-admin');
  }
});

test('what the server writes is refused, and every field that is wrong is named', async () => {
  const refused = await must(put('vt-05', { ...body, roles: [], organ: 'dong-nai', rev: 7 }, fresh), 422);
  expect(
    refused.body.errors.map(({ pointer }: { readonly pointer: readonly string[] }) => pointer[0]).sort(),
  ).toContain('roles');
  await must(put('Văn thư', body, fresh), 422);
});

test('another organ’s admin sees none of them', async () => {
  const other = someone('dong-nai', 'admin');
  expect((await must(api.send(other, 'GET', '/members'), 200)).body.items).toEqual([]);
  await must(put('vt-02', { ...body, username: 'hoa', active: false }, { 'if-match': '"r1"' }, other), 412);
});

test('two admins who end each other at once leave one', async () => {
  const [one, two] = ['mot', 'hai'].map((staffId) => ({ ...admin, staffId }));
  for (const { staffId } of [one!, two!]) {
    await must(put(staffId, { username: staffId, name: staffId, roles: ['admin'], active: true }, fresh), 200);
  }
  const end = (who: typeof admin, staffId: string) =>
    put(staffId, { username: staffId, name: staffId, roles: ['admin'], active: false }, { 'if-match': '"r1"' }, who);
  const ended = await Promise.all([end(one!, 'hai'), end(two!, 'mot')]);
  expect(ended.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('a sign-in name is not taken from another organ by giving the same id', async () => {
  const other = someone('dong-nai', 'admin');
  const phuong = { username: 'phuong', name: 'Phượng', roles: ['clerk'], active: true };
  await must(put('p-01', phuong, fresh, other), 200);
  await must(put('p-01', { ...phuong, active: false }, { 'if-match': '"r1"' }, other), 200);
  expect((await must(put('p-01', phuong, fresh), 409)).body.code).toBe('login-taken');
  const moved = {
    organ: OWN,
    staffId: 'p-01',
    ...phuong,
    roles: ['clerk' as const],
    rev: null,
    actor: 'x',
    at: new Date(),
  };
  expect(await api.members.put({ ...moved, mayMoveLogin: true })).toMatchObject({ organ: OWN, active: true });
});

test('a sign-in name is kept in lower case without outer spaces, and is not the system’s', async () => {
  const added = await must(put('vt-19', { ...body, username: ' Hai-Yen ' }, fresh), 200);
  expect(added.body.username).toBe('hai-yen');
  expect((await must(put('system', { ...body, username: 'may' }, fresh), 409)).body.code).toBe('reserved-id');
});
