import { currentStep } from '#register/documents/steps.ts';
import type { StepName } from '#register/model/step.schema.ts';
import type { Act, DocumentItem, DocumentState } from '#register/model/types.ts';
import type { Role } from '#usecases/actor.ts';
import type { Action } from '#usecases/permissions.ts';

/** Names of the states of a document. */
export const STATE_NAMES: Readonly<Record<DocumentState, string>> = {
  draft: 'bản thảo',
  submitted: 'đã trình',
  approved: 'đã duyệt',
  numbered: 'đã cấp số, đang hoàn tất tệp',
  issued: 'đã cấp số',
  withdrawn: 'đã thu hồi',
  replaced: 'đã được thay thế',
  voided: 'số đã hủy',
  discarded: 'đã bỏ',
};

/** Name of a document's standing: its state, and whether it was sent. */
export function standingName(document: Pick<DocumentItem, 'state' | 'sending' | 'route' | 'step'>): string {
  const { state, sending } = document;
  const step = state === 'submitted' ? currentStep(document) : undefined;
  if (step) return `chờ ${STEP_NAMES[step.step].toLocaleLowerCase('vi')}`;
  return state === 'issued' && sending === 'sent' ? 'đã phát hành' : STATE_NAMES[state];
}

/** Steps before the signature. */
export const STEP_NAMES: Readonly<Record<StepName, string>> = {
  content: 'Kiểm tra nội dung',
  form: 'Kiểm tra thể thức',
  'before-signing': 'Xem trước khi ký',
};

/** Names of the acts on a document. */
export const ACT_NAMES: Readonly<Record<Act | 'save' | 'preview', string>> = {
  create: 'tạo bản thảo',
  save: 'lưu bản thảo',
  preview: 'xem trước',
  discard: 'bỏ bản thảo',
  submit: 'trình',
  'take-back': 'rút lại',
  pass: 'đồng ý, chuyển tiếp',
  'step-back': 'trả lại bước trước',
  edit: 'sửa văn bản trình',
  'change-signer': 'đổi người ký',
  'co-draft': 'chọn người cùng soạn',
  'hand-over': 'bàn giao',
  deadline: 'ghi hạn',
  approve: 'duyệt',
  return: 'trả lại',
  number: 'cấp số',
  register: 'đăng ký văn bản soạn ngoài',
  record: 'ghi số đã cấp',
  strike: 'gạch số ghi nhầm',
  complete: 'lưu bản có số',
  'bring-in': 'nhập văn bản đã ban hành',
  send: 'gửi đi',
  receipt: 'ghi nhận nơi nhận đã nhận',
  'ask-void': 'đề nghị hủy số',
  'drop-void': 'thôi hủy số',
  amend: 'sửa đổi, bổ sung',
  link: 'nối với văn bản của cơ quan trước',
  reinstate: 'có hiệu lực trở lại',
  withdraw: 'thu hồi',
  replace: 'thay thế',
  void: 'hủy số',
  correct: 'đính chính',
  'add-signed': 'thêm tệp đã ký',
  'add-scan': 'thêm tệp của văn bản nhập',
  'correct-record': 'sửa dòng nhập từ sổ cũ',
  'replace-file': 'thay tệp sai',
  place: 'ghi nơi để bản gốc giấy',
  restrict: 'đổi phạm vi người xem',
  restore: 'phục hồi sau sự cố',
};

/** Names of the roles. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  drafter: 'chuyên viên soạn thảo',
  checker: 'người kiểm tra',
  signer: 'người ký',
  clerk: 'văn thư',
  reader: 'người tra cứu',
  admin: 'quản trị',
};

/** Names of the actions that need a permission. */
export const ACTION_NAMES: Readonly<Record<Action, string>> = {
  create: 'tạo bản thảo',
  save: 'lưu bản thảo',
  discard: 'bỏ bản thảo',
  submit: 'trình văn bản',
  'take-back': 'rút lại văn bản đã trình',
  'open-submitted': 'mở văn bản chờ ký',
  'pass-step': 'kiểm tra văn bản trình',
  'change-signer': 'đổi người ký văn bản',
  'co-draft': 'chọn người cùng soạn',
  'hand-over': 'bàn giao bản thảo, bước kiểm tra',
  remark: 'ghi nhận xét vào văn bản',
  'remind-units': 'nhắc các đơn vị',
  deadline: 'ghi hạn trình, hạn trả lời',
  approve: 'duyệt văn bản',
  return: 'trả lại văn bản',
  'return-approved': 'trả lại văn bản đã duyệt',
  issue: 'ban hành văn bản',
  register: 'đăng ký văn bản soạn ngoài',
  record: 'ghi số đã cấp ở hệ thống khác',
  strike: 'gạch số ghi nhầm',
  'bring-in': 'nhập văn bản đã ban hành',
  send: 'gửi văn bản đi',
  receipt: 'ghi nhận nơi nhận đã nhận văn bản',
  'read-sends': 'xem văn bản đã gửi cho ai',
  'list-unsent': 'xem văn bản chưa gửi',
  'ask-void': 'đề nghị hủy số',
  'drop-void': 'thôi hủy số',
  'consent-void': 'đồng ý hủy số',
  amend: 'sửa đổi, bổ sung văn bản',
  link: 'nối với văn bản của cơ quan trước',
  withdraw: 'thu hồi văn bản',
  void: 'hủy số',
  correct: 'đính chính văn bản',
  upload: 'tải tệp lên',
  'add-signed': 'thêm tệp đã ký',
  'replace-file': 'thay tệp sai',
  place: 'ghi nơi để bản gốc giấy',
  restrict: 'đổi phạm vi người xem',
  'read-draft': 'xem văn bản chưa ban hành',
  'read-audit': 'xem nhật ký văn bản',
  'read-views': 'xem ai đã đọc, tải văn bản',
  'read-issued': 'xem văn bản đã ban hành',
  find: 'tra cứu văn bản',
  'print-book': 'in sổ đăng ký văn bản đi',
  'export-issued': 'xuất gói văn bản điện tử',
  'close-year': 'khóa sổ',
  'open-series': 'đặt số bắt đầu của sổ',
  'read-series': 'xem tình hình các sổ',
  'put-profile': 'sửa hồ sơ cơ quan',
  'list-profiles': 'xem hồ sơ cơ quan',
  'read-office': 'xem cách làm việc của cơ quan',
  'put-office': 'sửa cách làm việc của cơ quan',
  'put-working-days': 'sửa ngày nghỉ, ngày làm bù của cơ quan',
  'read-library': 'xem thư viện căn cứ, nhóm nơi nhận',
  'put-library': 'sửa thư viện căn cứ, nhóm nơi nhận',
  'list-activity': 'xem ai đã làm gì trong cơ quan',
  'list-members': 'xem danh sách thành viên',
  'put-member': 'thêm, đổi vai trò thành viên',
  'reset-password': 'đặt lại mật khẩu của thành viên',
};
