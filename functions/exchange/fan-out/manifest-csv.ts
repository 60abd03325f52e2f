import { tableCsv } from '../table-csv.ts';

const TITLES = ['Mã đơn vị', 'Đơn vị', 'Mã văn bản', 'Tệp', 'SHA-256', 'Trạng thái', 'Lý do', 'Đơn vị cần bổ sung'];

const STATES = {
  waiting: 'đang chờ',
  leased: 'đang làm',
  done: 'xong',
  failed: 'lỗi',
} as const;

/** Unit of a fan-out, as its table shows it. */
export interface ManifestEntry {
  readonly unitCode: string;
  readonly name: string;
  readonly docId: string;
  readonly state: keyof typeof STATES;
  readonly files: readonly { readonly fileName: string; readonly sha256: string }[];
  readonly reasons: readonly string[];
  readonly open: readonly string[];
}

/** Table of a fan-out as CSV: a line a file, or a unit that has none. */
export function manifestCsv(rows: readonly ManifestEntry[]): string {
  return tableCsv(
    TITLES,
    rows.flatMap(({ unitCode, name, docId, state, files, reasons, open }) =>
      (files.length > 0 ? files : [{ fileName: '', sha256: '' }]).map(({ fileName, sha256 }) => {
        return [unitCode, name, docId, fileName, sha256, STATES[state], reasons.join(' '), open.join('; ')];
      }),
    ),
  );
}
