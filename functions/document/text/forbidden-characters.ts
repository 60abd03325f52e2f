/**
 * Characters that no text may hold: control, format and undrawn characters, lone surrogates, non-characters,
 * font-private ones, and U+FFFD.
 */
export const FORBIDDEN =
  /[\p{Cc}\p{Cs}\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFFD\u2028\u2029]/u;

/** The same but for the line end, which begins a new paragraph in a cell. */
export const FORBIDDEN_BUT_LINE_END = new RegExp(`(?!\\n)${FORBIDDEN.source}`, 'u');

const ALL_FORBIDDEN = new RegExp(FORBIDDEN.source, 'gu');
/** Most characters of an input that a message repeats. */
const MAX_QUOTED = 80;

/** Names a forbidden character in Vietnamese. */
export function nameOfForbidden(codePoint: number): string {
  const char = String.fromCodePoint(codePoint);
  if (codePoint === 9) return 'dấu tab';
  if (/[\n\v\f\r\u0085\u2028\u2029]/.test(char)) return 'dấu xuống dòng';
  if (/[\u061C\u202A-\u202E\u2066-\u2069\u200E\u200F]/.test(char)) return 'dấu đổi chiều chữ, không nhìn thấy';
  if (/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(char)) return 'ký tự ẩn, không nhìn thấy';
  if (/\p{Co}/u.test(char)) return 'ký hiệu riêng của phông chữ, như dấu đầu dòng chép từ Word';
  if (char === '\uFFFD') return 'chữ đã hỏng khi chép';
  return /\p{Cs}/u.test(char) ? 'nửa ký tự bị hỏng' : 'ký tự điều khiển';
}

/** A text from the input as a message may repeat it: short, and without characters that a screen would obey. */
export function legible(text: string, max = MAX_QUOTED): string {
  const short = text.length > max ? `${text.slice(0, max)}…` : text;
  return short.replace(ALL_FORBIDDEN, '\uFFFD');
}
