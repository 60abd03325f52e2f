import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationLine } from '#present/findings/violation-lines.ts';
import { organNameKey } from '#register/table/keys/search-keys.ts';
import { readProfiles } from '#usecases/profiles.ts';
import { CITY, type Desk, openDesk } from '../support/desk.ts';

let desk: Desk;
let name: string;
beforeAll(async () => {
  desk = await openDesk();
  const [profile] = await readProfiles(desk.deps, CITY);
  name = profile?.name ?? '';
});
afterAll(() => desk.stop());

test('an organ that the directory of names does not lead to any more is told by its name', async () => {
  expect(await desk.verify()).toEqual([]);
  const [first = ''] = name.toLowerCase().split(' ');
  const token = first.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');
  desk.table.remove(organNameKey(token, CITY, name));
  const violations = await desk.verify();
  expect(violations).toEqual([{ invariant: 'I9', code: 'names-missing', organ: CITY, where: name, what: '1' }]);
  expect(violations.map(violationLine).join()).toContain('danh bạ tên cơ quan thiếu 1 mục');
});

test('an entry that says another name under the same words is told as well', async () => {
  const [, second = ''] = name.toLowerCase().split(' ');
  const token = second.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');
  await desk.table.change(organNameKey(token, CITY, name), { name: 'Ủy ban khác' });
  expect((await desk.verify()).map(({ code, what }) => `${code} ${what}`)).toEqual(['names-missing 2']);
});
