const ZONE = 'Asia/Ho_Chi_Minh';
const day = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
const time = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, weekday: 'long' });

/** `16/03/2026` of an ISO day or moment, in Vietnam. */
export function formatDay(iso: string): string {
  return day.format(new Date(iso.length === 10 ? `${iso}T00:00:00+07:00` : iso));
}

/** `09:05 ngày 16/03/2026` of an ISO moment, in Vietnam. */
export function formatMoment(iso: string): string {
  return `${time.format(new Date(iso))} ngày ${formatDay(iso)}`;
}

/** `Thứ Hai, 16/03/2026`. */
export function formatWeekday(moment: Date): string {
  const name = weekday.format(moment);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${day.format(moment)}`;
}

/** Formats a span of time: `vừa xong`, `12 phút`, `3 giờ`, `5 ngày`. */
export function formatSince(iso: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - new Date(iso).getTime()) / 60_000);
  if (minutes < 1) return 'vừa xong';
  if (minutes < 60) return `${minutes} phút`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} giờ`;
  return `${Math.floor(minutes / 24 / 60)} ngày`;
}

/** The year that it is in Vietnam. */
export function yearOf(moment: Date): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone: ZONE, year: 'numeric' }).format(moment));
}

/** `01` to `09` have a zero before them (PL I, Mục II.3). */
export function formatNumber(number: number): string {
  return String(number).padStart(2, '0');
}

/** `1,2 MB`, `35 KB`. */
export function formatSize(bytes: number): string {
  const unit = bytes < 1_000_000 ? { by: 1_000, name: 'KB', digits: 0 } : { by: 1_000_000, name: 'MB', digits: 1 };
  return `${(bytes / unit.by).toLocaleString('vi-VN', { maximumFractionDigits: unit.digits })} ${unit.name}`;
}

/** Years offered to choose from. */
const YEARS_OFFERED = 15;

/** Years to choose from, the newest first, with one that is chosen already. */
export function yearChoices(thisYear: number, chosen: number | null): number[] {
  const usual = Array.from({ length: YEARS_OFFERED }, (_, back) => thisYear - back);
  return chosen === null || usual.includes(chosen) ? usual : [...usual, chosen].sort((a, b) => b - a);
}
