import { isLegislation } from '#read/elements/patterns.ts';
import type { Fix } from '../fix/fix.ts';
import { at, type Rule, rule, type Violation } from '../rule.ts';
import { ending, NOT_HERE, retype } from './rule-makers.ts';

const subjectEnd = rule('subject.end', 'PL I, II.5', 'Trích yếu không có dấu câu ở cuối', ({ elements }) => {
  const last = elements.subject.at(-1);
  if (!last) return NOT_HERE;
  return /[.;:,]$/.test(last.text)
    ? [at(last, `dấu “${last.text.slice(-1)}” ở cuối`, 'không có dấu câu ở cuối', undefined, ending(last, ''))]
    : [];
});

const lowered = (word: string) => word.toLocaleLowerCase('vi');

/** `V/V`, `v/v`, `V/v:`: the same letters in another case. */
function prefixFix(text: string): Fix | undefined {
  const prefix = /^v\/v\s*:?\s/iu.exec(text)?.[0];
  return prefix === undefined ? undefined : retype(prefix, 'V/v ');
}

const letterPrefix = rule(
  'letter-subject.form',
  'PL I, II.5.b',
  'Trích yếu công văn bắt đầu bằng “V/v” và chữ thường',
  ({ elements }) => {
    const [first] = elements.head.letterSubject;
    if (!first) return NOT_HERE;
    if (!/^V\/v\s/u.test(first.text))
      return [at(first, first.text.slice(0, 8), 'V/v …', undefined, prefixFix(first.text))];
    const word = first.text.slice(4).trim().split(' ')[0] ?? '';
    // A name keeps its capital; only verbs that letters begin with are known to be none.
    return /^(?:Tăng|Triển|Báo|Xin|Thực|Đề|Góp|Cung|Hướng|Phối|Tổ|Rà|Xử|Trả|Mời|Cử|Gửi|Đăng|Chấn|Đẩy|Nâng)$/u.test(word)
      ? [at(first, word, lowered(word), undefined, retype(`V/v ${word}`, `V/v ${lowered(word)}`))]
      : [];
  },
);

const addressedForm = rule('addressed.form', 'PL I, II.9.d', 'Kính gửi ghi đúng mẫu', ({ elements }) => {
  const { addressedLabel, addressees } = elements;
  if (!addressedLabel) return NOT_HERE;
  const violations: Violation[] = [];
  if (!/^Kính gửi\s*:/u.test(addressedLabel.text))
    violations.push(at(addressedLabel, 'Kính gửi', 'Kính gửi:', undefined, retype('Kính gửi', 'Kính gửi:')));
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
          undefined,
          ending(line, isLast ? '.' : ';'),
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
              undefined,
              // Without a mark a căn cứ may go on in the next paragraph.
              /[.;,:]$/.test(line.text) ? ending(line, isLast ? '.' : ';') : undefined,
            ),
          ];
    });
  },
);

/** Types that are cited by number and day; a law by its name and day. */
const NUMBERED =
  /(?:Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Kế hoạch|Công văn|Công điện|Chương trình)(?=[\s,;.])/u;
const NUMBER = /số\s*:?\s*[\d.…]|\d\/\p{Lu}/u;
const DAY = /ngày[\s\d.…]|tháng[\s\d.…]/u;

const basisCited = rule(
  'basis.cited',
  'PL I, II.6.a',
  'Căn cứ ghi số, ký hiệu và ngày của văn bản',
  ({ elements }) => {
    const { bases } = elements;
    if (bases.length === 0 || isLegislation(elements.typeName ?? '')) return NOT_HERE;
    return bases.flatMap((line) => {
      const type = /^(?:Căn cứ|Thực hiện)\s/u.test(line.text) ? NUMBERED.exec(line.text.slice(0, 40))?.[0] : undefined;
      if (type === undefined) return [];
      if (!NUMBER.test(line.text)) return [at(line, `${type} không có số, ký hiệu`, `${type} số …/… ngày …`)];
      return DAY.test(line.text) ? [] : [at(line, `${type} không có ngày`, `${type} số …/… ngày …`)];
    });
  },
  'warning',
);

/** Rules of trích yếu, Kính gửi and căn cứ. */
export const recitalRules: readonly Rule[] = [subjectEnd, letterPrefix, addressedForm, basisEnd, basisCited];
