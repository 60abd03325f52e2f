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
  'old-xls': 'tệp kiểu .xls cũ (Excel 97–2003); hãy mở bằng Excel rồi lưu lại kiểu “Excel Workbook (.xlsx)”',
  'is-csv':
    'tệp là .csv; hãy mở Excel, chọn Dữ liệu › Từ văn bản/CSV, mã 65001 (UTF-8), cột ngày kiểu Văn bản, rồi lưu kiểu “Excel Workbook (.xlsx)”',
  unsafe: 'tệp .xlsx có cấu trúc không an toàn; hãy chép bảng sang một tệp mới',
  damaged: 'tệp .xlsx bị hỏng; hãy mở bằng Excel rồi lưu lại',
  'too-many-rows': `bảng có quá ${IMPORT_BOUNDS.maxRows} dòng; hãy tách thành nhiều tệp`,
  'too-many-columns': `có nội dung ở quá ${IMPORT_BOUNDS.maxColumns} cột; hãy xóa các cột thừa bên phải`,
  'no-header':
    'không thấy dòng tiêu đề; cần có các cột “Số, ký hiệu văn bản”, “Ngày tháng văn bản”, “Tên loại và trích yếu nội dung văn bản” như Phụ lục IV',
};

/** Words for the fault of a whole list; undefined for what is none. */
export function importFaultText(fault: unknown): string | undefined {
  return Object.entries(IMPORT_ERRORS).find(([code]) => code === fault)?.[1];
}

/** Reasons why a file of an older book is refused. */
export type FileFault = 'too-large' | 'not-pdf-or-docx' | 'pdf-damaged' | 'pdf-unsafe' | 'docx-damaged';

const FILE_FAULTS: Readonly<Record<FileFault, (params: Readonly<Record<string, unknown>>) => string>> = {
  'too-large': ({ maxBytes }) => `lớn hơn ${Number(maxBytes) / MEGABYTES} MB`,
  'not-pdf-or-docx': () => 'không phải .pdf hoặc .docx',
  'pdf-damaged': () => 'không phải một tệp PDF nguyên vẹn',
  'pdf-unsafe': () => 'là tệp PDF có mã lệnh, tệp đính kèm hoặc mật khẩu; hãy in lại thành PDF rồi gửi bản in',
  'docx-damaged': () => 'không phải một tệp .docx nguyên vẹn',
};

/** Words for a fault of a file, after its name. Params: `fault`, `maxBytes`. */
export function fileFaultText(params: Readonly<Record<string, unknown>>): string {
  return (
    Object.entries(FILE_FAULTS).find(([fault]) => fault === params['fault'])?.[1](params) ?? String(params['fault'])
  );
}

/** Parameters of a finding in a row. */
type Params = Readonly<Record<string, string | number>>;

