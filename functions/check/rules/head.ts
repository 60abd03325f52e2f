import { TYPE_ABBREVIATIONS } from '#document/document-types.ts';
import { isEmpty, type Line } from '#read/elements/line.ts';
import { isLegislation } from '#read/elements/patterns.ts';
import type { Fix } from '../fix/fix.ts';
import { at, type CheckContext, onPage, type Rule, type Violation } from '../rule.ts';

const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

function rule(
  id: string,
  clause: string,
  title: string,
  judge: Rule['judge'],
  severity: Rule['severity'] = 'error',
): Rule {
  return { id, clause, severity, title, judge };
}

const NOT_HERE = { notAssessed: 'Văn bản không có yếu tố này.' } as const;

/** A rule about one line of the head. */
function ofLine(
  line: (context: CheckContext) => Line | null | undefined,
  judge: (line: Line, context: CheckContext) => Violation[],
) {
  return (context: CheckContext) => {
    const found = line(context);
    return found ? judge(found, context) : NOT_HERE;
  };
}

const present = (id: string, clause: string, name: string, has: (context: CheckContext) => boolean): Rule =>
  rule(id, clause, `Có ${name}`, (context) => {
    if (context.elements.kind !== 'administrative') return { notAssessed: 'Không phải văn bản hành chính.' };
    return has(context) ? [] : [onPage(1, `không thấy ${name}`, `có ${name}`)];
  });

const ruled = (
  id: string,
  clause: string,
  name: string,
  line: (context: CheckContext) => Line | null | undefined,
  has: (context: CheckContext) => Line | null,
): Rule =>
  rule(
    id,
    clause,
    `Có đường kẻ dưới ${name}`,
    ofLine(line, (found, context) =>
      has(context) ? [] : [at(found, 'không có đường kẻ', `đường kẻ nét liền dưới ${name}`)],
    ),
  );

const retype = (from: string, to: string): Fix => ({ kind: 'retype', from, to });
/** The number with its sign close to it. */
const close = (number: string) => retype(`${number}/`, `${number.trim()}/`);

const codeForm = rule(
  'code.form',
  'PL I, II.3.c',
  'Số, ký hiệu viết đúng mẫu',
  ofLine(
    ({ elements }) => elements.head.code?.line,
    (line, { elements }) => {
      const { printed } = elements.head.code ?? {};
      const violations: Violation[] = [];
      if (!/^Số\s*:/u.test(line.text)) violations.push(at(line, line.text.slice(0, 6), 'sau chữ “Số” có dấu hai chấm'));
      if (!printed) return [...violations, at(line, line.text, 'Số: 05/KH-UBND')];
      const [before = '', after = ''] = [
        printed.text.slice(0, printed.text.indexOf(printed.separator)),
        printed.notation,
      ];
      if (printed.separator !== '/') violations.push(at(line, `“${printed.separator}” sau số`, 'dấu gạch chéo (/)'));
      if (printed.number !== '' && /\s$/.test(before))
        violations.push(at(line, `“${printed.text}”`, 'không cách chữ quanh dấu “/”, “-”', undefined, close(before)));
      else if (/\s/.test(after)) violations.push(at(line, `“${printed.text}”`, 'không cách chữ quanh dấu “/”, “-”'));
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
      if (place !== '' && !hasComma) violations.push(at(line, place, `sau địa danh có dấu phẩy: ${place},`));
      if (/^\p{Ll}/u.test(place)) violations.push(at(line, place, 'chữ cái đầu của địa danh viết hoa'));
      if (day && month && year && !isRealDate(Number(year), Number(month), Number(day)))
        violations.push(at(line, `ngày ${day} tháng ${month} năm ${year}`, 'một ngày có thật'));
      return violations;
    },
  ),
);

const subjectEnd = rule('subject.end', 'PL I, II.5', 'Trích yếu không có dấu câu ở cuối', ({ elements }) => {
  const last = elements.subject.at(-1);
  if (!last) return NOT_HERE;
  return /[.;:,]$/.test(last.text) ? [at(last, `dấu “${last.text.slice(-1)}” ở cuối`, 'không có dấu câu ở cuối')] : [];
});

const letterPrefix = rule(
  'letter-subject.form',
  'PL I, II.5.b',
  'Trích yếu công văn bắt đầu bằng “V/v” và chữ thường',
  ({ elements }) => {
    const [first] = elements.head.letterSubject;
    if (!first) return NOT_HERE;
    if (!/^V\/v\s/u.test(first.text)) return [at(first, first.text.slice(0, 8), 'V/v …')];
    const word = first.text.slice(4).trim().split(' ')[0] ?? '';
    // A name keeps its capital; only verbs that letters begin with are known to be none.
    return /^(?:Tăng|Triển|Báo|Xin|Thực|Đề|Góp|Cung|Hướng|Phối|Tổ|Rà|Xử|Trả|Mời|Cử|Gửi|Đăng|Chấn|Đẩy|Nâng)$/u.test(word)
      ? [at(first, word, word.toLocaleLowerCase('vi'))]
      : [];
  },
);

