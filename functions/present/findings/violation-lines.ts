import type { Repaired } from '#usecases/upkeep/repair.ts';
import type { Violation, ViolationCode } from '#usecases/upkeep/violation.ts';

/** Sentences of violations, for operators. */
const SENTENCES: Readonly<Record<ViolationCode, (what: string) => string>> = {
  'no-counter': (what) => `sổ có văn bản (${what}) mà không có bộ đếm`,
  'number-missing': (what) => `thiếu số ${what}`,
  'row-beyond-counter': (what) => `${what} vượt quá bộ đếm của sổ`,
  'row-below-start': (what) => `${what} nhỏ hơn số bắt đầu của sổ`,
  'brought-in-within': (what) => `${what} là văn bản nhập, lại nằm trong dãy số do hệ thống cấp`,
  'not-recorded': (what) => `${what} không phải số ghi lại, trong sổ lấy số ở hệ thống khác`,
  'number-twice': (what) => `số của ${what} có hai dòng`,
  'day-goes-back': (what) => `ngày của ${what} không theo thứ tự số`,
  'row-without-document': () => 'dòng trong sổ không có văn bản',
  'row-differs': (what) => `sổ và văn bản ghi khác nhau ở “${what}”`,
  'document-without-row': () => 'văn bản có số mà không có dòng trong sổ',
  'file-missing': (what) => `mất tệp ${what}`,
  'file-damaged': (what) => `tệp ${what} đã bị thay đổi`,
  'no-file': () => 'văn bản đã ban hành mà không có tệp',
  'frozen-missing': (what) => `mất hoặc hỏng bản đóng băng ${what}`,
  'file-without-row': () => 'tệp không thuộc dòng nào trong sổ',
  'chain-broken': (what) => `nhật ký bị sửa hoặc mất, từ mục ${what}`,
  'chain-differs': (what) => `nhật ký ghi khác văn bản hoặc sổ ở “${what}”`,
  'never-finished': () => 'đã cấp số quá 5 phút mà chưa có tệp',
  'closing-differs': () => 'sổ đã khóa nhưng nội dung khác với lúc khóa',
  'open-differs': () => 'sổ mở hay khóa không khớp với lần khóa sổ; nếu lần khóa bị dở thì hãy khóa lại',
  'last-day-differs': (what) => `ngày của số cuối ghi là ${what}, khác với dòng cuối của sổ`,
  'facts-differ': (what) => `sổ hoặc văn bản ghi khác bản đóng băng hay nhật ký ở “${what}”`,
  'keys-differ': (what) => `khóa tra cứu “${what}” không khớp với dòng sổ hoặc văn bản`,
  'words-missing': (what) => `thiếu ${what} từ để tìm theo trích yếu; chạy banhanh repair`,
  'profile-broken': () => 'thông tin cơ quan của ngày này bị sửa hoặc mất nội dung',
  'names-missing': (what) => `danh bạ tên cơ quan thiếu ${what} mục, nên tìm theo tên này không đủ`,
  'member-differs': (what) => `thành viên ghi khác lần thay đổi cuối ở “${what}”`,
  'seal-broken': (what) => `bản ghi “${what}” bị sửa ngoài chương trình`,
  'claim-differs': (what) => `ký hiệu của ${what} ghi là của sổ khác`,
  'head-broken': () => 'đầu chuỗi ghi ngoài sổ không đọc được, bị sửa, hoặc không nối tiếp bản trước',
  'head-differs': (what) => `nhật ký đã bị viết lại so với đầu chuỗi ghi ngoài sổ ngày ${what}`,
  'head-ahead': (what) =>
    `đầu chuỗi ghi ngoài sổ ngày ${what} có mục mà sổ không còn; nếu vừa phục hồi từ bản cũ hơn thì hãy sao lưu sang thư mục mới`,
  'broken-item': (what) => `bản ghi không đọc được: ${what}`,
};

const REPAIRS: Readonly<Record<Repaired['what'], string>> = {
  'issue-finished': 'đã hoàn tất văn bản cấp số dở dang',
  'file-adopted': 'đã trả tệp về đúng văn bản và số',
  'counter-raised': 'đã nâng bộ đếm theo sổ',
  'words-restored': 'từ của trích yếu đã ghi lại để tìm được',
  failed: 'CHƯA hoàn tất được',
};

/** `I3 dong-nai 35/KH-UBND (…): mất tệp …` */
export function violationLine({ invariant, code, organ, where, what = '' }: Violation): string {
  return `${invariant} ${organ} ${where}: ${SENTENCES[code](what)}`;
}

/** `dong-nai ke-hoach/2026: 35: đã hoàn tất …` */
export function repairLine({ what, organ, where, error }: Repaired): string {
  const why = error instanceof Error ? ` (${error.message})` : '';
  return `${organ} ${where}: ${REPAIRS[what]}${why}`;
}
