import { expect, test } from 'vitest';
import { overlappingProfiles, profileOn, seriesFor } from '#document/organ-directory.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { check, only, organs, plan } from './scene.ts';

const valid = (validFrom: string, validTo: string | null, organId = 'a'): OrganProfile => ({
  ...organs[2]!,
  organId,
  validFrom,
  validTo,
});

test.each([
  ['2026-04-29', 'tỉnh Đồng Nai', 'Đồng Nai'],
  ['2026-04-30', 'thành phố Đồng Nai', 'Đồng Nai'],
  ['2030-01-01', 'thành phố Đồng Nai', 'Đồng Nai'],
])('on %s Đồng Nai is %s, and its place the same', (date, line, place) => {
  const profile = profileOn(organs, 'dong-nai', date);
  expect([profile?.headerLines[1], profile?.place]).toEqual([line, place]);
});

test('knows no organ before its first day, after its last, in a gap, or of another id', () => {
  const profiles = [valid('2025-01-01', '2025-12-31'), valid('2026-02-01', '2026-06-30')];
  const days = ['2024-12-31', '2026-01-15', '2026-07-01'];
  expect(days.map((day) => profileOn(profiles, 'a', day))).toEqual([null, null, null]);
  expect(profileOn(profiles, 'b', '2025-05-05')).toBeNull();
  expect(profileOn(profiles, 'constructor', '2025-05-05')).toBeNull();
});

test('takes both ends of a validity for included', () => {
  const [one, two] = [valid('2025-01-01', '2025-12-31'), valid('2026-01-01', null)];
  expect(profileOn([one, two], 'a', '2025-12-31')).toBe(one);
  expect(profileOn([one, two], 'a', '2026-01-01')).toBe(two);
});

test('takes the younger of two that are valid at once, in any order', () => {
  const [old, young] = [valid('2020-01-01', null), valid('2026-01-01', null)];
  expect(profileOn([old, young], 'a', '2026-05-05')).toBe(young);
  expect(profileOn([young, old], 'a', '2026-05-05')).toBe(young);
  expect(profileOn([young, old], 'a', '2025-05-05')).toBe(old);
});

test('finds every pair that is valid at once, neighbours or not', () => {
  const [long, inside, later] = [
    valid('2020-01-01', '2030-01-01'),
    valid('2021-01-01', '2022-01-01'),
    valid('2025-01-01', null),
  ];
  expect(overlappingProfiles([later, inside, long])).toEqual([
    [long, inside],
    [long, later],
  ]);
  expect(overlappingProfiles([valid('2020-01-01', '2020-12-31'), valid('2020-12-31', null)])).toHaveLength(1);
  expect(overlappingProfiles([valid('2020-01-01', '2020-12-30'), valid('2020-12-31', null)])).toEqual([]);
  expect(overlappingProfiles([valid('2020-01-01', null, 'a'), valid('2020-01-01', null, 'b')])).toEqual([]);
});

test('says which organ has no profile on the day, and what to do', () => {
  const { findings } = check(plan({ organ: 'phuong-la' }));
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ code: 'ORGAN_UNKNOWN', path: 'Cơ quan ban hành (organ)', severity: 'error' });
  expect(findings[0]?.message).toBe(
    'Cơ quan ban hành không có hồ sơ có hiệu lực vào ngày 16/3/2026; hãy kiểm tra mã cơ quan hoặc bổ sung hồ sơ cho ngày đó.',
  );
});

test('resolves a document with the profile of its day', () => {
  const onDay = (day: string) => {
    const signer = { authority: [{ position: 'Chủ tịch' }], fullName: 'Võ Tấn Đức' };
    return check(plan({ organ: 'dong-nai', bases: [], signer }), 'refuse', day).profile?.headerLines[1];
  };
  expect([onDay('2026-04-29'), onDay('2026-04-30')]).toEqual(['tỉnh Đồng Nai', 'thành phố Đồng Nai']);
});

test('names the series of a type, or none', () => {
  expect(seriesFor(organs[0]!, 'CongVan')?.name).toBe('cong-van');
  expect(seriesFor({ ...organs[0]!, series: [{ name: 'x', types: ['KeHoach'] }] }, 'CongVan')).toBeNull();
});

test('refuses only a document whose organ it does not know, not its signer as well', () => {
  expect(only(plan({ organ: 'phuong-la', signer: { authority: [{ position: 'Vua' }] } })).code).toBe('ORGAN_UNKNOWN');
});
