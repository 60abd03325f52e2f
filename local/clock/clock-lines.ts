import { formatMoment } from '#document/dates.ts';
import type { ClockJump } from './clock-file.ts';

/** Sentence of a jump that nobody accepted, with the way out. */
export function clockJumpLine({ from, to }: ClockJump): string {
  const [was, then] = [from, to].map((one) => formatMoment(new Date(one)));
  return `CHƯA CẤP SỐ: giờ nhảy từ ${was} sang ${then}. Hãy đặt lại giờ của máy nếu sai, rồi chạy: banhanh clock accept --reason "LÝ DO".`;
}
