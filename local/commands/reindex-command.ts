import { reindex } from '#usecases/upkeep/reindex.ts';
import { openPlace, PLACE_HELP, placeOptions, readPlace } from '../place/place.ts';
import { type Command, readArgs } from './command.ts';

const usage = `Cách dùng: banhanh reindex [--data THƯ-MỤC | --table BẢNG --bucket KHO --work-bucket KHO]

Bổ sung từ để tìm cho văn bản của bản phần mềm trước: tên loại tìm được cùng trích yếu. Chỉ thêm, không sửa, không xóa gì;
máy chủ vẫn chạy được trong lúc ấy; chạy lại không đổi gì thêm.

${PLACE_HELP}

Mã thoát: 0 xong.`;

/** `banhanh reindex --data DIR`, `banhanh reindex --table NAME --bucket ISSUED --work-bucket WORK` */
export const reindexCommand: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: placeOptions });
  const stack = await openPlace(readPlace(values));
  let total = 0;
  try {
    for await (const { organ, year, series, count } of reindex(stack.deps, stack.inspection)) {
      total += count;
      console.log(`${organ} ${series}/${year}: bổ sung từ cho ${count} văn bản`);
    }
    console.log(total === 0 ? 'Mọi văn bản đã tìm được theo cách mới.' : `Đã bổ sung từ cho ${total} văn bản.`);
    return 0;
  } finally {
    await stack.close();
  }
}
