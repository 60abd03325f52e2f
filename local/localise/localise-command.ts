import { type IsoDate, vietnamDate } from '#document/dates.ts';
import { tableXlsx } from '#exchange/book/table-xlsx.ts';
import type { LocaliseFinding } from '#localise/localise-finding.ts';
import { compilePlan } from '#localise/plan/compile-plan.ts';
import type { CompiledPlan } from '#localise/plan/compiled-plan.ts';
import { NO_OVERRIDES, type Overrides, readOverrides } from '#localise/units/read-overrides.ts';
import { selectUnits } from '#localise/units/select-units.ts';
import { emptySheet, SHEET_TITLES } from '#localise/units/unit-sheet.ts';
import type { UnitRow } from '#usecases/fan-out/render-unit-drafts.ts';
import { manifestOf } from '#usecases/fan-out/unit-manifest.ts';
import { renderUnitsAtOnce } from '#usecases/heavy/render-units-at-once.ts';
import { type Command, day, onlyPositional, readArgs, required } from '../commands/command.ts';
import { BULK_POOL, openThreadPool, type ThreadPool } from '../heavy/thread-pool.ts';
import { OperatorError } from '../output/operator-error.ts';
import { progressBar } from '../output/progress-bar.ts';
import { readJsonFile } from '../output/read-json-file.ts';
import { openLocaliseFolder } from './localise-folder.ts';
import { readProfileEntries } from './localise-profiles.ts';

const usage = `Cách dùng: banhanh localise KẾ-HOẠCH.json --units "75" --out THƯ-MỤC [tùy chọn]

Tạo kế hoạch của từng đơn vị từ kế hoạch cấp trên (KeHoachDiaPhuong@1). Chạy lại không tạo trùng;
dừng giữa chừng thì chạy lại để làm tiếp.

  --units DANH-SÁCH    tên đơn vị ("Phú Lý", "xã Phú Lý"), mã đơn vị (5 chữ số), mã tỉnh, thành phố (2 chữ số,
                       lấy mọi đơn vị), hoặc "*": mọi đơn vị của tỉnh, thành phố ra kế hoạch; cách nhau bằng dấu phẩy
  --out THƯ-MỤC        nơi viết: don-vi/*.docx, manifest.json, manifest.csv, ke-hoach-don-vi.zip,
                       ho-so-don-vi.xlsx, tien-do.jsonl
  --profiles TỆP       hồ sơ đơn vị bổ sung: cơ quan, người ký, nơi nhận … (.json DonVi@1, hoặc .xlsx điền
                       từ ho-so-don-vi.xlsx mà lệnh này viết ra, cột cuối là chỗ còn thiếu)
  --date NĂM-THÁNG-NGÀY  ngày lập bản thảo (mặc định hôm nay)

Mã thoát: 0 đủ; 1 có đơn vị lỗi hoặc kế hoạch có lỗi; 2 dùng lệnh sai.`;

/** `banhanh localise plan.json --units "75" --out DIR` */
export const localiseCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: {
      units: { type: 'string' },
      out: { type: 'string' },
      profiles: { type: 'string' },
      date: { type: 'string' },
    },
  });
  const input = onlyPositional(positionals, 'tệp kế hoạch');
  const list = required(values.units, '--units');
  const out = required(values.out, '--out');
  const on = values.date === undefined ? vietnamDate(new Date()) : day(values.date, '--date');

  // Its threads start and load while the plan is read.
  const pool = openThreadPool(BULK_POOL);
  try {
    return await localise({ input, list, out, on, profiles: values.profiles }, pool);
  } finally {
    await pool.close();
  }
}

interface Wanted {
  readonly input: string;
  readonly list: string;
  readonly out: string;
  readonly on: IsoDate;
  readonly profiles: string | undefined;
}

async function localise({ input, list, out, on, profiles }: Wanted, pool: ThreadPool): Promise<number> {
  const plan = soundPlan(compilePlan(await readJsonFile(input, 'kế hoạch')), input);
  const overrides = await readProfiles(profiles);
  const { units, findings } = selectUnits(list, plan.source.superior.provinceCode);
  if (findings.length > 0) throw new OperatorError(findings.map(({ message }) => message).join('\n'));

  const folder = await openLocaliseFolder(out);
  const bar = progressBar(units.length, process.stderr, () => performance.now());
  const rows: UnitRow[] = [];
  const { threads } = BULK_POOL;
  const request = { plan, units, overrides, on, organ: plan.source.plan.organ, heavy: pool.run };
  const outcomes = renderUnitsAtOnce({ ...request, atOnce: threads + 1, earlierOf: folder.earlierOf });
  for await (const outcome of outcomes) {
    if (outcome.row.state !== 'kept') await folder.keep(outcome);
    rows.push(outcome.row);
    bar.step(outcome.row.state !== 'failed');
  }
  await pool.close();
  const zip = await folder.finish(rows, (made) => manifestOf(plan, on, made));
  await folder.offer('ho-so-don-vi.xlsx', await tableXlsx('Hồ sơ đơn vị', SHEET_TITLES, emptySheet(rows)));
  return report(rows, zip);
}

function soundPlan({ plan, findings }: ReturnType<typeof compilePlan>, path: string): CompiledPlan {
  for (const finding of findings) console.error(line(finding));
  if (!plan) throw new OperatorError(`Kế hoạch có lỗi, chưa tạo cho đơn vị nào: ${path}`);
  return plan;
}

async function readProfiles(path: string | undefined): Promise<Overrides> {
  if (path === undefined) return NO_OVERRIDES;
  const overrides = readOverrides(await readProfileEntries(path));
  for (const finding of overrides.findings) console.error(line(finding));
  return overrides;
}

function report(rows: readonly UnitRow[], zip: string): number {
  const of = (state: UnitRow['state']) => rows.filter((made) => made.state === state);
  const failed = of('failed');
  for (const { unitCode, name, reasons } of failed) console.error(`${unitCode} ${name}: ${reasons.join(' ')}`);
  console.log(
    `Đơn vị: ${rows.length}; tạo mới ${of('done').length}; giữ nguyên ${of('kept').length}; lỗi ${failed.length}.`,
  );
  console.log(zip);
  return failed.length === 0 ? 0 : 1;
}

function line({ severity, path, message, code }: LocaliseFinding): string {
  return `${severity === 'warning' ? 'cảnh báo: ' : ''}${path}: ${message} [${code}]`;
}
