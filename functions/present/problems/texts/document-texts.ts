import { conflict, moved, type ProblemTexts, refused } from './problem-text.ts';
import { wrongState } from './wrong-state.ts';

/** Problems of a document and its office. */
export const documentTexts = {
  'document-invalid': refused('Dữ liệu văn bản có lỗi, từng lỗi kèm theo đây.'),
  'profile-invalid': refused('Thông tin cơ quan có lỗi, từng lỗi kèm theo đây.'),
  'profile-overlap': refused(
    ({ validFrom, until }) =>
      `Hồ sơ từ ngày ${validFrom} chồng lên hồ sơ còn hiệu lực đến ngày ${until}; hãy sửa ngày hết hiệu lực.`,
  ),
  'no-series': conflict(
    ({ typeName }) => `Cơ quan chưa có sổ nào cho loại ${typeName}; hãy thêm vào một sổ ở Thông tin cơ quan.`,
  ),
  'no-profile': conflict(
    ({ name, on }) =>
      `${name === undefined ? 'Cơ quan' : name} không có hồ sơ có hiệu lực vào ngày ${on}; hãy bổ sung ở Thông tin cơ quan.`,
  ),
  'already-exists': conflict('Đã có văn bản khác mang mã này; hãy dùng mã khác.'),
  'wrong-state': conflict(wrongState),
  stale: moved('Đã thay đổi từ khi bạn đọc; hãy đọc lại rồi thực hiện trên bản mới.'),
  'content-conflict': moved('Nội dung đã trình không còn là nội dung bạn đã xem; hãy đọc lại.'),
  'profile-changed': conflict(
    'Thông tin cơ quan hôm nay khác với lúc trình, chỗ khác kèm theo đây; văn bản đã được trả lại người soạn.',
  ),
  'basis-after-issue': conflict('Có căn cứ ban hành sau ngày ban hành văn bản này, kèm theo đây.'),
  'no-data': conflict('Văn bản này nhập từ sổ giấy, không có dữ liệu để sao chép.'),
} satisfies ProblemTexts;
