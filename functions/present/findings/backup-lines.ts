import { formatNumber } from '#document/code-notation.ts';
import { formatMoment } from '#document/dates.ts';
import type { AnyBackupRecord, SeriesState } from '#usecases/backup/backup-record.ts';
import type { RestoredSeries } from '#usecases/backup/settle-series.ts';

const MINUTE_MS = 60_000;

/** Says when a backup was made, and its age. */
export function backupAgeLine({ at }: Pick<AnyBackupRecord, 'at'>, now: Date): string {
  return `Bản sao lưu lúc ${formatMoment(new Date(at))}, cách đây ${ageText(now.getTime() - Date.parse(at))}.`;
}

/** Says the state of a series in a backup, with its next number. */
export function backedUpSeriesLine({ organ, year, series, seq }: SeriesState): string {
  return `  ${organ}, sổ ${series} năm ${year}: ${seq === 0 ? 'chưa cấp số nào' : `số cuối ${formatNumber(seq)}`}`;
}

/** Says the state of a restored series: open at its next number, or shut until confirmed. */
export function restoredSeriesLine({ organ, year, series, next, doubt }: RestoredSeries): string {
  const at = `  ${organ}, sổ ${series} năm ${year}: số kế tiếp ${formatNumber(next)}`;
  if (!doubt) return at;
  const mark =
    doubt.atLeast === undefined ? '' : ` dấu ghi ngoài cho biết đã cấp đến số ${formatNumber(doubt.atLeast)};`;
  return `${at}, nếu sau bản sao lưu chưa cấp số nào;${mark} CHƯA MỞ`;
}

/** Advice for series that stay shut. */
export const SHUT_SERIES_HINT = `Những sổ ghi CHƯA MỞ không cấp số, vì sau bản sao lưu có thể đã cấp thêm. Hãy đối chiếu sổ giấy, văn bản đã gửi, rồi ghi số cuối của từng sổ:
  banhanh series confirm SỔ --organ CƠ-QUAN --year NĂM --last SỐ --reason "…" --data THƯ-MỤC
Còn kho tệp cũ thì phục hồi lại với --files; chắc chắn không cấp số nào sau bản sao lưu thì phục hồi với --nothing-since "lý do".`;

function ageText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days > 0) return `${days} ngày ${hours} giờ`;
  return hours > 0 ? `${hours} giờ ${minutes % 60} phút` : `${minutes} phút`;
}
