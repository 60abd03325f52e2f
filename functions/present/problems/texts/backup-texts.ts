import type { BackupError, BackupErrorCode } from '#usecases/backup/backup-error.ts';

type Params = BackupError['params'];

const NOTHING_WRITTEN = 'Không ghi gì.';

const DIFFERENCES: Readonly<Record<string, string>> = {
  register: 'sổ',
  documents: 'số văn bản',
  series: 'số cuối của sổ',
};

const TEXTS: Readonly<Record<BackupErrorCode, (params: Params) => string>> = {
  'target-of-another': ({ out, known, dir }) =>
    `Thư mục “${out}” đang giữ bản sao lưu của “${known}”; không ghi đè. Hãy sao lưu “${dir}” vào một thư mục khác.`,
  'target-is-data': ({ out }) =>
    `Thư mục “${out}” là một thư mục dữ liệu, không phải bản sao lưu; không ghi đè. Hãy chọn --out là một thư mục mới.`,
  'target-taken': ({ out, name }) =>
    `Thư mục “${out}” có thứ khác (${name}): bản sao lưu cần một thư mục riêng. Hãy chọn --out là một thư mục mới.`,
  'target-unreadable': ({ path }) => `Không đọc được ${path}; hãy chọn --out là một thư mục mới.`,
  'register-damaged': ({ path }) =>
    `Sổ ${path} hỏng, SQLite tự kiểm tra không qua. ${NOTHING_WRITTEN} Hãy dùng một bản sao lưu khác (generations/).`,
  'register-of-older-release': ({ path }) =>
    `Sổ ${path} do bản 0.1.0 ghi: hãy chạy banhanh serve một lần để chuyển đổi, rồi sao lưu lại.`,
  'backup-unfinished': ({ from }) =>
    `“${from}” không có backup.json: không phải bản sao lưu, hoặc lần sao lưu chưa xong. ${NOTHING_WRITTEN}`,
  'backup-unreadable': ({ path }) =>
    `Không đọc được ${path}: bản sao lưu hỏng hoặc của bản mới hơn. ${NOTHING_WRITTEN}`,
  'backup-empty': ({ path }) =>
    `Sổ ${path} của bản sao lưu không có hoặc trống. ${NOTHING_WRITTEN} Hãy dùng một bản sao lưu khác (generations/).`,
  'backup-differs': ({ what, path }) =>
    `Bản sao lưu khác với backup.json ở ${DIFFERENCES[String(what)] ?? what} (${path}): đã bị sửa, bị dùng như thư mục dữ liệu, hoặc lần sao lưu sau chưa xong. ${NOTHING_WRITTEN} Hãy dùng một bản sao lưu khác (generations/).`,
  'no-such-day': ({ day, known }) =>
    `Bản sao lưu không giữ sổ của ngày ${day}; ${known === '' ? 'không giữ sổ của ngày nào' : `có: ${known}`}.`,
  'directory-taken': ({ dir }) => `Thư mục “${dir}” không trống; hãy phục hồi vào một thư mục mới.`,
};

/** Sentence for an error of backing up or restoring. */
export function backupErrorText({ code, params }: BackupError): string {
  return TEXTS[code](params);
}
