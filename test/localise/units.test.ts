import { describe, expect, test } from 'vitest';
import { overlappingProfiles } from '#document/organ-directory.ts';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { provinceNames } from '#localise/units/province-names.ts';
import { readOverrides } from '#localise/units/read-overrides.ts';
import { selectUnits } from '#localise/units/select-units.ts';
import { unitOrgan } from '#localise/units/unit-organ.ts';
import { unitName, unitProfile } from '#localise/units/unit-profile.ts';
import { unitOf } from './support/example.ts';

const { provinces, units } = unitDirectory();

describe('the directory', () => {
  test('has 34 provinces and 3,321 units, as of 25/7/2026', () => {
    expect([unitDirectory().asOf, provinces.size, units.size]).toEqual(['2026-07-25', 34, 3321]);
    const kinds = Map.groupBy(units.values(), ({ kind }) => kind);
    expect([...kinds].map(([kind, list]) => [kind, list.length]).sort()).toEqual([
      ['phường', 697],
      ['xã', 2611],
      ['đặc khu', 13],
    ]);
  });

  test('chooses a unit, a province or all by code, each unit once', () => {
    expect(selectUnits('25326').units).toEqual([unitOf('25326')]);
    expect(selectUnits('75, 25326').units).toHaveLength(95);
    expect(selectUnits('*').units).toHaveLength(3321);
    expect(selectUnits('99 75000').findings.map(({ message }) => message)).toEqual([
      'Không có đơn vị hành chính mã “99”.',
      'Không có đơn vị hành chính mã “75000”.',
    ]);
  });
});

describe('units by name', () => {
  const codes = (list: string, province?: string) => selectUnits(list, province).units.map(({ code }) => code);
  const said = (list: string, province?: string) =>
    selectUnits(list, province).findings.map(({ code, message }) => [code, message]);

  test('are found with their kind or without, with marks or without, and within a province', () => {
    const [phuLy] = [...units.values()].filter(({ name, provinceCode }) => name === 'Phú Lý' && provinceCode === '75');
    for (const typed of [
      'Phú Lý',
      'phu ly',
      'xã Phú Lý',
      'UBND xã Phú Lý',
      'Phú Lý (Đồng Nai)',
      'Phú Lý (thành phố Đồng Nai)',
    ]) {
      expect([typed, codes(typed, '75')]).toEqual([typed, [phuLy?.code]]);
    }
    expect(codes('Phú Lý; phường Bình Long\n25326', '75')).toEqual([phuLy?.code, '25326'].sort());
    expect(codes('thành phố Đồng Nai')).toHaveLength(95);
    expect(codes('*', '75')).toHaveLength(95);
    expect(codes('4')).toEqual([]);
    expect(codes('0004')).toEqual(['00004']);
  });

  test('that are wrong are told once, and those of one name with their codes', () => {
    expect(said('Phú Ly xyz, Phú Ly xyz, 99999')).toEqual([
      ['UNIT_UNKNOWN', 'Không có đơn vị hành chính “Phú Ly xyz”.'],
      ['UNIT_UNKNOWN', 'Không có đơn vị hành chính mã “99999”.'],
    ]);
    const [[code, message]] = said('Tân An') as [[string, string]];
    expect(code).toBe('UNIT_AMBIGUOUS');
    expect(message).toMatch(/^Có nhiều đơn vị tên “Tân An”: .*mã \d{5}\).* và \d+ đơn vị khác; hãy ghi mã\.$/);
    const elsewhere = said('01, 00004', '75');
    expect(elsewhere).toHaveLength(1);
    expect(elsewhere[0]?.[1]).toMatch(
      /^phường Ba Đình \(Hà Nội, mã 00004\), .* và \d+ đơn vị khác không thuộc tỉnh, thành phố của kế hoạch cấp trên\.$/,
    );
  });
});

