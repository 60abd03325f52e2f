import { error, type FindingText, warning } from './finding-text.ts';

/** Texts of findings in shape. */
export const shapeTexts = {
  NOT_AN_OBJECT: error(
    null,
    () => 'Dữ liệu văn bản phải là một đối tượng JSON, mở bằng { và đóng bằng }; hãy kiểm tra lại tệp.',
  ),
  TOO_DEEP: error(null, ({ max }) => `Dữ liệu lồng nhau quá ${max} tầng; hãy bớt tầng.`),
  UNKNOWN_TYPE: error(
    null,
    ({ value, allowed }) => `Không có loại văn bản “${value}”; hãy ghi trường schema là ${allowed}.`,
  ),
  MISSING: error(null, ({ what }) => `Còn thiếu ${what}; hãy bổ sung.`),
  MORE_FINDINGS: warning(
    null,
    ({ more }) => `Còn ${more} chỗ sai hoặc cần xem lại chưa liệt kê; hãy sửa các chỗ trên rồi kiểm tra lại.`,
  ),
  MISSING_SHOWN: warning(
    null,
    ({ what, shown }) => `Còn thiếu ${what}; bản thảo in “${shown}”, hãy bổ sung rồi mới trình.`,
  ),
  UNKNOWN_KEY: error(null, ({ key }) => `Không có trường “${key}”; hãy bỏ hoặc sửa lại tên trường.`),
  SERVER_FIELD: error(
    'Điều 15',
    ({ key }) => `Trường “${key}” do hệ thống ghi khi cấp số, không nhập bằng tay; hãy bỏ trường này.`,
  ),
  SECRET: error(
    'Điều 17.1.b; PL I, III.2.a',
    () =>
      'Tài liệu mật không được soạn thảo, lưu giữ trên hệ thống nối mạng (Luật Bảo vệ bí mật nhà nước); hãy soạn trên máy độc lập, không dùng Ban Hành.',
  ),
  WRONG_TYPE: error(null, ({ actual, expected }) => `Giá trị đang là ${actual}; hãy ghi lại là ${expected}.`),
  TOO_LONG: error(null, ({ max }) => `Dài quá ${max} ký tự; hãy rút gọn hoặc tách ra.`),
  TOO_MANY: error(null, ({ max, what }) => `Có quá ${max} ${what ?? 'mục'}; hãy tách ra.`),
  TOO_FEW: error(null, ({ min }) => `Phải có ít nhất ${min} mục; hãy bổ sung.`),
  OUT_OF_RANGE: error(null, ({ bound }) => `Giá trị phải ${bound}; hãy sửa lại.`),
  INVALID_VALUE: error(null, ({ value, allowed }) => `Giá trị “${value}” không hợp lệ; chỉ nhận: ${allowed}.`),
  INVALID_DATE: error(
    null,
    ({ value }) => `“${value}” không phải một ngày có thật; hãy ghi theo dạng năm-tháng-ngày, ví dụ 2026-02-28.`,
  ),
  INVALID_FORMAT: error(null, ({ value }) => `“${value}” không đúng dạng; hãy sửa lại.`),
  INVALID_ID: error(
    null,
    ({ value }) =>
      `Mã “${value}” không đúng dạng; hãy đặt mã bằng chữ thường không dấu, chữ số và gạch nối, ví dụ muc-tieu-1.`,
  ),
  INVALID_UNIT: error(
    'PL I, II.3.b',
    ({ value, example, more }) =>
      `Chữ viết tắt “${value}” không đúng dạng; hãy ghi liền, bắt đầu bằng chữ hoa, ví dụ ${example}${more ?? ''}.`,
  ),
  FORBIDDEN_CHARACTER: error(
    null,
    ({ name, codePoint, position, before, lineEnd }) =>
      `Có ${name} (${codePoint}) ở vị trí ${position}${before === '' ? '' : `, ngay sau “${before}”`}; hãy xóa đi${String(name).includes('xuống dòng') ? `, ${lineEnd}` : ' rồi gõ lại chỗ đó'}.`,
  ),
} satisfies Record<string, FindingText>;
