import { error, type FindingText, warning } from './finding-text.ts';

/** Texts of findings in appendices and tables. */
export const appendixTexts = {
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
