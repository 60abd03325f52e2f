import type { Difference, MoveError, MoveErrorCode } from '#usecases/moving/move-error.ts';

/** Differences that are named one by one; the rest is counted. */
const MAX_NAMED = 20;

const TEXTS: Readonly<Record<MoveErrorCode, (error: MoveError) => string>> = {
  'organ-absent': ({ params }) => `Không có dữ liệu của cơ quan “${params['organ']}”.`,
  'source-unfinished': () =>
    'Cơ quan còn số chưa có tệp, hoặc đợt tạo kế hoạch cho đơn vị chưa xong: hãy chạy banhanh repair, chờ xong rồi xuất lại.',
  'source-unsound': () => 'Sổ nguồn có sai lệch nên chưa xuất: hãy chạy banhanh repair và banhanh verify trước.',
  'source-changed': () =>
    'Dữ liệu của cơ quan vừa thay đổi trong khi xuất: hãy cho mọi người ngừng làm việc trên nơi cũ, rồi xuất lại.',
  'folder-taken': () => 'Thư mục gói đang chứa một gói khác: hãy xuất ra thư mục mới.',
  'no-manifest': ({ params }) =>
    `Thư mục “${params['folder']}” không có manifest.json: không phải gói do banhanh export tạo, hoặc lần xuất chưa xong.`,
  'package-tampered': ({ params }) => {
    const at = params['line'] === undefined ? params['file'] : `${params['file']}, dòng ${params['line']}`;
    return `Gói đã bị sửa, hoặc chép chưa đủ: ${at}. Không ghi gì; hãy chép lại gói từ nơi xuất.`;
  },
  'target-differs': ({ differences }) =>
    `Nơi nhận đã có dữ liệu khác ở ${differences.length} chỗ nên không ghi đè: cơ quan đã làm việc ở đó, hoặc gói đã cũ.\n${listed(differences)}`,
  'read-back-differs': ({ differences }) =>
    `Đọc lại sau khi ghi thấy khác gói, hãy báo người phát triển:\n${listed(differences)}`,
};

/** Sentence for an error of moving an organ, with the first differences a line each. */
export function moveErrorText(error: MoveError): string {
  return TEXTS[error.code](error);
}

const KINDS: Readonly<Record<Difference['kind'], string>> = {
  item: '',
  object: '',
  member: 'thành viên ',
  username: 'tên đăng nhập ',
};

function listed(differences: readonly Difference[]): string {
  const more = differences.length - MAX_NAMED;
  const lines = differences.slice(0, MAX_NAMED).map(({ kind, name }) => `  ${KINDS[kind]}${name}`);
  return [...lines, ...(more > 0 ? [`  … và ${more} chỗ khác`] : [])].join('\n');
}
