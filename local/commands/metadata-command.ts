import { metadataXml } from '#exchange/metadata/metadata-xml.ts';
import { getMetadata } from '#usecases/exchange/get-metadata.ts';
import { UsageError } from '../output/operator-error.ts';
import { openExisting } from '../target/open-stack.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { type Command, onlyPositional, readArgs, required, wholeNumber } from './command.ts';
import { readExchangeSettings } from './exchange-settings.ts';
import { findOne } from './find-one.ts';
import { writeOut } from './write-out.ts';

const usage = `Cách dùng: banhanh metadata SỐ --organ CƠ-QUAN [--year NĂM] [--format json|xml] [tùy chọn]

Dữ liệu đặc tả của một văn bản đã ban hành, đúng tên trường của Nghị định 30/2020/NĐ-CP, Phụ lục VI, phần II, mục I.
Giá trị dài quá độ dài của trường bị cắt, kèm cảnh báo.

  --organ CƠ-QUAN    mã cơ quan
  --year NĂM         năm của số
  --format KIỂU      json (mặc định) hoặc xml
  --settings TỆP     thiết lập trao đổi: mã định danh cơ quan và nơi nhận;
                     không có thì lấy “exchange” của hồ sơ cơ quan
  --out TỆP          tệp ra; không có thì in ra màn hình
  --data THƯ-MỤC     thư mục dữ liệu (mặc định: data)`;

/** `banhanh metadata 35/KH-UBND --organ dong-nai` */
export const metadataCommand: Command = { usage, run };

const text = { type: 'string' } as const;

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: {
      organ: text,
      year: text,
      format: { ...text, default: 'json' },
      settings: text,
      out: text,
      data: { ...text, default: 'data' },
    },
  });
  const number = onlyPositional(positionals, 'số văn bản');
  const organ = required(values.organ, '--organ');
  const year = values.year === undefined ? undefined : wholeNumber(values.year, '--year', 9999);
  if (values.format !== 'json' && values.format !== 'xml') throw new UsageError('--format phải là json hoặc xml.');
  const settings = values.settings === undefined ? undefined : await readExchangeSettings(values.settings);
  const stack = await openExisting(values.data);
  try {
    const actor = { organ, staffId: OPERATOR, roles: ['clerk'] } as const;
    const { row } = await findOne(stack.deps, actor, number, year);
    const { metadata, warnings } = await getMetadata(stack.deps, actor, row, settings);
    const written = values.format === 'xml' ? metadataXml(metadata) : `${JSON.stringify(metadata, null, 2)}\n`;
    if (values.out === undefined) process.stdout.write(written);
    else await writeOut(values.out, new TextEncoder().encode(written));
    for (const { field, length, max } of warnings) {
      console.error(`Cảnh báo: ${field} dài ${length} ký tự, trường chỉ nhận ${max}; phần thừa đã bị cắt.`);
    }
    return 0;
  } finally {
    await stack.close();
  }
}
