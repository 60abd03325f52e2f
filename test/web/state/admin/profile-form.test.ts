import { describe, expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { Problem } from '../../../../web/src/api/problem.ts';
import { letterOf } from '../../../../web/src/state/admin/profile.ts';
import { changedFields, dayLine, faultsAt, formOf, profileOf } from '../../../../web/src/state/admin/profile-form.ts';
import { organs } from '../../../document/scene.ts';

const ward = organs.find(({ organId }) => organId === 'phuong-binh-long')!;
const changedLabels = (...profiles: Parameters<typeof changedFields>) =>
  changedFields(...profiles).map(({ label }) => label);
const typed = (texts: Record<string, string>) => {
  const form = formOf(ward);
  return profileOf(ward, { ...form, texts: { ...form.texts, ...texts } });
};

describe('the form of an organ’s information', () => {
  test.each(organs)('gives back what it was made of: $name', (profile) => {
    expect(profileOf(profile, formOf(profile))).toEqual(profile);
    expect(changedLabels(profile, profileOf(profile, formOf(profile)))).toEqual([]);
  });

  test('names the organs that it took over and the one that took it over, and takes them away', () => {
    const named = typed({ predecessors: 'xa-thanh-an\n phuong-an-loc \n', successor: ' phuong-moi ' });
    expect(named).toMatchObject({ predecessors: ['xa-thanh-an', 'phuong-an-loc'], successor: 'phuong-moi' });
    const form = formOf(named);
    expect(profileOf(named, { ...form, texts: { ...form.texts, predecessors: '', successor: '' } })).toEqual(ward);
  });

  test('breaks the upper organ where the office breaks it, and takes it away', () => {
    const two = typed({ parentName: 'Sở Y tế\n thành phố Đồng Nai \n' });
    expect(two).toMatchObject({
      parentName: 'Sở Y tế thành phố Đồng Nai',
      parentLines: ['Sở Y tế', 'thành phố Đồng Nai'],
    });
    expect(changedLabels(ward, two)).toEqual(['Tên cơ quan chủ quản ở trên']);
    const none = profileOf(two, { ...formOf(two), texts: { ...formOf(two).texts, parentName: '' } });
    expect(none.parentName).toBeNull();
    expect(none.parentLines).toBeUndefined();
  });

  test('reads units, an address, and an organ under a single head', () => {
    const next = typed({
      units: 'VHXH: Phòng Văn hóa - Xã hội\nthiếu dấu hai chấm',
      address: 'Số 1',
      collectiveName: ' ',
    });
    expect(next.units).toEqual([
      { abbreviation: 'VHXH', name: 'Phòng Văn hóa - Xã hội' },
      { abbreviation: '', name: 'thiếu dấu hai chấm' },
    ]);
    expect(next).toMatchObject({ address: ['Số 1'], collectiveName: null });
  });

  test('gives new signers and series names of their own, and types their codes', () => {
    const form = formOf(ward);
    const next = profileOf(ward, {
      ...form,
      validFrom: '2026-07-01',
      signers: [...form.signers, { kept: null, fullName: 'Nguyễn Văn A', position: 'Phó Chủ tịch' }],
      series: [...form.series, { kept: null, types: 'quyết định\nGiấy lạ', isRecorded: true, startAt: '100' }],
    });
    expect(next.signers.at(-1)).toEqual({
      staffId: 'nguyen-van-a-2',
      fullName: 'Nguyễn Văn A',
      position: 'Phó Chủ tịch',
    });
    expect(next.series.at(-1)).toEqual({
      name: 'quyet-dinh',
      types: ['QuyetDinh', 'Giấy lạ'],
      given: 'recorded',
      startAt: 100,
    });
    expect(next).toMatchObject({ validFrom: '2026-07-01', validTo: null });
    expect(changedLabels(ward, next)).toEqual(['Người ký', 'Các sổ']);
  });

  test('says whether a day corrects what stands or begins anew', () => {
    expect(dayLine('2025-07-01', ['2025-07-01'])).toMatch(/^Sửa Thông tin cơ quan có từ 01\/07\/2025/);
    expect(dayLine('2026-07-01', ['2025-07-01'])).toMatch(/^Thông tin mới từ 01\/07\/2026/);
  });

  test('puts what the server found at its field', () => {
    const errors = [
      { message: 'Còn thiếu địa danh (place); hãy bổ sung.', pointer: ['place'] },
      { message: 'Còn thiếu địa danh (place); hãy bổ sung.', pointer: ['place'] },
      { message: 'hai', pointer: ['namesInOpening', 'head'] },
    ];
    const problem = new Problem('Chưa đúng.', 422, 'profile-invalid', errors);
    expect(faultsAt(problem, ['place'])).toEqual(['Còn thiếu địa danh; hãy bổ sung.']);
    expect(faultsAt(problem, ['namesInOpening', 'head'])).toEqual(['hai']);
    expect(faultsAt(problem, ['namesInOpening', 'organ'])).toEqual([]);
    expect(faultsAt(null, ['place'])).toEqual([]);
  });

  test.each(organs)('shows head and signature block on a letter that can be laid out: $name', (profile) => {
    const { data, profiles, on } = letterOf(profile);
    const { document, profile: found } = checkDocument(data, { profiles, on, placeholders: 'show' });
    expect(document).not.toBeNull();
    expect(found?.name).toBe(profile.name);
  });
});

test('shows each field that changes as it is and as it will be', () => {
  const form = formOf(ward);
  const signers = [...form.signers, { kept: null, fullName: 'Lê Thị Phó', position: 'Phó Chủ tịch' }];
  const next = profileOf(ward, { ...form, texts: { ...form.texts, place: 'An Lộc' }, signers });
  const [place, who, ...others] = changedFields(ward, next);
  expect(place).toEqual({ label: 'Địa danh', was: ward.place, will: 'An Lộc' });
  expect([who?.label, who?.will.split('\n').at(-1)]).toEqual(['Người ký', 'Phó Chủ tịch Lê Thị Phó']);
  expect(others).toEqual([]);
});
