import { extname } from 'node:path';
import { createDirectoryStore } from '#store/directory-store.ts';
import { type BookFormat, printBook } from '#usecases/book/print-book.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { UsageError } from '../output/operator-error.ts';
import { openExisting } from '../target/open-stack.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { type Command, readArgs, required, wholeNumber } from './command.ts';
import { PERIOD_OPTIONS, periodOf } from './period-options.ts';
import { writeOut } from './write-out.ts';

const usage = `Cách dùng: banhanh book --organ CƠ-QUAN --year NĂM --out SỔ.xlsx|SỔ.docx [tùy chọn]

In Sổ đăng ký văn bản đi (Nghị định 30/2020/NĐ-CP, Phụ lục IV, mục I), mười cột, theo thứ tự số; mỗi sổ số của mỗi năm
là một quyển. Cột Ngày chuyển và Ký nhận để trống, người giao và người nhận ghi tay.

  --organ CƠ-QUAN      mã cơ quan
  --year NĂM           cả năm; hoặc
  --from, --to NGÀY    từ ngày, đến ngày (năm-tháng-ngày)
  --series SỔ          chỉ một sổ số, ví dụ ke-hoach
  --volume N           ghi quyển số N; không có thì chừa chỗ ghi tay
  --out TỆP            tệp ra; đuôi .xlsx hoặc .docx
  --heads THƯ-MỤC      thư mục sao lưu đêm: sổ đã khóa ghi thêm mã gốc nằm ngoài sổ
  --data THƯ-MỤC       thư mục dữ liệu (mặc định: data)`;

/** `banhanh book --organ dong-nai --year 2026 --out so.docx` */
export const bookCommand: Command = { usage, run };

const text = { type: 'string' } as const;

async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs({
    args,
    options: {
      ...PERIOD_OPTIONS,
      organ: text,
      series: text,
      volume: text,
      out: text,
      heads: text,
      data: { ...text, default: 'data' },
    },
  });
  const organ = required(values.organ, '--organ');
  const out = required(values.out, '--out');
  const request = {
    period: periodOf(values),
    series: values.series,
    volumeNumber: values.volume === undefined ? undefined : wholeNumber(values.volume, '--volume', 9999),
    format: formatOf(out),
  };
  const stack = await openExisting(values.data);
  try {
    const actor = { organ, staffId: OPERATOR, roles: ['clerk'] } as const;
    const heads = values.heads === undefined ? undefined : createDirectoryStore(dataPaths(values.heads).files);
    const { bytes } = await printBook({ ...stack.deps, heads }, actor, request);
    await writeOut(out, bytes);
    console.log(`Đã in sổ: ${out}`);
    return 0;
  } finally {
    await stack.close();
  }
}

function formatOf(out: string): BookFormat {
  const extension = extname(out).toLowerCase();
  if (extension === '.xlsx') return 'xlsx';
  if (extension === '.docx') return 'docx';
  throw new UsageError(`Tệp ra phải có đuôi .xlsx hoặc .docx: “${out}”.`);
}
