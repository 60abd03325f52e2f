import { tableCsv } from '#exchange/table-csv.ts';
import type { CompiledPlan } from '#localise/plan/compiled-plan.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import type { FanOutState } from '#register/fan-outs/fan-out.schema.ts';
import type { UnitFile } from './localise-units.ts';

/** A unit in a manifest. */
export interface ManifestRow {
  readonly unitCode: string;
  /** "phường Bình Long" */
  readonly name: string;
  readonly docId: string;
  readonly state: FanOutState;
  readonly files: readonly UnitFile[];
  /** Why it failed. */
  readonly reasons: readonly string[];
  /** What the unit has to fill in or look at. */
  readonly open: readonly string[];
}

const TITLES = ['Mã đơn vị', 'Đơn vị', 'Mã văn bản', 'Tệp', 'SHA-256', 'Trạng thái', 'Lý do', 'Đơn vị cần bổ sung'];

const STATES: Readonly<Record<FanOutState, string>> = {
  waiting: 'đang chờ',
  leased: 'đang làm',
  done: 'xong',
  failed: 'lỗi',
};

/** What was made, for machines: each unit with its files, their SHA-256, state and what is still open. */
export function manifestOf(plan: CompiledPlan, on: string, rows: readonly ManifestRow[]) {
  const { docId, code, issuedDate } = plan.source.superior;
  const count = (state: FanOutState) => rows.filter((made) => made.state === state).length;
  const left = count('waiting') + count('leased');
  return {
    schema: 'LocaliseManifest@1' as const,
    superior: { docId, code, issuedDate, hash: plan.hash },
    on,
    directoryAsOf: unitDirectory().asOf,
    counts: { units: rows.length, done: count('done'), failed: count('failed'), ...(left > 0 && { left }) },
    units: rows,
  };
}

/** The same for people: a line a file, or a unit that has none. */
export function manifestCsv(rows: readonly ManifestRow[]): string {
  return tableCsv(
    TITLES,
    rows.flatMap(({ unitCode, name, docId, state, files, reasons, open }) =>
      (files.length > 0 ? files : [{ fileName: '', sha256: '' }]).map(({ fileName, sha256 }) => {
        return [unitCode, name, docId, fileName, sha256, STATES[state], reasons.join(' '), open.join('; ')];
      }),
    ),
  );
}