describe('profiles out of the box', () => {
  const organs = [...units.values()].map((unit) => unitOrgan(unitProfile(unit)));

  test('are sound organs, all of them, and no two have one id', () => {
    for (const organ of organs) organProfile.parse(organ);
    expect(new Set(organs.map(({ organId }) => organId)).size).toBe(3321);
    expect(overlappingProfiles(organs)).toEqual([]);
  });

  test('tell the ten units called Tân An apart by code', () => {
    const named = [...units.values()].filter(({ name }) => name === 'Tân An');
    expect(named).toHaveLength(10);
    expect(new Set(named.map((unit) => unitProfile(unit).organId)).size).toBe(10);
    expect(new Set(named.map(({ provinceCode }) => provinceCode)).size).toBe(10);
  });

  test.each([
    ['26179', 'Ủy ban nhân dân xã Tân An', 'Tân An', 'Phòng Kinh tế', 'ấp, thôn'],
    ['25326', 'Ủy ban nhân dân phường Bình Long', 'Bình Long', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'khu phố'],
    ['23272', 'Ủy ban nhân dân đặc khu Phú Quý', 'Phú Quý', 'Phòng Kinh tế', 'khu dân cư'],
    ['31078', 'Ủy ban nhân dân đặc khu Phú Quốc', 'Phú Quốc', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'khu dân cư'],
    ['24823', 'Ủy ban nhân dân Phường 1 Bảo Lộc', 'Phường 1 Bảo Lộc', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'tổ dân phố'],
  ])('give %s its name, place, office of the economy and parts', (code, name, place, economy, parts) => {
    const profile = unitProfile(unitOf(code));
    const organ = unitOrgan(profile);
    expect([organ.name, organ.place, profile.offices['kinh tế']?.name, profile.residentialUnits]).toEqual([
      name,
      place,
      economy,
      parts,
    ]);
  });

  test("take a capital for the kind where a human says that the name is a person's (PL II, III.1.b)", () => {
    const unit = unitOf('00256');
    expect(unitName(unitProfile(unit))).toBe('phường Hai Bà Trưng');
    const organ = unitOrgan(unitProfile(unit, { schema: 'DonVi@1', unitCode: '00256', named: 'person' }));
    expect([organ.name, organ.place]).toEqual(['Ủy ban nhân dân Phường Hai Bà Trưng', 'Phường Hai Bà Trưng']);
    expect(organ.namesInOpening.organ).toBe('UBND phường');
  });
});

test('a province is called as on the day', () => {
  const named = (code: string, on: string) => {
    const province = provinces.get(code);
    return province && provinceNames(province, on).name;
  };
  expect(named('75', '2026-04-29')).toBe('tỉnh Đồng Nai');
  expect(named('75', '2026-04-30')).toBe('thành phố Đồng Nai');
  expect(named('79', '2026-04-30')).toBe('Thành phố Hồ Chí Minh');
  expect(named('01', '2026-04-30')).toBe('thành phố Hà Nội');
});

describe('overrides', () => {
  const ok = { schema: 'DonVi@1', unitCode: '25326', residentialUnits: 'khu phố' };

  test('that are broken fail their own unit alone, with the field and the reason', () => {
    const { byCode, broken, findings } = readOverrides([
      ok,
      { schema: 'DonVi@1', unitCode: '26179', offices: { 'thú y': { name: 'Trạm Thú y' } } },
      { schema: 'DonVi@1', unitCode: '26068', named: 'vua' },
      { schema: 'DonVi@1', unitCode: '99999' },
      null,
    ]);
    expect([...byCode.keys()]).toEqual(['25326']);
    expect([...broken.keys()]).toEqual(['26179', '26068']);
    expect(broken.get('26068')).toMatchObject([
      {
        code: 'PROFILE_INVALID',
        message: 'Hồ sơ đơn vị có lỗi ở named: Giá trị không hợp lệ; chỉ nhận: place, person, number, event.',
      },
    ]);
    expect(findings.map(({ path }) => path)).toEqual(['Hồ sơ đơn vị thứ 4', 'Hồ sơ đơn vị thứ 5']);
  });

  test('given twice for one unit fail it', () => {
    const { byCode, broken } = readOverrides([ok, ok]);
    expect([byCode.size, [...broken.keys()]]).toEqual([0, ['25326']]);
  });
});
