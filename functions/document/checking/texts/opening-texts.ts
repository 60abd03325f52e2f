import { error, type FindingText, warning } from './finding-text.ts';

/** Texts of findings in trích yếu, căn cứ and opening sentence. */
export const openingTexts = {
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
} satisfies Record<string, FindingText>;
