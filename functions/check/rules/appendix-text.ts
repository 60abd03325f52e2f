import { at, type Rule, rule } from '../rule.ts';

const NONE = { notAssessed: 'Văn bản không có phụ lục.' } as const;
/** A last line as short as this is a caption or a note. */
const SHORT = 30;

const ownHead = rule(
  'appendix.own-head',
  'PL I, III.1',
  'Phụ lục không có Quốc hiệu, tên cơ quan riêng',
  ({ elements }) => {
    const labelled = elements.appendices.filter(({ label }) => label !== null);
    if (labelled.length === 0) return NONE;
    return labelled.flatMap(({ head }) => {
      const [line] = head;
      return line ? [at(line, 'phụ lục có phần đầu riêng', 'chỉ có “Phụ lục”, tiêu đề và dòng kèm theo')] : [];
    });
  },
);

const end = rule(
  'appendix.end',
  'PL I, III.1.đ',
  'Phụ lục bằng lời văn kết thúc bằng “./.”',
  ({ elements }) => {
    const worded = elements.appendices.flatMap(({ items }) => items.slice(-1)).filter((item) => item.kind === 'line');
    if (worded.length === 0) return { notAssessed: 'Văn bản không có phụ lục bằng lời văn.' };
    return worded.flatMap(({ line }) =>
      line.text.length < SHORT || /\.\/\.$/.test(line.text)
        ? []
        : [at(line, `kết thúc “${line.text.slice(-8)}”`, 'kết thúc bằng ./.')],
    );
  },
  'warning',
);

/** Rules of an appendix's own text. */
export const appendixTextRules: readonly Rule[] = [ownHead, end];
