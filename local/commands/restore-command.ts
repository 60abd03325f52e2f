import { repairLine } from '#present/findings/violation-lines.ts';
import { restore } from '../backup/restore.ts';
import { type Command, readArgs, required } from './command.ts';
import { verifyAndTell } from './verify-command.ts';

const usage = `Cách dùng: banhanh restore --from THƯ-MỤC --data THƯ-MỤC [--files THƯ-MỤC]

Phục hồi từ bản sao lưu vào một thư mục dữ liệu mới. Bộ đếm số được dựng lại từ sổ và tệp, mọi thứ được kiểm tra, rồi
thư mục mới dùng được. Nếu kho tệp cũ còn, hãy chỉ nó bằng --files: những số ban hành sau bản sao lưu cũng trở lại.

  --from THƯ-MỤC    bản sao lưu
  --data THƯ-MỤC    thư mục dữ liệu mới, phải trống hoặc chưa có
  --files THƯ-MỤC   kho tệp còn lại của thư mục dữ liệu cũ (DATA/files)

Mã thoát: 0 đã phục hồi; 1 còn sai lệch: dữ liệu nằm ở THƯ-MỤC.restoring để xem xét.`;

/** `banhanh restore --from DIR2 --data DIR` */
export const restoreCommand: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = readArgs({ args, options: { from: text, data: text, files: text } });
  const dir = required(values.data, '--data');
  const { violations } = await restore({
    from: required(values.from, '--from'),
    dir,
    survivingFiles: values.files,
    onRepaired: (repaired) => console.log(repairLine(repaired)),
    verify: verifyAndTell,
  });
  console.log(violations.length === 0 ? `Đã phục hồi vào ${dir}.` : `Chưa phục hồi: xem ${dir}.restoring`);
  return violations.length === 0 ? 0 : 1;
}
