import { error, type FindingText, warning } from './finding-text.ts';

/** Texts of findings in organ, signer, and the types and series of a profile. */
export const organTexts = {
  ORGAN_UNKNOWN: error(
    'PL I, II.2',
    ({ on }) =>
      `Cơ quan ban hành không có hồ sơ có hiệu lực vào ${on}; hãy kiểm tra mã cơ quan hoặc bổ sung hồ sơ cho ngày đó.`,
  ),
  SIGNER_STACK: error('PL I, II.7.b', ({ why }) => `Quyền hạn của người ký chưa đúng: ${why}; hãy sửa lại.`),
  SIGNER_POSITION: error(
    'PL I, II.7.c',
    ({ position, allowed }) =>
      `Chức vụ “${position}” không có trong danh mục của cơ quan; hãy ghi chức vụ chính thức: ${allowed}.`,
  ),
  SIGNER_POSITION_ELSEWHERE: error(
    'PL I, II.7.b',
    ({ position }) =>
      `Chức vụ “${position}” của cơ quan khác ký thừa uỷ quyền chưa có trong danh mục; hãy thêm chức vụ ấy vào Thông tin cơ quan (positions).`,
  ),
  SIGNER_NAMES: error(
    'PL I, II.7.c',
    ({ count, position, names }) =>
      `Có ${count} người giữ chức vụ “${position}”: ${names}; hãy ghi họ tên người ký (fullName).`,
  ),
  SIGNER_TITLE: warning(
    'PL I, II.7.c',
    ({ title }) => `Trước họ tên người ký không ghi học hàm, học vị, danh hiệu, cấp bậc; nên bỏ “${title}”.`,
  ),
  ADDRESS_MISSING: error(
    'PL I, III.4',
    () => 'Hồ sơ cơ quan chưa có địa chỉ để in ở chân trang; hãy bổ sung địa chỉ vào hồ sơ, hoặc bỏ footAddress.',
  ),
  UNIT_UNKNOWN: warning(
    'PL I, II.3.b',
    ({ unit }) => `Đơn vị “${unit}” không có trong danh sách viết tắt của cơ quan; hãy kiểm tra lại.`,
  ),
  SERIES_UNKNOWN: error(
    'PL I, II.3.a',
    ({ series, typeName, known }) =>
      `Thông tin cơ quan không có hệ thống số “${series}” cho ${typeName}; hãy ${known === '' ? 'bỏ trường này hoặc bổ sung hồ sơ' : `ghi một trong: ${known}`}.`,
  ),
  SERIES_TYPE_UNKNOWN: error(
    'Điều 7',
    ({ typeCode }) =>
      `Không có loại văn bản “${typeCode}”; hãy ghi mã một loại của Điều 7 (ví dụ QuyetDinh), hoặc khai loại này ở “types”.`,
  ),
  TYPE_CODE_TAKEN: error(
    null,
    ({ typeCode }) => `Mã loại văn bản “${typeCode}” đã có; hãy bỏ loại này khỏi “types”, hoặc đặt mã khác.`,
  ),
  COPY_TYPES_APART: error(
    'PL I, phần II, II.1.c',
    ({ series, typeNames }) =>
      `Hệ thống số “${series}” có cả bản sao và văn bản khác (${typeNames}); hãy để bản sao y, bản trích sao, bản sao lục trong một hệ thống số riêng.`,
  ),
  NORMATIVE_TYPE_APART: error(
    'Điều 15.1.a',
    ({ series, typeNames }) =>
      `Hệ thống số “${series}” có văn bản quy phạm pháp luật cùng loại khác (${typeNames}); hãy để mỗi loại văn bản quy phạm pháp luật một hệ thống số riêng.`,
  ),
  TYPE_IN_TWO_SERIES: error(
    'Điều 15.1',
    ({ typeName, other, series }) =>
      `Loại ${typeName} có ở cả hai hệ thống số “${other}” và “${series}”, nên một số, ký hiệu có thể cấp hai lần; hãy bỏ loại này ở một hệ thống số.`,
  ),
} satisfies Record<string, FindingText>;
