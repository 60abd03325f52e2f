import { later, megabytes, missing, type ProblemTexts, refused, say } from './problem-text.ts';

/** Problems of a request itself, and of a busy server. */
export const requestTexts = {
  'bad-json': say(
    400,
    'Yêu cầu không đọc được',
  )(({ why, line, column }) =>
    why === undefined
      ? 'Nội dung gửi lên không phải JSON hợp lệ, hoặc không có nội dung nào.'
      : `Nội dung gửi lên không phải JSON hợp lệ, dòng ${line}, cột ${column}: ${why}.`,
  ),
  'bad-request': refused('Có trường thiếu, thừa hoặc sai, từng lỗi kèm theo đây.'),
  'no-route': missing('Không có đường dẫn này; xem danh sách ở /openapi.json.'),
  'method-not-allowed': say(
    405,
    'Phương thức không được dùng',
  )(({ allow }) => `Đường dẫn này chỉ nhận phương thức: ${allow}.`),
  'unsupported-media-type': say(
    415,
    'Kiểu nội dung không nhận',
  )(
    'Đường dẫn này không nhận kiểu nội dung (Content-Type) đó: dữ liệu gửi bằng application/json, tệp gửi bằng đúng kiểu của tệp, như application/pdf.',
  ),
  'too-large': say(
    413,
    'Nội dung quá lớn',
  )(
    ({ maxBytes }) =>
      `Nội dung gửi lên vượt quá ${megabytes(maxBytes)}; hãy tải lên trước bằng POST /uploads, hoặc tách bớt phụ lục.`,
  ),
  'if-match-required': say(
    428,
    'Thiếu If-Match',
  )('Hãy gửi kèm “If-Match” với giá trị ETag của lần đọc văn bản gần nhất, để không ghi đè thay đổi của người khác.'),
  'revision-required': say(
    428,
    'Thiếu If-Match',
  )(
    'Sửa thì gửi kèm “If-Match” với giá trị ETag của lần đọc gần nhất, ví dụ "r1"; tạo mới thì gửi “If-None-Match: *”.',
  ),
  'if-match-invalid': say(
    400,
    'If-Match không đúng',
  )('“If-Match” phải là đúng giá trị ETag mà máy chủ đã trả, ví dụ "v3-r2" của văn bản, "r1" của hồ sơ và thành viên.'),
  'bad-cursor': say(400, 'Trang không có')('Con trỏ trang (cursor) không phải do danh sách này trả về.'),
  'too-heavy': refused(
    'Tệp hoặc văn bản này cần quá nhiều bộ nhớ hoặc thời gian để xử lý; hãy bỏ bớt nội dung thừa, chia nhỏ phụ lục rồi gửi lại. Không có gì bị thay đổi.',
  ),
  overloaded: later('Máy chủ đang xử lý nhiều văn bản lớn; hãy thử lại sau giây lát. Không có gì bị thay đổi.'),
  busy: later('Nhiều người đang lấy số cùng lúc; chưa có số nào được cấp, hãy thử lại sau giây lát.'),
  unavailable: later('Cơ sở dữ liệu hoặc kho tệp chưa trả lời; hãy thử lại, làm lại không sợ trùng số.'),
  'no-space': say(
    503,
    'Hết chỗ trên máy chủ',
  )('Hết chỗ trên máy chủ, hoặc ổ đĩa không ghi được: hãy báo người quản trị. Không mất gì; có chỗ là làm tiếp được.'),
} satisfies ProblemTexts;
