import { expect, test } from 'vitest';
import {
  EMPTY_REGISTRATION,
  missingIn,
  toRegistration,
  typeChoices,
} from '../../../../web/src/state/register/registration.ts';

const signers = [{ staffId: 'a', fullName: 'Nguyễn Văn A', position: 'Chủ tịch' }];

test('offers the types of the office’s series by name, each once', () => {
  const series = [
    { name: 'khac', types: ['ThongBao', 'QuyetDinh', 'QuyTrinh'] },
    { name: 'tinh', types: ['BaoCao', 'ThongBao'], given: 'recorded' as const },
  ];
  const types = [{ code: 'QuyTrinh', typeName: 'Quy trình', abbreviation: 'QTr' }];
  expect(typeChoices({ series, types })).toEqual([
    { code: 'BaoCao', name: 'Báo cáo', isRecorded: true },
    { code: 'QuyTrinh', name: 'Quy trình', isRecorded: false },
    { code: 'QuyetDinh', name: 'Quyết định', isRecorded: false },
    { code: 'ThongBao', name: 'Thông báo', isRecorded: false },
  ]);
});

test('says all that is missing at once', () => {
  expect(missingIn(EMPTY_REGISTRATION)).toHaveLength(3);
  expect(missingIn({ ...EMPTY_REGISTRATION, typeCode: 'CongVan', subject: 'x', signerId: 'a' })).toEqual([
    'Chọn đơn vị soạn: ký hiệu công văn cần có.',
  ]);
});

test('sends what was typed, and nothing for what was left empty', () => {
  const form = { ...EMPTY_REGISTRATION, typeCode: 'QuyetDinh', subject: ' Kiện toàn Tổ ', signerId: 'a' };
  expect(
    toRegistration(
      { ...form, to: 'Như Điều 3\n\n Lưu: VT ', pageAmount: '2' },
      { signers },
      { uploadId: null, isRecorded: false },
    ),
  ).toEqual({
    typeCode: 'QuyetDinh',
    subject: 'Kiện toàn Tổ',
    signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Văn A' },
    to: ['Như Điều 3', 'Lưu: VT'],
    pageAmount: 2,
  });
});

test('what another system numbered is registered with that number and day, and not without them', () => {
  const form = { ...EMPTY_REGISTRATION, typeCode: 'QuyetDinh', subject: 'x', signerId: 'a' };
  expect(missingIn(form, true)).toEqual(['Ghi số và ngày mà hệ thống khác đã cấp.']);
  const typed = { ...form, codeNumber: '241', issuedDate: '2026-03-16' };
  expect(missingIn(typed, true)).toEqual([]);
  const given = { uploadId: null, isRecorded: true };
  expect(toRegistration(typed, { signers: [] }, given).recorded).toEqual({ codeNumber: 241, issuedDate: '2026-03-16' });
  expect(toRegistration(typed, { signers: [] }, { ...given, isRecorded: false }).recorded).toBeUndefined();
});
