type Params = Readonly<Record<string, string | number>>;

interface FindingText {
  readonly severity: 'error' | 'warning';
  readonly clause: string | null;
  readonly message: (params: Params) => string;
}

const error = (clause: string | null, message: (params: Params) => string): FindingText => ({
  severity: 'error',
  clause,
  message,
});
const warning = (clause: string | null, message: (params: Params) => string): FindingText => ({
  severity: 'warning',
  clause,
  message,
});

/**
 * The one registry of findings: severity, clause (PL = Phụ lục of Nghị định 30/2020/NĐ-CP) and sentence of each code.
 */
export const findingTexts = {
  // Shape
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
  // Organ, issuer, signer
  ORGAN_UNKNOWN: error(
    'PL I, II.2',
    ({ on }) =>
      `Cơ quan ban hành không có hồ sơ có hiệu lực vào ${on}; hãy kiểm tra mã cơ quan hoặc bổ sung hồ sơ cho ngày đó.`,
  ),
  SERIES_UNKNOWN: error(
    'PL I, II.3.a',
    ({ series, typeName, known }) =>
      `Hồ sơ cơ quan không có hệ thống số “${series}” cho ${typeName}; hãy ${known === '' ? 'bỏ trường này hoặc bổ sung hồ sơ' : `ghi một trong: ${known}`}.`,
  ),
  // Types and series of a profile
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
  // Subject and recitals
  SUBJECT_END: error('PL I, II.5', () => 'Trích yếu không có dấu câu ở cuối; hãy bỏ dấu cuối.'),
  SUBJECT_PREFIX: error(
    'PL I, II.5.b',
    ({ prefix }) => `Mẫu đã in sẵn “${prefix}” trước trích yếu; hãy bỏ chữ này ở đầu trích yếu.`,
  ),
  SUBJECT_CASE: warning(
    'PL I, II.5.b',
    () => 'Sau “V/v” trích yếu công văn nên bắt đầu bằng chữ thường, trừ tên riêng.',
  ),
  BASIS_CONTENT: error(
    'PL I, II.6.a',
    () => 'Căn cứ chưa đúng mẫu; hãy ghi “verb” và “cites” (văn bản được viện dẫn), hoặc chỉ ghi “text”.',
  ),
  BASIS_VERB: error(
    'PL I, II.6.a',
    ({ value }) =>
      `“${value}” không phải từ mở đầu của căn cứ có “cites”, chỉ nhận: Căn cứ, Thực hiện; với câu khác, như “Theo đề nghị của …”, hãy bỏ verb, cites và ghi cả câu vào “text”.`,
  ),
  BASIS_END: error('PL I, II.6.a', () => 'Dấu “;” và “.” cuối căn cứ do mẫu in; hãy bỏ dấu cuối.'),
  CITATION_TYPE: error(
    'PL I, II.6.a',
    ({ typeName }) => `Tên loại “${typeName}” chưa đúng; hãy chỉ ghi tên loại, như “Kế hoạch”; chữ “số” do mẫu in.`,
  ),
  CITATION_ORGAN: error('PL I, II.6.a', () => 'Chữ “của” trước tên cơ quan do mẫu in; hãy bỏ chữ “của”.'),
  OPENING_ISSUER: error(
    'PL I, II.6.c',
    ({ named }) =>
      `Câu mở đầu không ghi lại người ban hành (“${named}”), mẫu đã in theo issuer; hãy bắt đầu từ “ban hành Kế hoạch …”.`,
  ),
  OPENING_CAPITAL: error(
    'PL I, II.6.c',
    ({ word }) =>
      `Câu mở đầu in ngay sau tên người ban hành, không bắt đầu bằng “${word}”; hãy bắt đầu từ “ban hành …”, “xây dựng …”, còn mệnh đề đứng trước người ban hành (“Nhằm …,”) ghi vào openingLead, đoạn riêng ghi vào preamble.`,
  ),
  OPENING_LEAD: warning(
    'PL I, II.6.c',
    () =>
      'Mệnh đề đứng trước người ban hành không kết thúc bằng dấu phẩy, in ra sẽ liền với tên cơ quan; nên ghi dấu “,” ở cuối.',
  ),
  SUBJECT_LINE_LONG: warning(
    'PL I, II.5.b',
    ({ line }) => `Dòng “${line}” của trích yếu dài hơn một dòng giấy, sẽ bị ngắt thêm; nên chia lại subjectLines.`,
  ),
  SUBJECT_LINES: error(
    null,
    () =>
      'Các dòng trích yếu (subjectLines) ghép lại, cách nhau một dấu cách, phải đúng bằng trích yếu (subject); hãy sửa cho khớp.',
  ),
  CITATION_CODE: warning(
    'PL I, II.6.a',
    ({ code }) =>
      `Số, ký hiệu “${code}” khác dạng thường gặp (ghi liền, không dấu cách, số dưới 10 thêm số 0, như 05/KH-UBND, 05-NQ/TU); nên đối chiếu với văn bản được viện dẫn.`,
  ),
  CITATION_DASH: warning(
    'PL I, II.6.a',
    ({ code }) => `Số, ký hiệu “${code}” có gạch dài; nên kiểm tra, thường là gạch nối “-”.`,
  ),
  CITATION_INCOMPLETE: error(
    'PL I, II.6.a',
    ({ typeName }) =>
      `Viện dẫn ${typeName} chưa đủ; hãy ghi cả số, ký hiệu (code) và cơ quan ban hành (organName), hoặc ghi cả câu vào “text” của căn cứ.`,
  ),
  CITATION_OF_LAW: error(
    'PL I, II.6.a',
    ({ typeName }) => `${typeName} chỉ ghi tên và ngày; hãy bỏ số, ký hiệu (code) và cơ quan ban hành (organName).`,
  ),
  BASIS_AFTER_DOCUMENT: error(
    'PL I, II.6.a',
    ({ based, on }) => `Văn bản căn cứ ban hành ${based}, sau ngày của văn bản này (${on}); hãy xem lại ngày.`,
  ),
  // Body
  TYPED_NUMBER: error(
    'PL I, II.6.đ',
    ({ typed, level }) =>
      `Số thứ tự “${typed}” gõ bằng tay; hãy bỏ đi, hệ thống tự đánh số theo cấp của phần${level === '' ? ' (level)' : ` (level "${level}")`}; nếu đây là chữ, không phải số thứ tự, thì gõ dấu \\ ngay trước.`,
  ),
  PART_CONTENT: error(null, ({ why }) => `${why}; hãy sửa lại.`),
  PART_ORDER: error(
    'PL I, II.6.c',
    ({ child, parent }) =>
      `${child} không thể nằm trong ${parent}; hãy đổi cấp (level) hoặc đưa ra ngoài, bố cục chỉ từ lớn đến nhỏ.`,
  ),
  PART_TITLE: error('PL I, II.6.d', ({ level }) => `${level} phải có tiêu đề; hãy bổ sung (title).`),
  SUBCLAUSE_WITHOUT_CLAUSE: error(
    'PL I, II.6.đ',
    () => 'Mục 1.1. phải nằm trong một khoản 1.; hãy đưa vào phần con của khoản, hoặc đổi cấp (level) thành clause.',
  ),
  POINTS_EXHAUSTED: error('PL I, II.6.đ', () => 'Sau điểm y) không còn chữ cái để đánh; hãy chia thành nhiều khoản.'),
  RUN_IN: warning(
    'PL I, II.6.đ',
    ({ level }) => `Tiêu đề của ${level} theo quy định đứng riêng một dòng; ở đây in liền đoạn; nên bỏ runIn.`,
  ),
  DUPLICATE_ID: error(null, ({ id }) => `Mã “${id}” bị trùng; hãy đặt cho mỗi phần một mã riêng.`),
  REFERENCE_DOUBLED: error(
    'PL I, III.1.a',
    ({ typed }) => `Tham chiếu tự in chữ “${typed}”; hãy bỏ chữ “${typed}” gõ trước tham chiếu.`,
  ),
  REFERENCE_UNKNOWN: error(
    null,
    ({ id }) => `Tham chiếu tới “${id}” nhưng không có phần hay phụ lục nào mang mã đó; hãy sửa mã.`,
  ),
  REFERENCE_WITHOUT_NUMBER: error(
    null,
    ({ id }) => `Phần “${id}” không được đánh số nên không tham chiếu được; hãy tham chiếu tới phần có số.`,
  ),
  HOLE_IN_TEXT: error(null, () => 'Còn chỗ “[THIẾU: …]”; hãy điền nội dung vào đó.'),
  LANDSCAPE: error(
    'PL I, I.2',
    () => 'Chỉ văn bản có bảng, biểu ngay trong nội dung mới được trình bày theo chiều rộng; hãy bỏ orientation.',
  ),
  // What is left in texts by mistake
  PLACEHOLDER_LEFT: warning(
    null,
    ({ text }) => `“${text}” là chỗ trống của mẫu, sẽ in nguyên như vậy; nên điền nội dung vào đó.`,
  ),
  MARKUP_TYPED: warning(
    null,
    ({ text }) =>
      `“${text}” sẽ in nguyên như chữ, không thành định dạng hay hình; nên bỏ, muốn đậm ghi **…**, muốn nghiêng ghi *…*.`,
  ),
  LEGACY_ENCODING: warning(
    null,
    ({ encoding }) =>
      `Chữ có vẻ theo bảng mã ${encoding}, in ra sẽ không đọc được; nên chuyển sang Unicode rồi dán lại.`,
  ),
  MIXED_TONES: warning(
    null,
    ({ old, fresh }) => `Văn bản dùng lẫn hai cách đặt dấu (“${old}” và “${fresh}”); nên thống nhất một cách.`,
  ),
  NOT_SUPPORTED: error(null, ({ what, instead }) => `Ban Hành chưa làm được ${what}; hãy ${instead}.`),
  // Recipients
  LIST_PUNCTUATION: error('PL I, II.9.d', () => 'Gạch đầu dòng và dấu “;”, “.” do mẫu in; hãy bỏ.'),
  SAME_AS_ABOVE_TYPED: error(
    'PL I, II.9.b',
    () => '“Như trên” không gõ: công văn đã in sẵn, văn bản khác không có; hãy bỏ dòng này.',
  ),
  ARCHIVE_TYPED: error(
    'PL I, II.9.d',
    () => 'Dòng “Lưu: VT” do mẫu in; hãy bỏ dòng này, đơn vị lưu khác và số bản thì ghi ở archive.units.',
  ),
  ARCHIVE_WITHOUT_UNIT: warning(
    'PL I, II.9.d',
    () => 'Dòng Lưu thiếu chữ viết tắt đơn vị soạn thảo; nên bổ sung (draftingUnit).',
  ),
  DRAFTER_MARK: warning(
    'PL I, III.3',
    ({ mark }) => `Ký hiệu người soạn thảo “${mark}” nên viết hoa, không ngoặc, ví dụ PL.`,
  ),
  // Appendices and tables
  APPENDIX_NOT_MENTIONED: error(
    'PL I, III.1.a',
    ({ label, id }) =>
      `Nội dung chưa chỉ dẫn tới ${label}; hãy thêm tham chiếu {"ref": "${id}"} vào chỗ nói về phụ lục.`,
  ),
  APPENDIX_NOT_MENTIONED_YET: warning(
    'PL I, III.1.a',
    ({ label, id }) =>
      `Nội dung chưa chỉ dẫn tới ${label}; hãy thêm tham chiếu {"ref": "${id}"} vào chỗ nói về phụ lục rồi mới trình.`,
  ),
  APPENDIX_TYPED: warning(
    'PL I, III.1.a',
    ({ label, id }) => `“${label}” gõ bằng tay; nên dùng tham chiếu {"ref": "${id}"} để luôn in đúng số.`,
  ),
  COLUMN_CONTENT: error(null, ({ why }) => `${why}; hãy sửa lại.`),
  ROW_CONTENT: error(null, ({ why }) => `${why}; hãy sửa lại.`),
  TOTAL_NUMBERED: warning(
    null,
    () => 'Dòng cộng đang được đánh số như một việc hoặc một nhóm; nên ghi "total": true để in đậm, không đánh số.',
  ),
  COLUMN_NUMBERS_TYPED: warning(
    null,
    () =>
      'Dòng số cột đang được đánh số như một việc; nên bỏ dòng này và ghi columnNumbers, dòng sẽ lặp lại ở đầu mỗi trang.',
  ),
  SUM_DIFFERS: warning(
    null,
    ({ said, sum }) => `Dòng cộng ghi ${said}, cộng các dòng được ${sum}; nên kiểm tra lại số liệu.`,
  ),
  TABLE_NEEDS_LANDSCAPE: warning(
    'PL I, I.2',
    ({ columns }) =>
      `Bảng không đủ chỗ dù đã dùng cỡ chữ nhỏ nhất, chữ hoặc số ở cột ${columns} bị ngắt; nên đặt trang nằm ngang (orientation "landscape").`,
  ),
  COLUMN_TOO_NARROW: warning(
    null,
    ({ columns }) =>
      `Bảng không đủ chỗ dù đã dùng cỡ chữ nhỏ nhất, chữ hoặc số ở cột ${columns} bị ngắt; nên rút gọn, bớt cột hoặc tách thành hai bảng.`,
  ),
  CELL_MISSING: error(null, () => 'Ô còn trống; hãy điền, nếu cố ý để trống thì ghi "".'),
  CELL_COVERED: error(null, () => 'Ô này đã bị một ô gộp che; hãy bỏ nội dung ô hoặc sửa phần gộp.'),
  CELL_IN_NUMBERING: error(
    null,
    () => 'Cột số thứ tự do hệ thống đánh; hãy bỏ nội dung ô, hoặc nếu là dòng cộng thì ghi "total": true.',
  ),
  CELL_UNKNOWN_COLUMN: error(null, ({ column }) => `Bảng không có cột “${column}”; hãy sửa mã cột hoặc bỏ ô này.`),
  COLUMN_SPAN_TOO_WIDE: error(null, () => 'Ô gộp ngang vượt quá bảng hoặc đè lên ô khác; hãy giảm colSpan.'),
  ROW_SPAN_CUT: error(null, () => 'Ô gộp dọc kéo quá cuối bảng hoặc quá dòng nhóm; hãy giảm rowSpan.'),
} satisfies Record<string, FindingText>;

/** Stable code of a finding. */
export type FindingCode = keyof typeof findingTexts;
