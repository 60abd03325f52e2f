import { access } from 'node:fs/promises';
import { z } from 'zod';
import { bringInDocument } from '../functions/usecases/bring-in-document.ts';
import { type Command, day, onlyPositional, readArgs, required, wholeNumber } from './command.ts';
import { dataPaths } from './data-directory.ts';
import { openStack } from './open-stack.ts';
import { OperatorError } from './operator-error.ts';
import { readJsonFile } from './read-json-file.ts';
import { OPERATOR } from './seed-organs.ts';

const usage = `Cách dùng: banhanh bring-in VÀO.json --number N --date NĂM-THÁNG-NGÀY [--data THƯ-MỤC]

Nhập một văn bản đã ban hành trước đây, với số và ngày đã có. Dữ liệu được kiểm tra theo hồ sơ cơ quan có hiệu lực hôm
đó; tệp được tạo từ dữ liệu và lưu lại, đánh dấu là nhập. Làm lại không nhập trùng.

  --data THƯ-MỤC   thư mục dữ liệu (mặc định: data)`;

/** `banhanh bring-in in.json --number 35 --date 2025-01-24` */
export const bringInCommand: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: { number: { type: 'string' }, date: { type: 'string' }, data: { type: 'string', default: 'data' } },
  });
  const inputPath = onlyPositional(positionals, 'tệp dữ liệu vào');
  const codeNumber = wholeNumber(required(values.number, '--number'), '--number', 999_999);
  const issuedDate = day(required(values.date, '--date'), '--date');
  const data = await readJsonFile(inputPath, 'dữ liệu văn bản');
  const organ = z.object({ organ: z.string() }).safeParse(data).data?.organ;
  if (organ === undefined) throw new OperatorError(`Tệp ${inputPath} không ghi cơ quan (organ).`);
  const dir = values.data;
  await access(dataPaths(dir).organs).catch(() => {
    throw new OperatorError(`Không có dữ liệu Ban Hành trong thư mục “${dir}”; hãy chạy banhanh serve một lần trước.`);
  });
  const stack = await openStack({ dir, dynamodbEndpoint: process.env.DYNAMODB_ENDPOINT });
  try {
    const actor = { organ, staffId: OPERATOR, roles: ['clerk'] } as const;
    const { row } = await bringInDocument(stack.deps, actor, { codeNumber, issuedDate, content: { data } });
    console.log(
      `Đã nhập ${row.symbol} ngày ${row.issuedDate}: ${row.files.map(({ fileName }) => fileName).join(', ')}`,
    );
    return 0;
  } finally {
    await stack.close();
  }
}
