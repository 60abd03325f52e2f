import { legible } from '#document/text/forbidden-characters.ts';
import { IMPORT_BOUNDS, MAX_CELL } from './import-bounds.ts';
import type { ImportErrorCode } from './import-error.ts';

const MEGABYTES = 1024 * 1024;

/** Sentences of a list that cannot be read. */
const IMPORT_ERRORS: Readonly<Record<ImportErrorCode, string>> = {
  'too-large': `tệp lớn hơn ${IMPORT_BOUNDS.maxBytes / MEGABYTES} MB; hãy tách thành nhiều tệp`,
  'not-a-zip': 'tệp không phải .xlsx; hãy mở bằng Excel rồi lưu lại kiểu “Excel Workbook (.xlsx)”',
  'not-xlsx': 'tệp không phải bảng tính .xlsx đọc được; hãy mở bằng Excel rồi lưu lại kiểu “Excel Workbook (.xlsx)”',
  'too-many-entries': 'tệp .xlsx có quá nhiều thành phần; hãy chép bảng sang một tệp mới',
  'inflates-too-much': `tệp .xlsx giải nén ra hơn ${IMPORT_BOUNDS.maxInflatedBytes / MEGABYTES} MB; hãy tách thành nhiều tệp`,
  encrypted: 'tệp đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại',
  unsafe: 'tệp .xlsx có cấu trúc không an toàn; hãy chép bảng sang một tệp mới',
  damaged: 'tệp .xlsx bị hỏng; hãy mở bằng Excel rồi lưu lại',
  'too-many-rows': `bảng có quá ${IMPORT_BOUNDS.maxRows} dòng; hãy tách thành nhiều tệp, xóa các dòng trống ở cuối bảng`,
  'too-many-columns': `bảng có quá ${IMPORT_BOUNDS.maxColumns} cột; hãy xóa các cột trống bên phải`,
  'no-header':
    'không thấy dòng tiêu đề; cần có các cột “Số, ký hiệu văn bản”, “Ngày tháng văn bản”, “Tên loại và trích yếu nội dung văn bản” như Phụ lục IV',
};

/** Words for the fault of a whole list; undefined for what is none. */
export function importFaultText(fault: unknown): string | undefined {
  return Object.entries(IMPORT_ERRORS).find(([code]) => code === fault)?.[1];
}

/** Why a file is not kept with a document of an older book. */
export type FileFault = 'too-large' | 'not-pdf-or-docx' | 'pdf-damaged' | 'docx-damaged';

const FILE_FAULTS: Readonly<Record<FileFault, (facts: Readonly<Record<string, unknown>>) => string>> = {
  'too-large': (f) => `lớn hơn ${Number(f.maxBytes) / MEGABYTES} MB`,
  'not-pdf-or-docx': () => 'không phải .pdf hoặc .docx',
  'pdf-damaged': () => 'không phải một tệp PDF nguyên vẹn',
  'docx-damaged': () => 'không phải một tệp .docx nguyên vẹn',
};

/** Words for a fault of a file, after its name. Facts: `fault`, `maxBytes`. */
export function fileFaultText(facts: Readonly<Record<string, unknown>>): string {
  return Object.entries(FILE_FAULTS).find(([fault]) => fault === facts.fault)?.[1](facts) ?? String(facts.fault);
}

const DIFFERENT_FIELDS = { notation: 'ký hiệu', date: 'ngày', subject: 'trích yếu' } as const;

/** Field in which a row and the register differ. */
export type DifferentField = keyof typeof DIFFERENT_FIELDS;

/** Names of the fields in a fact that lists them: `notation, date`. */
function fieldNames(listed: unknown): string {
  const names = new Set(String(listed).split(', '));
  return Object.entries(DIFFERENT_FIELDS)
    .flatMap(([field, name]) => (names.has(field) ? [name] : []))
    .join(', ');
}

/** Facts of a finding in a row. */
type Facts = Readonly<Record<string, string | number>>;

/** Sentences of what is wrong in a row of a list. */
export const ROW_FINDINGS = {
  MISSING: () => 'còn trống',
  TOO_LONG: (f: Facts) => `dài ${f.length} ký tự, nhiều nhất ${f.max}`,
  CELL_TOO_LONG: () => `dài hơn ${MAX_CELL} ký tự`,
  FORBIDDEN_CHARACTER: (f: Facts) => `có ${f.what}; hãy gõ lại đoạn này`,
  CODE_UNREADABLE: (f: Facts) => `không đọc được số và ký hiệu trong “${f.text}”; cần như 35/KH-UBND`,
  DATE_UNREADABLE: (f: Facts) => `không đọc được ngày trong “${f.text}”; cần như 24/01/2025`,
  DATE_IS_NUMBER: (f: Facts) => `là số ${f.text}, không phải ngày; hãy định dạng ô kiểu ngày hoặc gõ 24/01/2025`,
  DATE_IN_FUTURE: (f: Facts) => `${f.date} sau hôm nay`,
  NO_PROFILE: (f: Facts) => `cơ quan không có hồ sơ có hiệu lực ${f.date}; hãy bổ sung hồ sơ cơ quan trước`,
  TYPE_NOT_KEPT: (f: Facts) => `loại ${f.typeName} chưa có trong hệ thống; hiện có: Kế hoạch, Công văn`,
  NOTATION_FOREIGN: (f: Facts) => `ký hiệu “${f.notation}” không phải của cơ quan; cần như ${f.expected}`,
  TYPE_DIFFERS: (f: Facts) => `ghi là ${f.typed}, còn ký hiệu là của ${f.typeName}`,
  NO_SERIES: (f: Facts) => `hồ sơ cơ quan chưa có sổ số cho loại ${f.typeName}`,
  AMOUNT_UNREADABLE: (f: Facts) => `“${f.text}” không phải số bản; cần một số từ 1 đến 99999`,
  SIGNERS: (f: Facts) => `có hai người ký trong “${f.text}”; hãy ghi một người, người ký văn bản`,
  REPEATED: (f: Facts) =>
    `trùng số với dòng ${f.row}${f.sheet === undefined ? '' : ` của trang “${f.sheet}”`} (${f.symbol})`,
  DIFFERS: (f: Facts) => `số này đã có trong sổ là ${f.symbol} ${f.date}, khác ở ${fieldNames(f.fields)}`,
  FILE_UNSUITABLE: (f: Facts) => `tệp “${f.file}” ${fileFaultText(f)}`,
} as const;

/** See {@link ROW_FINDINGS}. */
export type RowFindingCode = keyof typeof ROW_FINDINGS;

/** Something wrong in a row. */
export interface RowFinding {
  readonly code: RowFindingCode;
  /** The column's title. */
  readonly column: string;
  readonly message: string;
}

/** Makes the finding that people read; what it repeats of the list is short and harmless on a screen. */
export function rowFinding(code: RowFindingCode, column: string, facts: Facts = {}): RowFinding {
  const shown = Object.entries(facts).map(([name, fact]) => [
    name,
    typeof fact === 'string' ? legible(fact, 200) : fact,
  ]);
  return { code, column, message: ROW_FINDINGS[code](Object.fromEntries(shown)) };
}
