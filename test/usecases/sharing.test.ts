import { afterAll, beforeAll, expect, test } from 'vitest';
import { findByNumber } from '#usecases/finding/find-by-number.ts';
import { CITY, type Desk, openDesk } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

test('a newer profile that cannot be read shares with nobody, whatever an older one said', async () => {
  const { row } = await desk.sent('việc của thành phố');
  const ward = { organ: 'phuong-binh-long', staffId: 'a-reader', roles: ['reader'] } as const;
  const seenBy = async (deps: Desk['deps']) =>
    (await findByNumber(deps, ward, { text: row.symbol })).found.map((one) => one.row.docId);
  const withProfiles = (change: (profile: object, isNewest: boolean) => object): Desk['deps'] => ({
    ...desk.deps,
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
