import { alarm, CALL_ADMIN, type ProblemTexts } from './problem-text.ts';

/** Problems that the caller did not cause. */
export const alarmTexts = {
  internal: alarm(`Có lỗi ngoài dự kiến. ${CALL_ADMIN}`),
  'render-failed': alarm(`Không tạo được tệp văn bản; chưa có số nào bị dùng. ${CALL_ADMIN}`),
  'number-taken': alarm(`Số kế tiếp đã có người dùng: sổ bị hỏng. ${CALL_ADMIN}`),
  'register-behind': alarm(`Sổ cũ hơn những số đã cấp nên không cấp số nữa. ${CALL_ADMIN}`),
  'register-gone': alarm(`Tệp sổ trên máy chủ đã bị xóa hoặc thay; không ghi gì thêm. ${CALL_ADMIN}`),
  'files-differ': alarm(`Văn bản đã ban hành với tệp khác. ${CALL_ADMIN}`),
  'pdf-failed': alarm(`Không tạo được bản PDF của tệp này; tệp .docx vẫn tải được. ${CALL_ADMIN}`),
  'stored-file-differs': alarm(`Kho tệp đã có một tệp khác ở chỗ của văn bản này. ${CALL_ADMIN}`),
  'file-lost': alarm(`Tệp của văn bản không còn trong kho. ${CALL_ADMIN}`),
  'file-damaged': alarm(`Tệp trong kho đã bị thay đổi nên không được phát ra. ${CALL_ADMIN}`),
  'broken-blob': alarm(`Dữ liệu lưu của văn bản không đọc được. ${CALL_ADMIN}`),
  'broken-profile': alarm(`Hồ sơ cơ quan đã lưu không đọc được. ${CALL_ADMIN}`),
  'broken-item': alarm(`Một bản ghi trong sổ không đọc được. ${CALL_ADMIN}`),
} satisfies ProblemTexts;
