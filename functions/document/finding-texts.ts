type Facts = Readonly<Record<string, string | number>>;

interface FindingText {
  readonly severity: 'error' | 'warning';
  readonly clause: string | null;
  readonly message: (facts: Facts) => string;
}

const error = (clause: string | null, message: (facts: Facts) => string): FindingText => ({
  severity: 'error',
  clause,
  message,
});
const warning = (clause: string | null, message: (facts: Facts) => string): FindingText => ({
  severity: 'warning',
  clause,
  message,
});

/**
 * The one registry of findings: severity, clause (PL = Phụ lục of Nghị định 30/2020/NĐ-CP) and sentence of each code.
 */
export const findingTexts = {
  // Shape
  NOT_AN_OBJECT: error(null, () => 'Dữ liệu văn bản phải là một đối tượng JSON.'),
  TOO_DEEP: error(null, (f) => `Dữ liệu lồng nhau quá ${f.max} tầng; hãy bớt tầng.`),
  UNKNOWN_TYPE: error(null, (f) => `Không có loại văn bản “${f.value}”; trường schema phải là ${f.allowed}.`),
  MISSING: error(null, (f) => `Còn thiếu ${f.what}; hãy bổ sung.`),
  MISSING_SHOWN: warning(null, (f) => `Còn thiếu ${f.what}; bản thảo in “${f.shown}”, chưa trình được.`),
  UNKNOWN_KEY: error(null, (f) => `Không có trường “${f.key}”; hãy bỏ hoặc sửa lại tên trường.`),
  SERVER_FIELD: error(
    'Điều 15',
    (f) => `Trường “${f.key}” do hệ thống ghi khi cấp số, không nhập bằng tay; hãy bỏ trường này.`,
  ),
  SECRET: error(
    'Điều 17.1.b; PL I, III.2.a',
    () =>
      'Tài liệu mật không được soạn thảo, lưu giữ trên hệ thống nối mạng (Luật Bảo vệ bí mật nhà nước); hãy soạn trên máy độc lập, không dùng Ban Hành.',
  ),
  WRONG_TYPE: error(null, (f) => `Giá trị phải là ${f.expected}.`),
  TOO_LONG: error(null, (f) => `Dài quá ${f.max} ký tự; hãy rút gọn hoặc tách ra.`),
  TOO_MANY: error(null, (f) => `Có quá ${f.max} mục; hãy tách ra.`),
  TOO_FEW: error(null, (f) => `Phải có ít nhất ${f.min} mục.`),
  OUT_OF_RANGE: error(null, (f) => `Giá trị phải ${f.bound}.`),
  INVALID_VALUE: error(null, (f) => `Giá trị không hợp lệ; chỉ nhận: ${f.allowed}.`),
  INVALID_DATE: error(
    null,
    (f) => `“${f.value}” không phải một ngày có thật; hãy ghi theo dạng năm-tháng-ngày, ví dụ 2026-02-28.`,
  ),
  INVALID_FORMAT: error(
    null,
    (f) => `“${f.value}” không đúng dạng; mã chỉ gồm chữ thường không dấu, chữ số và gạch nối.`,
  ),
  FORBIDDEN_CHARACTER: error(
    null,
    (f) =>
      `Có ký tự không được dùng (${f.codePoint}) ở vị trí ${f.position}; hãy xóa đi, xuống dòng thì tách thành đoạn khác.`,
  ),
  // Organ, issuer, signer
  ORGAN_UNKNOWN: error('PL I, II.2', (f) => `Không có cơ quan “${f.organ}” có hiệu lực vào ngày ${f.on}.`),
  SIGNER_STACK: error('PL I, II.7.b', (f) => `Quyền hạn của người ký chưa đúng: ${f.why}.`),
  SIGNER_POSITION: error(
    'PL I, II.7.c',
    (f) => `Chức vụ “${f.position}” không có trong danh mục của cơ quan; chỉ ghi chức vụ chính thức: ${f.allowed}.`,
  ),
  SIGNER_TITLE: warning(
    'PL I, II.7.c',
    (f) => `Trước họ tên người ký không ghi học hàm, học vị, danh hiệu (“${f.title}”).`,
  ),
  ADDRESS_MISSING: error('PL I, III.4', () => 'Muốn in địa chỉ ở chân trang thì hồ sơ cơ quan phải có địa chỉ.'),
  UNIT_UNKNOWN: warning('PL I, II.3.b', (f) => `Đơn vị “${f.unit}” không có trong danh sách viết tắt của cơ quan.`),
  // Subject and recitals
  SUBJECT_END: error('PL I, II.5', () => 'Trích yếu không có dấu câu ở cuối; hãy bỏ dấu cuối.'),
  SUBJECT_PREFIX: error('PL I, II.5.b', (f) => `Trích yếu không ghi lại “${f.prefix}”: mẫu đã in sẵn.`),
  SUBJECT_CASE: warning('PL I, II.5.b', () => 'Sau “V/v” trích yếu công văn viết chữ thường, trừ tên riêng.'),
  BASIS_CONTENT: error(
    'PL I, II.6.a',
    () => 'Mỗi căn cứ có “verb” và “cites” (văn bản được viện dẫn), hoặc chỉ có “text”.',
  ),
  BASIS_END: error('PL I, II.6.a', () => 'Dấu “;” và “.” cuối căn cứ do mẫu in; hãy bỏ dấu cuối.'),
  CITATION_CODE: error(
    'PL I, II.6.a',
    (f) => `Số, ký hiệu “${f.code}” không đọc được; ghi liền như 417/KH-UBND, 17/2021/NQ-HĐND, 05-NQ/TU.`,
  ),
  CITATION_INCOMPLETE: error(
    'PL I, II.6.a',
    (f) => `Viện dẫn ${f.typeName} phải đủ số, ký hiệu (code) và cơ quan ban hành (organName).`,
  ),
  CITATION_OF_LAW: error(
    'PL I, II.6.a',
    (f) => `${f.typeName} chỉ ghi tên và ngày, không ghi số, ký hiệu, cơ quan ban hành.`,
  ),
  BASIS_AFTER_DOCUMENT: error(
    'PL I, II.6.a',
    (f) => `Văn bản căn cứ ban hành ${f.based}, sau ngày ${f.on} của văn bản này.`,
  ),
  // Body
  TYPED_NUMBER: error(
    'PL I, II.6.đ',
    (f) => `Số thứ tự “${f.typed}” gõ bằng tay; hãy bỏ, số do hệ thống đánh theo cấu trúc.`,
  ),
  PART_CONTENT: error(null, (f) => `${f.why}.`),
  PART_ORDER: error('PL I, II.6.c', (f) => `${f.child} không thể nằm trong ${f.parent}; chỉ bố cục từ lớn đến nhỏ.`),
  PART_TITLE: error('PL I, II.6.d', (f) => `${f.level} phải có tiêu đề (title).`),
  SUBCLAUSE_WITHOUT_CLAUSE: error('PL I, II.6.đ', () => 'Mục 1.1. phải nằm trong một khoản 1.'),
  POINTS_EXHAUSTED: error('PL I, II.6.đ', () => 'Sau điểm y) không còn chữ cái để đánh; hãy chia thành nhiều khoản.'),
  RUN_IN: warning(
    'PL I, II.6.đ',
    () => 'Tiêu đề của khoản theo quy định đứng riêng một dòng; ở đây in liền đoạn như người soạn chọn.',
  ),
  DUPLICATE_ID: error(null, (f) => `Mã “${f.id}” bị trùng; mỗi phần một mã riêng.`),
  REFERENCE_UNKNOWN: error(null, (f) => `Tham chiếu tới “${f.id}” nhưng không có phần hay phụ lục nào mang mã đó.`),
  REFERENCE_WITHOUT_NUMBER: error(null, (f) => `Phần “${f.id}” không được đánh số nên không tham chiếu được.`),
  HOLE_IN_TEXT: error(null, () => 'Còn chỗ “[THIẾU: …]”; hãy điền trước khi trình.'),
  LANDSCAPE: error(
    'PL I, I.2',
    () => 'Chỉ văn bản có bảng, biểu ngay trong nội dung mới được trình bày theo chiều rộng.',
  ),
  // Recipients
  LIST_PUNCTUATION: error('PL I, II.9.d', () => 'Gạch đầu dòng và dấu “;”, “.” do mẫu in; hãy bỏ.'),
  SAME_AS_ABOVE_TYPED: error('PL I, II.9.b', () => '“Như trên” do mẫu in; hãy bỏ.'),
  ARCHIVE_TYPED: error('PL I, II.9.d', () => 'Dòng “Lưu: VT” do mẫu in; hãy bỏ.'),
  ARCHIVE_WITHOUT_UNIT: warning('PL I, II.9.d', () => 'Dòng Lưu thiếu chữ viết tắt đơn vị soạn thảo (draftingUnit).'),
  DRAFTER_MARK: warning(
    'PL I, III.3',
    (f) => `Ký hiệu người soạn thảo “${f.mark}” nên viết hoa, không ngoặc, ví dụ PL.`,
  ),
  // Appendices and tables
  APPENDIX_NOT_MENTIONED: error(
    'PL I, III.1.a',
    (f) => `Nội dung chưa chỉ dẫn tới ${f.label}; hãy thêm tham chiếu {"ref": "${f.id}"} vào chỗ nói về phụ lục.`,
  ),
  APPENDIX_TYPED: warning(
    'PL I, III.1.a',
    (f) => `“${f.label}” gõ bằng tay; nên dùng tham chiếu {"ref": "${f.id}"} để luôn in đúng số.`,
  ),
  COLUMN_CONTENT: error(null, (f) => `${f.why}.`),
  ROW_CONTENT: error(null, () => 'Mỗi dòng có “cells” hoặc “group”, không có cả hai.'),
  CELL_MISSING: error(null, () => 'Còn trống; nếu cố ý để trống hãy ghi "".'),
  CELL_COVERED: error(null, () => 'Ô này đã bị một ô gộp che; hãy bỏ nội dung ô hoặc sửa phần gộp.'),
  CELL_IN_NUMBERING: error(null, () => 'Cột số thứ tự do hệ thống đánh; hãy bỏ nội dung ô.'),
  CELL_UNKNOWN_COLUMN: error(null, (f) => `Bảng không có cột “${f.column}”.`),
  COLUMN_SPAN_TOO_WIDE: error(null, () => 'Ô gộp ngang vượt quá bảng hoặc đè lên ô khác.'),
  ROW_SPAN_CUT: error(null, () => 'Ô gộp dọc kéo quá cuối bảng hoặc quá dòng nhóm.'),
} satisfies Record<string, FindingText>;

/** Stable code of a finding. */
export type FindingCode = keyof typeof findingTexts;
