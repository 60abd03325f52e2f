import { isEmpty } from '#read/elements/line.ts';
import type { Fix } from '../fix/fix.ts';
import { at, type Rule, rule } from '../rule.ts';
import { ruleLengthRules } from './drawn-line-lengths.ts';
import { codeRules } from './head-code.ts';
import { recitalRules } from './recitals.ts';
import { NOT_HERE, ofLine, present, retype, ruled } from './rule-makers.ts';
import { stampRules } from './stamps.ts';

const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Short forms that stand in a parent's name alone (PL I, Mục II.2.b). */
const SHORTENED = /(?<!\p{L})(?:UBND|HĐND|UBMTTQ|GD\s?&?\s?ĐT|GDĐT|LĐTBXH|TNMT|NN&PTNT)(?!\p{L})/u;

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
  present(
    'type.present',
    'PL I, II.5',
    'tên loại và trích yếu',
    ({ elements }) => elements.typeName !== null || elements.head.letterSubject.length > 0,
  ),
  rule('organ.full-name', 'PL I, II.2.b', 'Tên cơ quan ban hành ghi đầy đủ, không viết tắt', ({ elements }) => {
    const { organ } = elements.head;
    if (organ.length === 0) return NOT_HERE;
    return organ.flatMap((line) => {
      const short = SHORTENED.exec(line.text)?.[0];
      return short === undefined ? [] : [at(line, short, 'tên đầy đủ: ỦY BAN NHÂN DÂN, HỘI ĐỒNG NHÂN DÂN …')];
    });
  }),
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
  ...ruleLengthRules,
  ...codeRules,
  ...recitalRules,
  ...stampRules,
];
