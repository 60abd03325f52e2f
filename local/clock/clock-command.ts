import { formatMoment, vietnamDate } from '#document/dates.ts';
import { acceptDays } from '#usecases/issuing/accept-days.ts';
import { type Command, readArgs, required } from '../commands/command.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { UsageError } from '../output/operator-error.ts';
import { openExisting } from '../target/open-stack.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { changeClock, readClock } from './clock-file.ts';
import { clockJumpLine } from './clock-lines.ts';

const usage = `Cách dùng:
  banhanh clock status [--data THƯ-MỤC]
  banhanh clock accept --reason "LÝ DO" [--data THƯ-MỤC]

Giờ của máy nhảy quá 10 phút khi đang chạy, lùi lại, hoặc vượt quá 40 ngày so với lần chạy trước thì máy chủ ngừng cấp số, để
không văn bản nào mang ngày sai. Hãy đặt lại giờ của máy, xem “status”, rồi “accept” kèm lý do: lý do được lưu lại. Sổ nào đã cấp
số với ngày sau hôm nay thì được cấp tiếp từ hôm nay; những văn bản mang ngày sai hãy thu hồi hoặc đính chính.

  --reason   vì sao giờ bây giờ là đúng
  --data     thư mục dữ liệu (mặc định: data)`;

/** `banhanh clock accept --reason "thay pin, đã đặt lại giờ"` */
export const clockCommand: Command = { usage, run };

async function run([what, ...args]: readonly string[]): Promise<number> {
  const options = { reason: { type: 'string' }, data: { type: 'string', default: 'data' } } as const;
  const { values } = readArgs({ args, options });
  if (what !== 'status' && what !== 'accept') throw new UsageError('Chỉ có “clock status” và “clock accept”.');
  const now = new Date();
  const { deps, inspection, close } = await openExisting(values.data);
  try {
    const path = dataPaths(values.data).clock;
    if (what === 'status') return await status(path, now);
    const reason = required(values.reason, '--reason').normalize('NFC');
    await changeClock(path, now, ({ jump, ...state }) => ({
      ...state,
      lastSeen: now.toISOString(),
      accepted: jump
        ? [...state.accepted, { ...jump, at: now.toISOString(), actor: OPERATOR, reason }]
        : state.accepted,
    }));
    console.log(`Đã ghi nhận giờ của máy: ${formatMoment(now)}. Cấp số được tiếp tục.`);
    for (const { organ, series, year, from } of await acceptDays(deps, inspection, {
      actor: OPERATOR,
      reason,
      at: now,
    })) {
      const [was, today] = [from, vietnamDate(now)].map((day) => day.split('-').reverse().join('/'));
      console.log(`  ${organ}, sổ ${series} năm ${year}: đã cấp đến ngày ${was}, nay cấp tiếp từ ngày ${today}`);
    }
    return 0;
  } finally {
    await close();
  }
}

async function status(path: string, now: Date): Promise<number> {
  const state = await readClock(path);
  console.log(`Giờ của máy: ${formatMoment(now)}.`);
  for (const { from, to, at, reason } of state?.accepted ?? []) {
    const [was, then, accepted] = [from, to, at].map((one) => formatMoment(new Date(one)));
    console.log(`Đã chấp nhận lúc ${accepted}: giờ nhảy từ ${was} sang ${then}, vì ${reason}.`);
  }
  if (!state?.jump) return 0;
  console.log(clockJumpLine(state.jump));
  return 1;
}
