import { exportEdxml } from '#usecases/exchange/export-edxml.ts';
import { openExisting } from '../target/open-stack.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { type Command, onlyPositional, readArgs, required, wholeNumber } from './command.ts';
import { readExchangeSettings } from './exchange-settings.ts';
import { findOne } from './find-one.ts';
import { writeOut } from './write-out.ts';

const usage = `Cách dùng: banhanh edxml SỐ --organ CƠ-QUAN --out GÓI.xml [--settings TỆP] [--year NĂM] [--data THƯ-MỤC]

Gói xuất edXML (QCVN 102:2016/BTTTT) của một văn bản đã ban hành, kèm các tệp đã lưu. Đây là gói để hệ thống khác đọc:
không gửi qua trục liên thông và không ký số.

  --organ CƠ-QUAN    mã cơ quan
  --year NĂM         năm của số
  --settings TỆP     thiết lập trao đổi (JSON); không có thì lấy “exchange” của hồ sơ cơ quan. Ít nhất:
                     {"schema": "ExchangeSettings@1", "organCode": "000.00.00.H19"}
  --out TỆP          tệp ra
  --data THƯ-MỤC     thư mục dữ liệu (mặc định: data)`;

/** `banhanh edxml 35/KH-UBND --organ dong-nai --out goi.xml` */
export const edxmlCommand: Command = { usage, run };

const text = { type: 'string' } as const;

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: { organ: text, year: text, settings: text, out: text, data: { ...text, default: 'data' } },
  });
  const number = onlyPositional(positionals, 'số văn bản');
  const organ = required(values.organ, '--organ');
  const out = required(values.out, '--out');
  const year = values.year === undefined ? undefined : wholeNumber(values.year, '--year', 9999);
  const settings = values.settings === undefined ? undefined : await readExchangeSettings(values.settings);
  const stack = await openExisting(values.data);
  try {
    const actor = { organ, staffId: OPERATOR, roles: ['clerk'] } as const;
    const { docId } = (await findOne(stack.deps, actor, number, year)).row;
    const { bytes } = await exportEdxml(stack.deps, actor, { docId, settings });
    await writeOut(out, bytes);
    console.log(`Đã xuất gói: ${out}`);
    return 0;
  } finally {
    await stack.close();
  }
}
