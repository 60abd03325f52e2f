import { afterAll, beforeAll, expect, test } from 'vitest';
import { RegisterError } from '#register/model/register-error.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { findByNumber } from '#usecases/search/find-by-number.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import { CITY, type Desk, openDesk } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

test('the organ that took another over reads its documents, whatever the old one shares, and nobody else does', async () => {
  const admin = { organ: CITY, staffId: 'an-admin', roles: ['admin'] } as const;
  const { row } = await desk.sent('việc của cơ quan cũ');
  const items = await desk.deps.register.listProfiles(CITY);
  const { profile, rev } = items.at(-1)!;
  const closed = { ...Object(profile), sharedWith: 'own', successor: 'phuong-binh-long' };
  await putProfile(desk.deps, admin, { profile: closed, rev });
  const seenBy = async (organ: string) => {
    const reader = { organ, staffId: 'a-reader', roles: ['reader'] } as const;
    const { found } = await findByNumber(desk.deps, reader, { text: row.symbol });
    return found.map((one) => `${one.row.symbol} ${one.row.issuedDate}`);
  };
  expect(await seenBy('phuong-binh-long')).toEqual([`${row.symbol} ${row.issuedDate}`]);
  expect(await seenBy('phuong-tran-bien')).toEqual([]);
  await putProfile(desk.deps, admin, { profile, rev: rev + 1 });
});

test('a newer profile that cannot be read shares with nobody, whatever an older one said', async () => {
  const { row } = await desk.sent('việc của thành phố');
  const ward = { organ: 'phuong-binh-long', staffId: 'a-reader', roles: ['reader'] } as const;
  const seenBy = async (deps: Desk['deps']) =>
    (await findByNumber(deps, ward, { text: row.symbol })).found.map((one) => one.row.docId);
  const withProfiles = (change: (profile: object, isNewest: boolean) => object): Desk['deps'] => ({
    ...desk.deps,
    sharing: createSharingCache(),
    register: {
      ...desk.deps.register,
      listProfiles: async (organ) => {
        const items = await desk.deps.register.listProfiles(organ);
        if (organ !== CITY) return items;
        return items.map((item, i) => ({ ...item, profile: change(Object(item.profile), i === items.length - 1) }));
      },
    },
  });
  expect(await seenBy(withProfiles((profile) => ({ ...profile, sharedWith: 'all' })))).toEqual([row.docId]);
  const newestUnreadable = withProfiles((profile, isNewest) => ({ ...profile, sharedWith: isNewest ? 7 : 'all' }));
  expect((await desk.deps.register.listProfiles(CITY)).length).toBeGreaterThan(1);
  expect(await seenBy(newestUnreadable)).toEqual([]);
});

test.each([
  ['has none', async () => []],
  ['has one that no schema reads', () => Promise.reject(new RegisterError('broken-item'))],
])('an organ that %s shares with nobody, and stops nobody’s search', async (_, listProfiles) => {
  const { row } = await desk.sent('việc riêng của thành phố');
  const ward = { organ: 'phuong-binh-long', staffId: 'a-reader', roles: ['reader'] } as const;
  const { register } = desk.deps;
  const deps = {
    ...desk.deps,
    sharing: createSharingCache(),
    register: {
      ...register,
      listProfiles: (organ: string) => (organ === CITY ? listProfiles() : register.listProfiles(organ)),
    },
  };
  expect((await findByNumber(deps, ward, { text: row.symbol })).found).toEqual([]);
});
