import type { Place } from '#read/compare/reading-order.ts';

const NAMES: Readonly<Record<Place, string>> = {
  organ: 'tên cơ quan',
  'national-name': 'Quốc hiệu, Tiêu ngữ',
  code: 'số, ký hiệu',
  date: 'địa danh, ngày tháng',
  urgency: 'mức độ khẩn',
  circulation: 'phạm vi lưu hành',
  'draft-mark': 'dấu dự thảo',
  type: 'tên loại',
  subject: 'trích yếu',
  addressees: 'kính gửi',
  recitals: 'căn cứ, câu mở đầu',
  body: 'nội dung',
  table: 'bảng',
  collective: 'quyền hạn ký (TM.)',
  signer: 'chức vụ, họ tên người ký',
  recipients: 'nơi nhận',
  archive: 'dòng Lưu',
  'appendix-head': 'tên phụ lục',
  attached: 'dòng Kèm theo',
  appendix: 'phụ lục',
  margin: 'lề trang',
  other: 'chỗ khác',
};

/** Names an element of a document as the decree does. */
export function placeName(place: Place): string {
  return NAMES[place];
}
