import { restoredSeriesLine } from '#present/findings/backup-lines.ts';
import { nextNumber } from '#register/numbers/series.ts';
import { confirmSeries, listDoubtedSeries } from '#usecases/backup/confirm-series.ts';
import { type Command, onlyPositional, readArgs, required, wholeNumber } from '../commands/command.ts';
import { UsageError } from '../output/operator-error.ts';
import { openExisting } from '../target/open-stack.ts';
import { OPERATOR } from '../target/seed-organs.ts';

const usage = `Cách dùng:
  banhanh series list [--data THƯ-MỤC]
  banhanh series confirm SỔ --organ CƠ-QUAN --year NĂM --last SỐ --reason "LÝ DO" [--data THƯ-MỤC]

Sau khi phục hồi, sổ nào có thể đã cấp thêm số sau bản sao lưu thì chưa mở. Hãy xem số cuối trên sổ giấy, văn bản đã gửi đi, rồi
ghi ở đây; sổ cấp tiếp từ số sau đó. Những số mà văn bản chưa trở lại không cấp lại nữa, và nhập được bằng banhanh bring-in.

  --organ    mã cơ quan
  --year     năm của sổ
  --last     số cuối đã cấp; 0 nếu chưa cấp số nào
  --reason   căn cứ để biết, được lưu lại
  --data     thư mục dữ liệu (mặc định: data)`;

const MAX_NUMBER = 9_999_999;

/** `banhanh series confirm ke-hoach --organ xa-phu-ly --year 2026 --last 66 --reason "…"` */
export const seriesCommand: Command = { usage, run };

async function run([what, ...args]: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = {
    organ: text,
    year: text,
    last: text,
    reason: text,
    data: { type: 'string', default: 'data' },
  } as const;
  const { values, positionals } = readArgs({ args, allowPositionals: true, options });
  if (what !== 'list' && what !== 'confirm') throw new UsageError('Chỉ có “series list” và “series confirm”.');
  const { deps, inspection, close } = await openExisting(values.data);
  try {
    if (what === 'list') {
      const doubted = await listDoubtedSeries(inspection);
      for (const one of doubted) console.log(restoredSeriesLine({ ...one, next: nextNumber(one) }));
      if (doubted.length === 0) console.log('Mọi sổ đều mở: không có sổ nào chờ ghi số cuối.');
      return 0;
    }
    const last = required(values.last, '--last');
    const counter = await confirmSeries(deps, {
      series: onlyPositional(positionals, 'tên sổ'),
      organ: required(values.organ, '--organ'),
      year: wholeNumber(required(values.year, '--year'), '--year', 9999),
      last: last === '0' ? 0 : wholeNumber(last, '--last', MAX_NUMBER),
      actor: OPERATOR,
      reason: required(values.reason, '--reason'),
    });
    console.log(restoredSeriesLine({ ...counter, next: nextNumber(counter) }));
    return 0;
  } finally {
    await close();
  }
}
