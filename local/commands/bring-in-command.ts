import { access } from 'node:fs/promises';
import { z } from 'zod';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { OperatorError, UsageError } from '../output/operator-error.ts';
import { readJsonFile } from '../output/read-json-file.ts';
import { openStack } from '../target/open-stack.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { runBringInList } from './bring-in-list.ts';
import { type Command, day, onlyPositional, readArgs, required, wholeNumber } from './command.ts';

const usage = `Cách dùng: banhanh bring-in VÀO.json --number N --date NĂM-THÁNG-NGÀY [--data THƯ-MỤC]

Nhập một văn bản đã ban hành trước đây, với số và ngày đã có. Dữ liệu được kiểm tra theo hồ sơ cơ quan có hiệu lực hôm
đó; tệp được tạo từ dữ liệu và lưu lại, đánh dấu là nhập. Làm lại không nhập trùng.

       banhanh bring-in SỔ-CŨ.xlsx --organ CƠ-QUAN [--files THƯ-MỤC] [--check] [--copies] [--json] [--data THƯ-MỤC]

Nhập cả sổ cũ từ bảng Excel có các cột như Phụ lục IV (Số, ký hiệu; Ngày tháng; Tên loại và trích yếu; Người ký; Nơi nhận;
Đơn vị, người nhận bản lưu; Số lượng bản; các cột khác không đọc). Dòng sai không nhập và được nêu rõ, các dòng còn lại
vẫn nhập; chạy lại không đổi gì, chỉ thêm tệp cho văn bản đã nhập mà chưa có tệp.

  --organ CƠ-QUAN  mã cơ quan có sổ
  --files THƯ-MỤC  tệp .pdf, .docx của văn bản, đặt tên như 35-KH-UBND.pdf hoặc 35-KH-UBND-2025.pdf
  --check          chỉ kiểm tra, không nhập
  --copies         số đứng hai lần trong bảng là số đã cấp trùng thật: nhập cả hai
  --json           kết quả là JSON
  --data THƯ-MỤC   thư mục dữ liệu (mặc định: data)

Mã thoát: 0 nhập được hết; 1 có dòng hoặc văn bản không nhập được; 2 dùng lệnh sai.`;

/** `banhanh bring-in in.json --number 35 --date 2025-01-24`, `banhanh bring-in list.xlsx --organ dong-nai` */
export const bringInCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: {
      number: { type: 'string' },
      date: { type: 'string' },
      data: { type: 'string', default: 'data' },
      organ: { type: 'string' },
      files: { type: 'string' },
      check: { type: 'boolean', default: false },
      copies: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const inputPath = onlyPositional(positionals, 'tệp dữ liệu vào');
  const { number, date, data: dir, organ: listOrgan, files, check: checkOnly, copies: keepsCopies, json } = values;
  if (/\.(?:xlsx|xlsm|xls|csv|ods)$/i.test(inputPath)) {
    if (number !== undefined || date !== undefined) throw new UsageError('--number, --date chỉ dùng với tệp .json.');
    const organ = required(listOrgan, '--organ');
    return runBringInList({ path: inputPath, organ, dir, files, checkOnly, keepsCopies, json });
  }
  if (listOrgan !== undefined || files !== undefined || checkOnly || keepsCopies || json) {
    throw new UsageError('--organ, --files, --check, --copies, --json chỉ dùng với bảng .xlsx.');
  }
  const codeNumber = wholeNumber(required(number, '--number'), '--number', 999_999);
  const issuedDate = day(required(date, '--date'), '--date');
  const data = await readJsonFile(inputPath, 'dữ liệu văn bản');
  const organ = z.object({ organ: z.string() }).safeParse(data).data?.organ;
  if (organ === undefined) throw new OperatorError(`Tệp ${inputPath} không ghi cơ quan (organ).`);
  await access(dataPaths(dir).organs).catch(() => {
    throw new OperatorError(`Không có dữ liệu Ban Hành trong thư mục “${dir}”; hãy chạy banhanh serve một lần trước.`);
  });
  const stack = await openStack({ dir });
  try {
    const actor = { organ, staffId: OPERATOR, roles: ['clerk'] } as const;
    const { row } = await bringInDocument(stack.deps, actor, {
      codeNumber,
      issuedDate,
      content: { kind: 'data', data },
    });
    console.log(
      `Đã nhập ${row.symbol} ngày ${row.issuedDate.split('-').reverse().join('/')}: ${row.files.map(({ fileName }) => fileName).join(', ')}`,
    );
    return 0;
  } finally {
    await stack.close();
  }
}