const addressedForm = rule('addressed.form', 'PL I, II.9.d', 'Kính gửi ghi đúng mẫu', ({ elements }) => {
  const { addressedLabel, addressees } = elements;
  if (!addressedLabel) return NOT_HERE;
  const violations: Violation[] = [];
  if (!/^Kính gửi\s*:/u.test(addressedLabel.text)) violations.push(at(addressedLabel, 'Kính gửi', 'Kính gửi:'));
  if (addressees.length < 2) return violations;
  for (const [i, { line }] of addressees.entries()) {
    const isLast = i === addressees.length - 1;
    if (!/^[-–]/.test(line.text))
      violations.push(at(line, line.text, 'đầu dòng có gạch (-)', undefined, retype(line.text, `- ${line.text}`)));
    if (!(isLast ? /\.$/ : /;$/).test(line.text))
      violations.push(
        at(
          line,
          line.text.slice(-12),
          isLast ? 'dòng cuối kết thúc bằng dấu chấm (.)' : 'cuối dòng có dấu chấm phẩy (;)',
        ),
      );
  }
  return violations;
});

const basisEnd = rule(
  'basis.end',
  'PL I, II.6.a',
  'Căn cứ kết thúc bằng dấu “;”, căn cứ cuối bằng dấu “.”',
  ({ elements }) => {
    const { bases } = elements;
    if (bases.length === 0 || isLegislation(elements.typeName ?? '')) return NOT_HERE;
    return bases.flatMap((line, i) => {
      const isLast = i === bases.length - 1;
      const wanted = isLast ? /\.$/ : /;$/;
      return wanted.test(line.text)
        ? []
        : [
            at(
              line,
              `kết thúc “${line.text.slice(-1)}”`,
              isLast ? 'dấu chấm (.) sau căn cứ cuối' : 'dấu chấm phẩy (;)',
            ),
          ];
    });
  },
);

/** Dashes and spaces of the Tiêu ngữ; other letters are the author's. */
function mottoFix(text: string): Fix | undefined {
  const letters = (of: string) => of.replace(/[^\p{L}]/gu, '');
  return letters(text) === letters(MOTTO) ? retype(text, MOTTO) : undefined;
}

/** Rules of the head, trích yếu and recitals. */
export const headRules: readonly Rule[] = [
  present('national-name.present', 'PL I, II.1.a', 'Quốc hiệu', ({ elements }) => elements.head.nationalName !== null),
  present('motto.present', 'PL I, II.1.b', 'Tiêu ngữ', ({ elements }) => elements.head.motto !== null),
  present('organ.present', 'PL I, II.2.a', 'tên cơ quan ban hành', ({ elements }) =>
    elements.head.organ.some((line) => !isEmpty(line)),
  ),
  present('code.present', 'PL I, II.3', 'số, ký hiệu', ({ elements }) => elements.head.code !== null),
  present('date.present', 'PL I, II.4', 'địa danh và thời gian', ({ elements }) => elements.head.date !== null),
  rule(
    'motto.text',
    'PL I, II.1.b',
    'Tiêu ngữ viết đúng chữ, gạch nối có cách chữ',
    ofLine(
      ({ elements }) => elements.head.motto,
      (line) => (line.text === MOTTO ? [] : [at(line, line.text, MOTTO, undefined, mottoFix(line.text))]),
    ),
  ),
  rule(
    'national-name.text',
    'PL I, II.1.a',
    'Quốc hiệu viết đúng chữ',
    ofLine(
      ({ elements }) => elements.head.nationalName,
      (line) =>
        /^CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$/iu.test(line.text)
          ? []
          : [at(line, line.text, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')],
    ),
  ),
  ruled(
    'motto.rule',
    'PL I, II.1.b',
    'Tiêu ngữ',
    ({ elements }) => elements.head.motto,
    ({ elements }) => elements.head.mottoRule,
  ),
  ruled(
    'organ.rule',
    'PL I, II.2.b',
    'tên cơ quan ban hành',
    ({ elements }) => elements.head.organ.at(-1),
    ({ elements }) => elements.head.organRule,
  ),
  ruled(
    'subject.rule',
    'PL I, II.5.b',
    'trích yếu',
    ({ elements }) => (elements.typeLine ? elements.subject.at(-1) : null),
    ({ elements }) => elements.subjectRule,
  ),
  codeForm,
  codeType,
  dateForm,
  subjectEnd,
  letterPrefix,
  addressedForm,
  basisEnd,
];
