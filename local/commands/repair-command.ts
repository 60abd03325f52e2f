import { repairLine } from '#present/findings/violation-lines.ts';
import { repair } from '#usecases/upkeep/repair.ts';
import { screenProgress } from '../output/stage-progress.ts';
import { openTarget, readTarget, TARGET_HELP, targetOptions } from '../target/target.ts';
import { type Command, readArgs } from './command.ts';
import { verifyAndTell, watchedInspection } from './verify-command.ts';

const usage = `Cách dùng: banhanh repair [--data THƯ-MỤC | --table BẢNG --bucket KHO --work-bucket KHO]

Hoàn tất những gì sự cố để dở: văn bản cấp số chưa có tệp, tệp chưa về đúng dòng trong sổ, bộ đếm chậm hơn sổ. Chỉ làm
cho đủ, không sửa, không xóa gì. Sau đó kiểm tra như banhanh verify. Trên AWS, đây cũng là bước dựng lại bộ đếm và những số
mới hơn sau khi phục hồi bảng về một thời điểm (docs/van-hanh.md).

${TARGET_HELP}

Mã thoát: 0 mọi thứ đúng; 1 còn sai lệch.`;

/** `banhanh repair --data DIR`, `banhanh repair --table NAME --bucket ISSUED --work-bucket WORK` */
export const repairCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs({ args, options: targetOptions });
  const stack = await openTarget(readTarget(values));
  try {
    const progress = screenProgress();
    const inspection = watchedInspection(stack.inspection, 'Sửa sổ và văn bản', progress);
    await repair(stack.deps, inspection, (repaired) => {
      progress.clear();
      console.log(repairLine(repaired));
    });
    const { violations } = await verifyAndTell(stack, progress);
    return violations.length === 0 ? 0 : 1;
  } finally {
    await stack.close();
  }
}