/** Sentences of what is wrong in a row of a list. */
export const ROW_FINDINGS = {
  MISSING: () => 'còn trống',
  TOO_LONG: ({ length, max }: Params) => `dài ${length} ký tự, nhiều nhất ${max}`,
  CELL_TOO_LONG: () => `dài hơn ${MAX_CELL} ký tự`,
  FORBIDDEN_CHARACTER: ({ what }: Params) => `có ${what}; hãy gõ lại đoạn này`,
  CELL_ERROR: ({ text }: Params) => `ô báo lỗi ${text}; hãy gõ lại giá trị`,
  CELL_UNCOMPUTED: () => 'ô là công thức chưa tính; hãy mở bằng Excel, lưu lại, hoặc gõ giá trị',
  CELL_IS_BOOLEAN: ({ text }: Params) => `ô là ${text}, không phải chữ; hãy gõ lại giá trị`,
  CELL_DITTO: ({ text }: Params) => `“${text}” là như dòng trên; hãy chép giá trị của dòng trên xuống`,
  LEGACY_ENCODING: ({ encoding }: Params) => `chữ ở bảng mã ${encoding}; hãy chuyển sang Unicode rồi nhập`,
  CODE_SEVERAL: ({ text }: Params) => `có nhiều số trong “${text}”; hãy ghi mỗi số một dòng`,
  CODE_SECRET: ({ text }: Params) => `“${text}” là văn bản mật, không nhập vào hệ thống này`,
  CODE_ZERO: ({ text }: Params) => `số trong “${text}” là 0; số văn bản từ 1`,
  CODE_UNREADABLE: ({ text }: Params) => `không đọc được số và ký hiệu trong “${text}”; cần như 35/KH-UBND`,
  NOTATION_MISSING: ({ number }: Params) => `chỉ có số ${number}, không có ký hiệu; cần như 35/KH-UBND`,
  DATE_UNREADABLE: ({ text }: Params) => `không đọc được ngày trong “${text}”; cần như 24/01/2025`,
  DATE_IS_NUMBER: ({ text }: Params) => `là số ${text}, không phải ngày; hãy định dạng ô kiểu ngày hoặc gõ 24/01/2025`,
  DATE_IN_FUTURE: ({ date }: Params) => `${date} sau hôm nay`,
  NO_PROFILE: ({ date }: Params) => `cơ quan không có hồ sơ có hiệu lực ${date}; hãy bổ sung hồ sơ cơ quan trước`,
  SYMBOL_YEAR: ({ year, date }: Params) => `ký hiệu ghi năm ${year}, còn văn bản ${date}`,
  SYMBOL_HAS_YEAR: ({ year, typeName }: Params) =>
    `ký hiệu ghi năm ${year}, nhưng ${typeName} không ghi năm trong ký hiệu; hãy bỏ năm`,
  NOTATION_FOREIGN: ({ notation, expected }: Params) =>
    `ký hiệu “${notation}” không phải của cơ quan; cần như ${expected}`,
  TYPE_UNKNOWN: ({ abbreviation }: Params) =>
    `không có loại văn bản viết tắt là “${abbreviation}”; hãy sửa ký hiệu, hoặc thêm loại này vào Thông tin cơ quan`,
  TYPE_DIFFERS: ({ typed, typeName }: Params) => `ghi là ${typed}, còn ký hiệu là của ${typeName}`,
  AMOUNT_UNREADABLE: ({ text }: Params) => `“${text}” không phải số bản; cần một số từ 1 đến 99999`,
  SIGNERS: ({ text }: Params) => `có hai người ký trong “${text}”; hãy ghi một người, người ký văn bản`,
  REPEATED: ({ row, sheet, symbol }: Params) =>
    `trùng số với dòng ${row}${sheet === undefined ? '' : ` của trang “${sheet}”`} (${symbol}); nếu sổ đã cấp trùng thật, hãy xác nhận khi nhập`,
  DIFFERS: ({ symbol, date, standing, typed }: Params) =>
    `số này đã có trong sổ là ${symbol} ${date}: sổ ghi “${standing}”, danh sách ghi “${typed}”`,
  BLANK_YEAR: () => 'số không có văn bản, và không dòng nào bên cạnh cho biết năm; hãy ghi ngày',
  BLANK_SERIES: () => 'số không có văn bản, và không dòng nào bên cạnh cho biết sổ; hãy ghi ký hiệu',
  BLANK_DIFFERS: ({ symbol, standing, typed }: Params) =>
    `số này đã có trong sổ là ${symbol}: sổ ghi “${standing}”, danh sách ghi “${typed}”`,
  BLANK_BARE: () => 'chỉ có số, các ô khác trống: ghi là số bỏ trống; nếu có văn bản, hãy ghi đủ',
  ROW_HIDDEN: () => 'dòng đang ẩn hoặc bị lọc trong bảng, vẫn được đọc',
  SCAN_SHARED: ({ file, symbol }: Params) => `tệp “${file}” giống hệt tệp của ${symbol}; hãy xem lại bản quét`,
  FILE_UNSUITABLE: (f: Params) => `tệp “${f['file']}” ${fileFaultText(f)}`,
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
export function rowFinding(code: RowFindingCode, column: string, params: Params = {}): RowFinding {
  const shown = Object.entries(params).map(([name, fact]) => [
    name,
    typeof fact === 'string' ? legible(fact, 200) : fact,
  ]);
  return { code, column, message: ROW_FINDINGS[code](Object.fromEntries(shown)) };
}
