import { formatShortDate } from '../dates.ts';
import type { Basis } from '../schemas/basis.schema.ts';

/** The sentence of a căn cứ as it is printed, without the mark at its end (PL I, Mục II.6.a). */
export function basisText({ verb, cites, text }: Basis): string {
  if (!cites) return text ?? '';
  const { typeName, code, issuedDate, organName, subject } = cites;
  const day = formatShortDate(issuedDate);
  const named =
    code === undefined
      ? `${typeName} ${subject} ${day}`
      : `${typeName} số ${code} ${day} của ${organName ?? ''} ${subject}`;
  return `${verb ?? 'Căn cứ'} ${named}`;
}

const CITED =
  /^(Căn cứ|Thực hiện) (\p{Lu}\p{L}+(?: \p{Ll}+){0,3}) số (\S+) ngày (\d{1,2})\/(\d{1,2})\/(\d{4}) của (.+?) ((?:về|ban hành|quy định|phê duyệt|thông tin|triển khai|sửa đổi|hướng dẫn|thực hiện|tăng cường|công bố|kiện toàn|thành lập) .+)$/u;
const LAW = /^(Căn cứ|Thực hiện) (Bộ luật|Luật|Pháp lệnh) (.+) ngày (\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

/** Reads a sentence of a căn cứ: a citation where that prints the very sentence again, else the sentence. */
export function readBasis(sentence: string): Basis {
  const text = sentence.trim().replace(/\s*[;.,]$/, '');
  const basis = cited(text) ?? law(text);
  return basis && basisText(basis) === text ? basis : { text };
}

/** Days as people type them, the way they are printed here: `ngày 05 tháng 3 năm 2020` → `ngày 05/3/2020`. */
export function withShortDates(text: string): string {
  return text.replace(
    /ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/gu,
    (typed, day: string, month: string, year: string) => {
      const date = iso(year, month, day);
      return date ? formatShortDate(date) : typed;
    },
  );
}

function cited(text: string): Basis | null {
  const [, verb, typeName, code, day = '', month = '', year = '', organName, subject] = CITED.exec(text) ?? [];
  const issuedDate = iso(year, month, day);
  if (!issuedDate || !typeName || !code || !organName || !subject) return null;
  return { ...verbOf(verb), cites: { typeName, code, issuedDate, organName, subject } };
}

function law(text: string): Basis | null {
  const [, verb, typeName, subject, day = '', month = '', year = ''] = LAW.exec(text) ?? [];
  const issuedDate = iso(year, month, day);
  return issuedDate && typeName && subject ? { ...verbOf(verb), cites: { typeName, issuedDate, subject } } : null;
}

function verbOf(verb: string | undefined): Pick<Basis, 'verb'> {
  return verb === 'Thực hiện' ? { verb } : { verb: 'Căn cứ' };
}

function iso(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date ? null : date;
}
