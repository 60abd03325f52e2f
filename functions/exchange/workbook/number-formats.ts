import { format, getFormatDateInfo, isTextFormat, isValidFormat } from 'numfmt';
import type { Cell } from './cell.ts';
import { scanPart } from './scan-part.ts';

/** Makes cells of numbers, by the number formats of their styles. */
export interface NumberFormats {
  /** `style`: the cell's index in `cellXfs`. */
  cellOf(value: number, style: number): Cell;
  /** A text as its cell shows it: `35` by `@"/UBND-VP"` is 35/UBND-VP. */
  textOf(text: string, style: number): string;
}

/** Formats that need no entry of their own (ECMA-376, 18.8.30): those of days, and of more than digits. */
const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)]);
/** Day 0 of Excel, for days after 28 February 1900. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** Longest code of a format in Excel, in characters. */
const MAX_FORMAT = 255;
/** Days between the two calendars of Excel. */
const FROM_1904 = 1462;

/** Formats of digits that need no entry of their own (ECMA-376, 18.8.30). */
const BUILT_IN_DIGITS: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  ...range(37, 38).map((id) => [id, '#,##0'] as const),
  ...range(39, 40).map((id) => [id, '#,##0.00'] as const),
]);

/** Reads the number formats of a workbook; `isAsShown`: digits come as Vietnamese texts show them, too. */
export function readNumberFormats(part: Uint8Array | undefined, isFrom1904: boolean, isAsShown = false): NumberFormats {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let isInCells = false;
  if (part) {
    scanPart(part, {
      open(name, { numFmtId = '0', formatCode = '' }) {
        if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
        if (name === 'cellXfs') isInCells = true;
        if (name === 'xf' && isInCells) styles.push(Number(numFmtId));
      },
      close(name) {
        if (name === 'cellXfs') isInCells = false;
      },
    });
  }
  const known = new Map<number, 'day' | 'plain' | string>();
  const kindOf = (id: number) => known.get(id) ?? known.set(id, formatKind(id, codes.get(id))).get(id) ?? 'plain';
  const shownText = (text: string, code: string | undefined) =>
    code !== undefined && code.length <= MAX_FORMAT && /@/.test(code) && /["\\]/.test(code) && isValidFormat(code)
      ? format(code, text)
      : text;
  return {
    textOf: (text, style) => shownText(text, codes.get(styles[style] ?? 0)),
    cellOf(value, style) {
      const kind = kindOf(styles[style] ?? 0);
      if (kind === 'day') return dayOf(isFrom1904 ? value + FROM_1904 : value);
      const id = styles[style] ?? 0;
      if (kind === 'plain') return isAsShown ? digitsOf(value, codes.get(id) ?? BUILT_IN_DIGITS.get(id)) : value;
      const shown = format(kind, value).trim();
      return shown === String(value) || !/\p{L}/u.test(shown) ? value : { value, shown };
    },
  };
}

/** A day, a number as it is, or a pattern that shows letters with it. */
function formatKind(id: number, code: string | undefined): string {
  if (code === undefined) return BUILT_IN_DAYS.has(id) ? 'day' : 'plain';
  if (code.length > MAX_FORMAT || !isValidFormat(code)) return 'plain';
  const { year, month, day } = getFormatDateInfo(code);
  if (year || month || day) return 'day';
  return /["\\]/.test(code) && !isTextFormat(code) ? code : 'plain';
}

/** A number by a format of digits alone: 1234567 under `#,##0` is 1.234.567. */
function digitsOf(value: number, code: string | undefined): Cell {
  const [, decimals = ''] = /[0#?]\.(0+)/.exec(code ?? '') ?? [];
  if (code === undefined || !/[0#]/.test(code)) return value;
  const isPercent = code.includes('%');
  const shown = (isPercent ? value * 100 : value).toLocaleString('vi-VN', {
    useGrouping: /[#0?],[#0?]/.test(code),
    minimumFractionDigits: decimals.length,
    maximumFractionDigits: decimals.length,
  });
  return { value, shown: isPercent ? `${shown}%` : shown };
}

function dayOf(serial: number): Date {
  return new Date(DAY_ZERO_MS + Math.round(serial * DAY_MS));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
