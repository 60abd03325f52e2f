import { reindex } from '#usecases/upkeep/reindex.ts';
import { screenProgress } from '../output/stage-progress.ts';
import { openTarget, readTarget, TARGET_HELP, targetOptions } from '../target/target.ts';
import { type Command, readArgs } from './command.ts';
import { watchedInspection } from './verify-command.ts';

const usage = `Cách dùng: banhanh reindex [--data THƯ-MỤC | --table BẢNG --bucket KHO --work-bucket KHO]

Bổ sung cách tìm cho văn bản của bản phần mềm trước: tên loại tìm được cùng trích yếu, văn bản nào viện dẫn văn bản nào.
Chỉ thêm, không sửa, không xóa gì; máy chủ vẫn chạy được trong lúc ấy; chạy lại không đổi gì thêm.

${TARGET_HELP}

Mã thoát: 0 xong.`;

/** `banhanh reindex --data DIR`, `banhanh reindex --table NAME --bucket ISSUED --work-bucket WORK` */
export const reindexCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs({ args, options: targetOptions });
  const stack = await openTarget(readTarget(values));
  let total = 0;
  try {
    const progress = screenProgress();
    const inspection = watchedInspection(stack.inspection, 'Đọc sổ và văn bản', progress);
    for await (const { organ, year, series, count } of reindex(stack.deps, inspection)) {
      total += count;
      progress.clear();
      console.log(`${organ} ${series}/${year}: bổ sung cho ${count} văn bản`);
    }
    progress.clear();
    console.log(total === 0 ? 'Mọi văn bản đã tìm được theo cách mới.' : `Đã bổ sung cho ${total} văn bản.`);
    return 0;
  } finally {
    await stack.close();
  }
}
