import { backupAgeLine, restoredSeriesLine, SHUT_SERIES_HINT } from '#present/findings/backup-lines.ts';
import { repairLine } from '#present/findings/violation-lines.ts';
import { restoreDirectory } from '#usecases/backup/restore-directory.ts';
import { type Command, day, readArgs, required } from '../commands/command.ts';
import { verifyAndTell } from '../commands/verify-command.ts';
import { screenProgress } from '../output/stage-progress.ts';
import { directories } from '../target/directories.ts';
import { OPERATOR } from '../target/seed-organs.ts';

const usage = `Cách dùng: banhanh restore --from THƯ-MỤC --data THƯ-MỤC [--day NGÀY] [--files THƯ-MỤC | --nothing-since "LÝ DO"]

Phục hồi từ bản sao lưu vào một thư mục dữ liệu mới. Bản sao được kiểm với backup.json trước (mã SHA-256, SQLite tự kiểm tra,
số đếm); bộ đếm số được dựng lại từ sổ và tệp, mọi thứ được kiểm tra, rồi thư mục mới dùng được. Sổ nào có thể đã cấp thêm số
sau bản sao lưu thì chưa mở, đến khi kho tệp cũ hoặc người vận hành cho biết số cuối.

  --from THƯ-MỤC    bản sao lưu
  --data THƯ-MỤC    thư mục dữ liệu mới, phải trống hoặc chưa có
  --day NGÀY        sổ của một ngày trong generations/ (năm-tháng-ngày); không ghi thì bản cuối
  --files THƯ-MỤC   kho tệp còn lại của thư mục dữ liệu cũ (DATA/files): những số cấp sau bản sao lưu cũng trở lại
  --nothing-since "LÝ DO"   chắc chắn không cấp số nào sau bản sao lưu (chuyển máy, tập phục hồi): mở mọi sổ

Mã thoát: 0 đã phục hồi; 1 còn sai lệch: dữ liệu nằm ở THƯ-MỤC.restoring để xem xét.`;

/** `banhanh restore --from DIR2 --data DIR` */
export const restoreCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = { from: text, data: text, files: text, day: text, 'nothing-since': text } as const;
  const { values } = readArgs({ args, options });
  const dir = required(values.data, '--data');
  const reason = values['nothing-since'];
  const now = new Date();
  const progress = screenProgress();
  const { series, isInPlace } = await restoreDirectory(directories, {
    from: required(values.from, '--from'),
    dir,
    day: values.day === undefined ? undefined : day(values.day, '--day'),
    survivingFiles: values.files,
    nothingSince: reason === undefined ? undefined : { actor: OPERATOR, reason: required(reason, '--nothing-since') },
    now,
    onBackup: (record) => console.log(backupAgeLine(record, now)),
    onRepaired: (repaired) => {
      progress.clear();
      console.log(repairLine(repaired));
    },
    onLooked: (done) => progress.at('Chép tệp', done),
    verify: (open) => verifyAndTell(open, progress),
  });
  for (const one of series) console.log(restoredSeriesLine(one));
  if (series.some(({ doubt }) => doubt)) console.log(SHUT_SERIES_HINT);
  console.log(isInPlace ? `Đã phục hồi vào ${dir}.` : `Chưa phục hồi: xem ${dir}.restoring`);
  return isInPlace ? 0 : 1;
}
