import { fold } from '#document/text/vietnamese.ts';
import { TYPE_ABBREVIATIONS } from '#document/type-table.ts';

/** Names of document types, as a title prints them, by their folded form. */
const TYPE_NAMES: ReadonlyMap<string, string> = new Map(
  [
    ...Object.keys(TYPE_ABBREVIATIONS),
    ...['Luật', 'Bộ luật', 'Pháp lệnh', 'Nghị định', 'Thông tư', 'Thông tư liên tịch', 'Lệnh', 'Kết luận', 'Điều lệ'],
    ...['Nội quy', 'Công văn', 'Thư mời', 'Chiến lược', 'Danh mục', 'Đề cương'],
  ].map((name) => [fold(name), name]),
);

/** Types that are no administrative documents of the decree (Điều 7): laws, and what the Party alone has. */
const LEGISLATION = new Set(['Luật', 'Bộ luật', 'Pháp lệnh', 'Nghị định', 'Thông tư', 'Thông tư liên tịch', 'Lệnh']);

/** The type that a title line names: "KẾ HOẠCH" is Kế hoạch; null where it is none. */
export function typeNamed(text: string): string | null {
  return TYPE_NAMES.get(fold(text).replace(/[\s:.]+$/, '')) ?? null;
}

/** Tells whether a type is a law's. */
export function isLegislation(type: string): boolean {
  return LEGISLATION.has(type);
}

/** Tells whether a line is the Quốc hiệu, however its tone marks and spaces stand (PL I, Mục II.1.a). */
export function isNationalName(text: string): boolean {
  return /cong hoa xa hoi chu nghia viet nam/.test(fold(text));
}

/** Tells whether a line is the Tiêu ngữ (PL I, Mục II.1.b). */
export function isMotto(text: string): boolean {
  return /^doc lap\s*[-–—]*\s*tu do\s*[-–—]*\s*hanh phuc/.test(fold(text));
}

/** Tells whether a line is the head of a Party document. */
export function isPartyName(text: string): boolean {
  return /^dang cong san viet nam$/.test(fold(text));
}

/** A number and symbol as printed, read apart. */
export interface PrintedCode {
  /** Digits as typed; empty where they are still to be given. */
  readonly number: string;
  /** Notation that follows the number: `KH-UBND`. */
  readonly notation: string;
  /** As printed after "Số:". */
  readonly text: string;
  /** The sign after the number: "/" or, in the Party, "-". */
  readonly separator: string;
}

/** A blank of a form: dots, underscores, spaces. */
const BLANK = '[\\s.…_]*';
const CODE = new RegExp(`^Số\\s*:?\\s*(${BLANK}\\d*${BLANK})([/-])\\s*(\\S.*)$`, 'iu');

/** Reads `Số: 35/KH-UBND`, blank or given; null for any other line. */
export function printedCode(line: string): PrintedCode | null {
  const match = CODE.exec(line.trim());
  if (!match) return null;
  const [, given = '', separator = '/', rest = ''] = match;
  const text = line.replace(/^\s*Số\s*:?\s*/iu, '');
  return { number: given.replace(/\D/g, ''), notation: rest.trim(), text, separator };
}

/** Place and day as printed, read apart; parts still to be given are empty. */
export interface PrintedDate {
  readonly place: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hasComma: boolean;
}

const DATE = new RegExp(
  `^(.*?)(,?)\\s*ngày(${BLANK}\\d*${BLANK})tháng(${BLANK}\\d*${BLANK})năm(${BLANK}\\d*)${BLANK}$`,
  'iu',
);

/** Reads `Đồng Nai, ngày 05 tháng 01 năm 2026`, blank or given; null for any other line. */
export function printedDate(line: string): PrintedDate | null {
  const match = DATE.exec(line.trim());
  if (!match) return null;
  const [, place = '', comma = '', day = '', month = '', year = ''] = match;
  const digits = (text: string) => text.replace(/\D/g, '');
  return { place: place.trim(), day: digits(day), month: digits(month), year: digits(year), hasComma: comma !== '' };
}

/** Mức độ khẩn as a stamp prints it (PL I, Mục III.2.b). */
export const URGENCY = /^(?:HOẢ|HỎA) TỐC$|^THƯỢNG KHẨN$|^KHẨN$/u;
/** Chỉ dẫn phạm vi lưu hành (PL I, Mục III.2.c). */
export const CIRCULATION = /^XEM XONG TRẢ LẠI$|^LƯU HÀNH NỘI BỘ$/u;
/** Pattern of a draft's mark. */
export const DRAFT_MARK = /^\(?DỰ THẢO/u;
/** Secrecy marks: such a file must not be here at all (PL I, Mục III.2.a). */
export const SECRECY = /^(?:TUYỆT MẬT|TỐI MẬT|MẬT)$/u;

/** Opening words of a căn cứ (PL I, Mục II.6.a). */
export const BASIS = /^(?:Căn cứ|CĂN CỨ|Thực hiện|THỰC HIỆN|Theo đề nghị|Xét đề nghị|Xét|Trên cơ sở|Theo)\s/u;
/** The end of the sentence that leads to the body. */
export const LEADS_ON = /(?:như sau|sau đây|QUYẾT ĐỊNH|QUYẾT NGHỊ)\s*[:.]?$/iu;
/** First line of recipients (PL I, Mục II.9.d). */
export const RECIPIENTS = /^Nơi\s+nhận\s*:?/iu;
/** Prefix of a signer's position (PL I, Mục II.7.b). */
export const AUTHORITY = /^(?:TM|KT|TL|TUQ|Q)\s*\.\s*/u;
/** Heading of an appendix (PL I, Mục III.1.b). */
export const APPENDIX = /^Phụ\s+lục(?:\s+(?:số\s+)?(?:([IVXLC]+|\d{1,3}|[A-ZĐ])|[.…_][.…_\d]*))?\s*[.:]?$/iu;
/** The line that says what an appendix belongs to (PL I, Mục III.1.c). */
export const ATTACHED = /^\(?\s*(?:Ban hành\s+)?kèm\s+theo\s/iu;
/** Beginning of Kính gửi (PL I, Mục II.9.d). */
export const ADDRESSED = /^Kính\s+gửi\s*:?\s*/iu;
/** An item of a list: a dash of any length. */
export const DASH = /^[-–—•·▪*●○]\s*/u;
