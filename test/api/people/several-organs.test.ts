import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const WARD = 'phuong-binh-long';
const CITY = 'dong-nai';
const { clerk } = office(WARD);
const admin = someone(WARD, 'admin');
/** Works at the city, and signs and keeps the book for the ward as well. */
const both: Who = { organ: CITY, staffId: 'nguoi-hai-noi', roles: ['reader'] };
const stranger: Who = { organ: CITY, staffId: 'nguoi-mot-noi', roles: ['drafter', 'signer', 'clerk', 'admin'] };
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
  for (const { organ, staffId, roles } of [both, stranger, { ...admin, staffId: 'nguoi-phuong' }]) {
    await api.members.put({
      ...{ organ, staffId, username: staffId, name: `Người ${staffId}`, roles: [...roles], active: true },
      ...{ rev: null, actor: 'nguoi-van-hanh', at: new Date() },
    });
  }
});
afterAll(() => api.close());

const isNew = { 'if-none-match': '*' };
const inWard = (who: Who, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  api.send(who, method, `/o/${WARD}${path}`, body, headers);
const invite = (staffId: string, more: object = {}, headers: Record<string, string> = isNew): Promise<Reply> =>
  api.send(
    admin,
    'PUT',
    `/guests/${staffId}`,
    { home: CITY, roles: ['drafter', 'clerk'], active: true, ...more },
    headers,
  );
const organs = async (who: Who) =>
  (await must(api.send(who, 'GET', '/memberships'), 200)).body.items.map(
    ({ organ, isAccepted }: { readonly organ: string; readonly isAccepted: boolean }) => `${organ} ${isAccepted}`,
  );

describe('a person in several organs', () => {
  test('counts in the second one when they took it, as what they are there, and not a moment longer', async () => {
    expect((await must(inWard(both, 'GET', '/lists'), 403)).body.code).toBe('not-a-member');
    const invited = await must(invite(both.staffId), 200);
    expect(invited.body).not.toHaveProperty('name');
    expect(await organs(both)).toEqual([`${CITY} true`, `${WARD} false`]);
    expect((await must(inWard(both, 'GET', '/lists'), 403)).body.code).toBe('not-a-member');
    const taken = await must(api.send(both, 'POST', `/memberships/${WARD}/accept`), 200);
    expect(taken.body).toMatchObject({ organName: expect.stringContaining('Bình Long'), roles: ['drafter', 'clerk'] });
    expect((await must(api.send(both, 'POST', `/memberships/${WARD}/accept`), 200)).body).toEqual(taken.body);

    const made = await must(inWard(both, 'POST', '/documents', { docId: 'viet-cho-phuong', data }), 201);
    expect(made.headers.get('location')).toBe(`/o/${WARD}/documents/viet-cho-phuong`);
    expect(made.body.document).toMatchObject({ organ: WARD, drafterId: both.staffId });
    expect((await must(api.send(both, 'GET', '/documents/viet-cho-phuong'), 404)).body.code).toBe('not-found');
    expect((await must(api.send(both, 'POST', '/documents', { docId: 'viet-cho-tinh-a', data }), 403)).body.code).toBe(
      'role-missing',
    );
    await must(issue(api, clerk, await approve(api, data, 'van-ban-cua-phuong')), 200);
    expect((await must(inWard(both, 'GET', '/lists'), 200)).body['to-send']).toHaveLength(1);
    const { events } = (await must(inWard(both, 'GET', '/documents/viet-cho-phuong/audit'), 200)).body;
    expect(events).toMatchObject([{ act: 'create', actor: both.staffId, organ: WARD }]);

    const people = (await must(api.send(clerk, 'GET', '/people'), 200)).body.items;
    expect(people).toContainEqual(expect.objectContaining({ staffId: both.staffId, name: `Người ${both.staffId}` }));
    const { rev } = (await must(api.send(admin, 'GET', '/guests'), 200)).body.items[0];
    const less = await must(invite(both.staffId, { roles: ['reader'] }, { 'if-match': `"r${rev}"` }), 200);
    expect((await must(inWard(both, 'POST', '/documents', { data }), 403)).body.code).toBe('role-missing');
    await must(invite(both.staffId, { active: false }, { 'if-match': less.etag }), 200);
    expect((await must(inWard(both, 'GET', '/find?number=1'), 403)).body.code).toBe('not-a-member');
    const again = await must(invite(both.staffId, {}, { 'if-match': `"r${less.body.rev + 1}"` }), 200);
    expect(again.body).not.toHaveProperty('acceptedAt');
    expect((await must(inWard(both, 'GET', '/lists'), 403)).body.code).toBe('not-a-member');
    await must(api.send(both, 'POST', `/memberships/${WARD}/accept`), 200);
    expect(await api.verify()).toEqual([]);
  });

  test('is invited by the name they sign in by, in any case; a name of nobody, of somebody who left or of the own organ is told', async () => {
    const byName = (username: string, who = admin) => api.send(who, 'POST', '/guests', { username, roles: ['reader'] });
    const invited = await must(byName('Nguoi-Mot-Noi'), 200);
    expect(invited.body).toMatchObject({ staffId: stranger.staffId, home: CITY, roles: ['reader'], active: true });
    expect(invited.body).not.toHaveProperty('name');
    expect(await organs(stranger)).toEqual([`${CITY} true`, `${WARD} false`]);
    expect((await must(byName('khong-co-ai'), 422)).body.code).toBe('no-such-login');
    expect((await must(byName('nguoi-phuong'), 422)).body.code).toBe('own-home');
    expect((await must(byName('nguoi-mot-noi', clerk), 403)).body.code).toBe('role-missing');
    await must(invite(stranger.staffId, { active: false }, { 'if-match': invited.etag }), 200);
    expect((await must(byName('nguoi-mot-noi'), 200)).body).toMatchObject({ active: true });
    const again = (await must(api.send(admin, 'GET', '/guests'), 200)).body.items.find(
      (one: { readonly staffId: string }) => one.staffId === stranger.staffId,
    );
    await must(invite(stranger.staffId, { active: false }, { 'if-match': `"r${again.rev}"` }), 200);
  });

  test('is the one who was invited: nobody else takes it, of whatever organ and id', async () => {
    expect((await must(api.send(stranger, 'POST', `/memberships/${WARD}/accept`), 404)).body.code).toBe('not-found');
    const namesake: Who = { ...both, organ: 'huyen-khac' };
    expect((await must(inWard(namesake, 'GET', '/lists'), 403)).body.code).toBe('not-a-member');
    expect((await must(api.send(namesake, 'POST', `/memberships/${WARD}/accept`), 404)).body.code).toBe('not-found');
    for (const organ of ['co-quan-khong-co', CITY.toUpperCase(), '..%2F', `${WARD}%2F`]) {
      const { status } = await api.send(stranger, 'GET', `/o/${organ}/lists`);
      expect([403, 404, 200], organ).toContain(status);
      if (status === 200) throw new Error(organ);
    }
    expect((await must(inWard(stranger, 'GET', '/lists'), 403)).body.code).toBe('not-a-member');
    expect((await must(api.send(null, 'GET', `/o/${WARD}/lists`), 401)).body.code).toBe('unauthenticated');
    expect((await must(api.send(null, 'GET', `/o/${WARD}/healthz`), 404)).body.code).toBe('no-route');
    expect((await must(api.send(both, 'GET', `/o/${WARD}/o/${CITY}/lists`), 404)).body.code).toBe('no-route');
  });

  test('has an id that no other person of the organ has', async () => {
    expect((await must(invite('nguoi-phuong'), 409)).body.code).toBe('id-of-member');
    expect((await must(invite('nguoi-moi', { home: WARD }), 422)).body.code).toBe('own-home');
    const body = { username: 'hai-noi', name: 'Người khác', roles: ['signer'], active: true };
    const own = await must(api.send(admin, 'PUT', `/members/${both.staffId}`, body, isNew), 409);
    expect(own.body.code).toBe('id-of-guest');
    const { rev } = (await must(api.send(admin, 'GET', '/guests'), 200)).body.items[0];
    const other = await must(invite(both.staffId, { home: 'huyen-khac' }, { 'if-match': `"r${rev}"` }), 409);
    expect(other.body.code).toBe('guest-of-another');
    // An operator may have added one past the API: then the id is the member's.
    const at = new Date();
    await api.members.put({
      ...body,
      roles: ['signer'],
      organ: WARD,
      staffId: both.staffId,
      rev: null,
      actor: 'x',
      at,
    });
    expect((await must(inWard(both, 'GET', '/lists'), 403)).body.code).toBe('not-a-member');
  });

  test('is invited by an admin of the organ, never as one, and is told nothing of others', async () => {
    expect(
      (await must(api.send(clerk, 'PUT', '/guests/ai-do', { home: CITY, roles: ['clerk'], active: true }, isNew), 403))
        .body.code,
    ).toBe('role-missing');
    expect((await must(invite('ai-do', { roles: ['admin'] }), 422)).body.code).toBe('bad-request');
    expect((await must(api.send(clerk, 'GET', '/guests'), 403)).body.code).toBe('role-missing');
    await must(invite('ma-khong-co-that'), 200);
    expect(await organs(stranger)).toEqual([`${CITY} true`]);
  });
});
