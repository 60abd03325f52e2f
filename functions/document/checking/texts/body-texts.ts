import { error, type FindingText, warning } from './finding-text.ts';

/** Texts of findings in body, and of what was left in its texts by mistake. */
export const bodyTexts = {
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
  HOLE_IN_TEXT_YET: warning(null, () => 'Còn chỗ “[THIẾU: …]”; nên điền trước khi trình.'),
  LANDSCAPE: error(
    'PL I, I.2',
    () => 'Chỉ văn bản có bảng, biểu ngay trong nội dung mới được trình bày theo chiều rộng; hãy bỏ orientation.',
  ),
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
} satisfies Record<string, FindingText>;
