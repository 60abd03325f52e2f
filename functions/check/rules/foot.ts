import type { Recipient } from '#read/elements/foot.ts';
import { isEmpty } from '#read/elements/line.ts';
import type { Fix } from '../fix/fix.ts';
import { at, onPage, type Rule, rule, type Violation } from '../rule.ts';
import { ending, retype } from './rule-makers.ts';

const NOT_HERE = { notAssessed: 'Không thấy phần nơi nhận, người ký.' } as const;
const DEGREE = /^(?:GS|PGS|TS|ThS|BS|CN|KS|DS|NGND|NGƯT|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Cử nhân|Luật sư)\b\.?/u;

const recipientsForm = rule(
  'recipients.form',
  'PL I, II.9.d',
  'Mỗi nơi nhận một dòng, có gạch đầu dòng, cuối dòng “;”',
  ({ elements }) => {
    const { foot } = elements;
    if (!foot?.label) return NOT_HERE;
    return foot.recipients.flatMap(({ line, text }): Violation[] => {
      const violations: Violation[] = [];
      if (!/^[-–]/.test(text)) {
        violations.push(at(line, text, 'đầu dòng có gạch (-)', undefined, retype(line.text, `- ${line.text}`)));
      }
      if (!/;$/.test(text))
        violations.push(
          at(
            line,
            `kết thúc “${text.slice(-1)}”`,
            'cuối dòng có dấu chấm phẩy (;)',
            undefined,
            // A name on two lines ends on the second.
            text === line.text ? ending(line, ';') : undefined,
          ),
        );
      return violations;
    });
  },
);

/** The space after the line's colon, then the mark at its end. */
function archiveFix({ line, text }: Recipient): Fix | undefined {
  if (text !== line.text) return undefined;
  const spaced = /^[-–]\s*(Lưu\s*:\s*)VT\b/u.exec(text)?.[1];
  if (spaced === undefined) return undefined;
  if (spaced !== 'Lưu: ') return retype(spaced, 'Lưu: ');
  return /^[-–]\s*Lưu: VT\b[^.;]*;?$/u.test(text) ? ending(line, '.') : undefined;
}

const archive = rule('recipients.archive', 'PL I, II.9.d', 'Dòng cuối là “Lưu: VT, …” và dấu chấm', ({ elements }) => {
  const { foot } = elements;
  if (!foot?.label) return NOT_HERE;
  const line = foot.archive;
  if (!line) return [at(foot.label, 'không có dòng “Lưu”', '- Lưu: VT, …')];
  return /^[-–]\s*Lưu: VT\b[^.;]*\./u.test(line.text)
    ? []
    : [at(line.line, line.text, '- Lưu: VT, <đơn vị soạn thảo>.', undefined, archiveFix(line))];
});

const label = rule(
  'recipients.label',
  'PL I, II.9.d',
  'Từ “Nơi nhận” có dấu hai chấm, trên một dòng riêng',
  ({ elements }) => {
    const line = elements.foot?.label;
    if (!line) return NOT_HERE;
    if (line.text === 'Nơi nhận:') return [];
    const isAlone = /^Nơi\s+nhận\s*[:.]?$/iu.test(line.text);
    return [at(line, line.text, 'Nơi nhận:', undefined, isAlone ? retype(line.text, 'Nơi nhận:') : undefined)];
  },
);

const asAbove = rule(
  'recipients.as-above',
  'PL I, II.9.b',
  'Có Kính gửi thì nơi nhận đầu tiên là “Như trên”',
  ({ elements }) => {
    const { foot, addressedLabel } = elements;
    if (!foot?.label || !addressedLabel) return { notAssessed: 'Văn bản không có Kính gửi.' };
    const first = foot.recipients[0];
    return first && /như trên/iu.test(first.text)
      ? []
      : [at(first?.line ?? foot.label, first?.text ?? '', '- Như trên;')];
  },
);

const signerPresent = rule(
  'signer.present',
  'PL I, II.7',
  'Có chức vụ và họ tên người ký',
  ({ elements, document }) => {
    if (elements.kind !== 'administrative') return { notAssessed: 'Không phải văn bản hành chính.' };
    if (!elements.foot || elements.foot.authority.length === 0)
      return [onPage(document.pageCount, 'không thấy chức vụ người ký', 'quyền hạn, chức vụ của người ký')];
    if (elements.foot.name && !isEmpty(elements.foot.name)) return [];
    // Who signs is often settled last: a draft without a number may leave the name open.
    return elements.head.code?.printed?.number === ''
      ? { notAssessed: 'Dự thảo chưa có số, chưa ghi họ tên người ký.' }
      : [onPage(document.pageCount, 'không thấy họ tên người ký', 'họ tên người ký')];
  },
);

const degree = rule(
  'signer.degree',
  'PL I, II.7.c',
  'Trước họ tên người ký không ghi học hàm, học vị',
  ({ elements }) => {
    const name = elements.foot?.name;
    if (!name) return NOT_HERE;
    const found = DEGREE.exec(name.text)?.[0];
    return found === undefined ? [] : [at(name, found, 'chỉ ghi họ, tên đệm và tên')];
  },
);

const stack = rule('signer.stack', 'PL I, II.7.b', 'Quyền hạn người ký ghi đúng mẫu', ({ elements }) => {
  const lines = elements.foot?.authority ?? [];
  if (lines.length === 0) return NOT_HERE;
  return lines.flatMap((line, i): Violation[] => {
    const next = lines[i + 1]?.text;
    const sign = /^(TM|KT|TL|TUQ|Q)(\s*)(\.?)(\s*)/u.exec(line.text);
    if (/^PHÓ .*(?:THƯỜNG TRỰC|PHỤ TRÁCH)$/u.test(line.text))
      return [at(line, line.text, 'chức vụ chính thức, không ghi “thường trực”, “phụ trách”')];
    if (!sign || !/^(?:TM|KT|TL|TUQ|Q)(?:\.|\s)/u.test(line.text)) return [];
    if (sign[3] !== '.' || sign[2] !== '' || sign[4] === '')
      return [
        at(
          line,
          line.text.slice(0, 6),
          `${sign[1]}. và một dấu cách`,
          undefined,
          retype(`${sign[1]}${sign[2]}${sign[3]}${sign[4]}`, `${sign[1]}. `),
        ),
      ];
    if ((sign[1] === 'KT' || sign[1] === 'TL') && next === undefined)
      return [at(line, line.text, 'dòng dưới ghi chức vụ của người ký')];
    if (sign[1] === 'TM' && /(?:CHỦ TỊCH|GIÁM ĐỐC)$/u.test(line.text))
      return [at(line, line.text, 'tên tập thể và chức vụ trên hai dòng')];
    if (/^TM\. (?:ỦY|UỶ) BAN NHÂN DÂN \p{L}/u.test(line.text))
      return [at(line, line.text, 'TM. ỦY BAN NHÂN DÂN, không ghi tên địa phương')];
    if (sign[1] === 'KT' && lines.slice(0, i).some(({ text }) => /^TUQ\./u.test(text)))
      return [at(line, line.text, 'người được ủy quyền tự ký, không ký thay (KT.) sau TUQ.')];
    return [];
  });
});

/** Rules of recipients and signer. */
export const footRules: readonly Rule[] = [label, recipientsForm, archive, asAbove, signerPresent, stack, degree];
