import type { Route } from './route.ts';

const TITLES: Readonly<Record<Route['view'], string>> = {
  work: 'Việc của tôi',
  drafts: 'Dự thảo',
  'to-check': 'Chờ kiểm tra',
  'to-sign': 'Chờ ký',
  'to-number': 'Chờ cấp số',
  'to-send': 'Chờ gửi',
  replies: 'Chờ trả lời',
  book: 'Sổ văn bản đi',
  find: 'Tra cứu',
  document: 'Văn bản',
  edit: 'Soạn văn bản',
  new: 'Soạn văn bản mới',
  check: 'Kiểm tra tệp Word',
  register: 'Đăng ký văn bản soạn ngoài',
  admin: 'Quản trị',
  activity: 'Ai đã làm gì',
  password: 'Đổi mật khẩu',
  profile: 'Thông tin cơ quan',
  'fan-outs': 'Giao kế hoạch',
  'fan-out': 'Giao kế hoạch',
  'came-down': 'Kế hoạch cấp trên giao',
  'superior-file': 'Kế hoạch từ tệp của cấp trên',
  'hand-down': 'Chuẩn bị giao kế hoạch',
  statistics: 'Số liệu',
  'old-books': 'Nhập sổ cũ',
  'old-scans': 'Bản quét của sổ cũ',
  library: 'Thư viện',
  returned: 'Tệp lãnh đạo gửi lại',
  'first-run': 'Khai báo cơ quan',
  missing: 'Không có trang này',
};

/** The name of a view, for the tab. */
export function viewTitle({ view }: Route): string {
  return TITLES[view];
}
