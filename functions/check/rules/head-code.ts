import { capitalised } from '#document/text/vietnamese.ts';
import { TYPE_ABBREVIATIONS } from '#document/type-table.ts';
import type { Line } from '#read/elements/line.ts';
import type { Fix } from '../fix/fix.ts';
import { at, type Rule, rule, type Violation } from '../rule.ts';
import { ofLine, retype } from './rule-makers.ts';

/** The number with its sign close to it. */
const close = (number: string) => retype(`${number}/`, `${number.trim()}/`);

/** The colon after "Số", where nothing but spaces stands in its place. */
function colonFix(text: string): Fix | undefined {
  return /^Số\s/u.test(text) ? retype('Số ', 'Số: ') : undefined;
}

/** A notation without spaces at its signs; a space between letters is no slip of typing. */
function joinedFix(notation: string): Fix | undefined {
  const joined = notation.replace(/\s*([-/])\s*/g, '$1');
  return /\s/.test(joined) ? undefined : retype(notation, joined);
}

const codeForm = rule(
  'code.form',
  'PL I, II.3.c',
  'Số, ký hiệu viết đúng mẫu',
  ofLine(
    ({ elements }) => elements.head.code?.line,
    (line, { elements }) => {
      const { printed } = elements.head.code ?? {};
      const violations: Violation[] = [];
      if (!/^Số\s*:/u.test(line.text))
        violations.push(
          at(line, line.text.slice(0, 6), 'sau chữ “Số” có dấu hai chấm', undefined, colonFix(line.text)),
        );
      if (!printed) return [...violations, at(line, line.text, 'Số: 05/KH-UBND')];
      const [before = '', after = ''] = [
        printed.text.slice(0, printed.text.indexOf(printed.separator)),
        printed.notation,
      ];
      if (printed.separator !== '/') violations.push(at(line, `“${printed.separator}” sau số`, 'dấu gạch chéo (/)'));
      if (printed.number !== '' && /\s$/.test(before))
        violations.push(at(line, `“${printed.text}”`, 'không cách chữ quanh dấu “/”, “-”', undefined, close(before)));
      else if (/\s/.test(after))
        violations.push(
          at(line, `“${printed.text}”`, 'không cách chữ quanh dấu “/”, “-”', undefined, joinedFix(after)),
        );
      const wanted = String(Number(printed.number)).padStart(2, '0');
      if (printed.number.length === 1 || /^0\d\d|^00/.test(printed.number))
        violations.push(at(line, printed.number, wanted, undefined, retype(`${before}/`, `${wanted}/`)));
      return violations;
    },
  ),
);

const codeType = rule(
  'code.type',
  'PL III, I',
  'Ký hiệu có đúng chữ viết tắt tên loại',
  ofLine(
    ({ elements }) => elements.head.code?.line,
    (line, { elements }) => {
      const { printed } = elements.head.code ?? {};
      if (!printed || elements.typeName === null || elements.kind !== 'administrative') return [];
      const first = printed.notation.split('-')[0] ?? '';
      if (/^\d{4}\//.test(printed.notation)) return [at(line, printed.text, 'ký hiệu văn bản hành chính không có năm')];
      if (elements.typeName === 'Công văn') {
        const isTyped = first === 'CV' || Object.values(TYPE_ABBREVIATIONS).includes(first);
        return isTyped
          ? [at(line, printed.text, 'ký hiệu công văn gồm tên cơ quan và đơn vị soạn thảo, không có tên loại')]
          : [];
      }
      const wanted = TYPE_ABBREVIATIONS[elements.typeName];
      return wanted === undefined || first === wanted ? [] : [at(line, printed.text, `${wanted}-…`)];
    },
  ),
);

/** Days of a month, leap years too. */
export function isRealDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day or month whose zero is missing, or too many. */
function zeroed(line: Line, word: 'ngày' | 'tháng', number: string, wanted: string): Violation {
  const [from, to] = [`${word} ${number}`, `${word} ${wanted}`];
  return at(line, from, to, undefined, retype(`${from} `, `${to} `));
}

const dateForm = rule(
  'date.form',
  'PL I, II.4.b',
  'Thời gian ban hành viết đúng mẫu',
  ofLine(
    ({ elements }) => elements.head.date?.line,
    (line, { elements }) => {
      const printed = elements.head.date?.printed;
      if (!printed) return [];
      const { day, month, year, place, hasComma } = printed;
      const violations: Violation[] = [];
      if (day.length === 1) violations.push(zeroed(line, 'ngày', day, `0${day}`));
      if (month === '1' || month === '2') violations.push(zeroed(line, 'tháng', month, `0${month}`));
      if (/^0[3-9]$/.test(month)) violations.push(zeroed(line, 'tháng', month, month.slice(1)));
      if (place !== '' && !hasComma)
        violations.push(
          at(line, place, `sau địa danh có dấu phẩy: ${place},`, undefined, retype(`${place} ngày`, `${place}, ngày`)),
        );
      if (/^\p{Ll}/u.test(place))
        violations.push(
          at(line, place, 'chữ cái đầu của địa danh viết hoa', undefined, retype(place, capitalised(place))),
        );
      if (day && month && year && !isRealDate(Number(year), Number(month), Number(day)))
        violations.push(at(line, `ngày ${day} tháng ${month} năm ${year}`, 'một ngày có thật'));
      return violations;
    },
  ),
);

/** Rules of số, ký hiệu, địa danh and date. */
export const codeRules: readonly Rule[] = [codeForm, codeType, dateForm];
