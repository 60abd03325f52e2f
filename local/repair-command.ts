import { repair } from '../functions/usecases/repair.ts';
import { repairLine } from './breach-lines.ts';
import { type Command, readArgs } from './command.ts';
import { openExisting } from './open-stack.ts';
import { verifyAndTell } from './verify-command.ts';

const usage = `Cách dùng: banhanh repair [--data THƯ-MỤC]

Hoàn tất những gì sự cố để dở: văn bản cấp số chưa có tệp, tệp chưa về đúng dòng trong sổ, bộ đếm chậm hơn sổ. Chỉ làm
cho đủ, không sửa, không xóa gì. Sau đó kiểm tra như banhanh verify.

  --data THƯ-MỤC   thư mục dữ liệu (mặc định: data)

Mã thoát: 0 mọi thứ đúng; 1 còn sai lệch.`;

/** `banhanh repair --data DIR` */
export const repairCommand: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: { data: { type: 'string', default: 'data' } } });
  const stack = await openExisting(values.data, process.env.DYNAMODB_ENDPOINT);
  try {
    await repair(stack.deps, stack.inspection, (repaired) => console.log(repairLine(repaired)));
    const { breaches } = await verifyAndTell(stack);
    return breaches.length === 0 ? 0 : 1;
  } finally {
    await stack.close();
  }
}
