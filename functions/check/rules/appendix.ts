import { toRoman } from '#document/text/vietnamese.ts';
import { paragraphsOf, type ReadDocument } from '#read/body/model.ts';
import { bodyText, mentionsAppendix } from '#read/elements/appendix-mentions.ts';
import { fromRoman } from '#read/elements/labels.ts';
import type { Line } from '#read/elements/line.ts';
import { printedDate } from '#read/elements/patterns.ts';
import { at, onPage, type Rule, type Violation } from '../rule.ts';
import { appendixTextRules } from './appendix-text.ts';
import { retype } from './rule-makers.ts';

const NONE = { notAssessed: 'Văn bản không có phụ lục.' } as const;

function rule(id: string, clause: string, title: string, severity: Rule['severity'], judge: Rule['judge']): Rule {
  return { id, clause, severity, title, judge };
}

const numbering = rule(
  'appendix.number',
  'PL I, III.1.a',
  'Từ hai phụ lục trở lên đánh số La Mã; một phụ lục không đánh số',
  'error',
  (context) => {
    const labelled = context.elements.appendices.flatMap(({ label }) => (label ? [label] : []));
    if (labelled.length === 0) return NONE;
    const elsewhere = (number: number) => mentionsAppendix(context.elements, toRoman(number));
    const isOnly = labelled.length === 1 && !elsewhere(2);
    let last = 0;
    return labelled.flatMap((line) => {
      last += 1;
      const own = appendixNumber(line.text);
      // An appendix in a file of its own leaves a gap here, and the text names it.
      while (own !== null && last < own && elsewhere(last)) last += 1;
      const wanted = isOnly ? 'Phụ lục' : `Phụ lục ${toRoman(last)}`;
      return line.text.toLocaleLowerCase('vi') === wanted.toLocaleLowerCase('vi') ? [] : [at(line, line.text, wanted)];
    });
  },
);

/** Value of the Roman numeral of a label; null where it has none. */
function appendixNumber(label: string): number | null {
  return fromRoman(/\s([IVXLC]+)$/u.exec(label)?.[1] ?? '') || null;
}

const labelCase = rule('appendix.label-case', 'PL I, III.1.b', 'Từ “Phụ lục” in thường', 'error', ({ elements }) => {
  const labelled = elements.appendices.flatMap(({ label }) => (label ? [label] : []));
  if (labelled.length === 0) return NONE;
  return labelled.flatMap((line) => {
    if (/^Phụ lục/u.test(line.text)) return [];
    const typed = /^Phụ\s+lục/iu.exec(line.text)?.[0];
    return [at(line, line.text, 'Phụ lục', undefined, typed === undefined ? undefined : retype(typed, 'Phụ lục'))];
  });
});

const mentioned = rule('appendix.mentioned', 'PL I, III.1.a', 'Nội dung có chỉ dẫn về phụ lục', 'error', (context) => {
  const { appendices } = context.elements;
  if (appendices.length === 0) return NONE;
  const text = bodyText(context.elements);
  return appendices.flatMap(({ label, title }): Violation[] => {
    const line = label ?? title[0];
    if (!line) return [];
    const number = /\s([IVXLC]+|\d+)\s*$/u.exec(label?.text ?? '')?.[1];
    const isFound =
      number === undefined || appendices.length === 1
        ? /phụ\s+lục|biểu|đính kèm|kèm theo/iu.test(text)
        : mentionsAppendix(context.elements, number);
    return isFound
      ? []
      : [at(line, `nội dung không nhắc tới ${label?.text ?? 'phụ lục'}`, 'có chỉ dẫn trong nội dung')];
  });
});

const missing = rule(
  'appendix.missing',
  'PL I, III.1.a',
  'Phụ lục được nhắc tới thì có trong tệp',
  'warning',
  (context) => {
    const { appendices, items } = context.elements;
    const lines = items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
    return lines.flatMap((line) => {
      const isOwn =
        /\(?(?:Phụ lục|theo Phụ lục|tại Phụ lục)(?:\s+[IVX]+)?\s*(?:kèm theo|đính kèm|ban hành kèm)/iu.test(
          line.text,
        ) && !/(?:Nghị định|Thông tư|Quyết định|Nghị quyết) số/iu.test(line.text);
      return isOwn && appendices.length === 0
        ? [at(line, 'nhắc tới phụ lục kèm theo', 'phụ lục có trong tệp, hoặc là tệp riêng')]
        : [];
    });
  },
);

const attachedMatches = rule(
  'attached.matches',
  'PL I, III.1.c',
  'Dòng kèm theo khớp với số, ký hiệu và ngày của văn bản',
  'warning',
  ({ elements }) => {
    const withLine = elements.appendices.filter(({ attached }) => attached.length > 0);
    if (withLine.length === 0) return NONE;
    const { code, date } = elements.head;
    return withLine.flatMap(({ attached }): Violation[] => {
      const [line] = attached;
      if (!line) return [];
      const text = attached.map((one) => one.text).join(' ');
      const cited = /số\s*:?\s*(\d+)\s*([/-])\s*([^\s,;)]+)/iu.exec(text);
      const violations: Violation[] = [];
      const own = code?.printed;
      if (cited && own && own.number !== '' && (Number(cited[1]) !== Number(own.number) || cited[3] !== own.notation)) {
        violations.push(at(line, `số ${cited[1]}${cited[2]}${cited[3]}`, `số ${own.number}/${own.notation}`));
      }
      const day = printedDate(/ngày.*năm\s*\d{4}/iu.exec(text)?.[0] ?? '');
      if (day && date && day.day !== '' && date.printed.day !== '') {
        const same =
          Number(day.day) === Number(date.printed.day) &&
          Number(day.month) === Number(date.printed.month) &&
          day.year === date.printed.year;
        if (!same)
          violations.push(
            at(
              line,
              `ngày ${day.day} tháng ${day.month} năm ${day.year}`,
              `ngày ${date.printed.day} tháng ${date.printed.month} năm ${date.printed.year}`,
            ),
          );
      }
      return violations;
    });
  },
);

const attachedPresent = rule(
  'attached.present',
  'PL I, III.1.c',
  'Phụ lục có dòng kèm theo văn bản',
  'error',
  ({ elements }) => {
    if (elements.appendices.length === 0) return NONE;
    return elements.appendices.flatMap(({ label, title, attached }) => {
      const line = label ?? title[0];
      return line && attached.length === 0
        ? [at(line, 'không có dòng kèm theo', '(Kèm theo … số … ngày … của …)')]
        : [];
    });
  },
);

/** Tells whether nothing stands before a line in its section. */
function beginsSection({ blocks }: ReadDocument, section: number, line: Line): boolean {
  const own = paragraphsOf(blocks.filter((block) => block.section === section));
  return own.find(({ text }) => text.trim() !== '') === line.paragraph;
}

const pages = rule(
  'appendix.pages',
  'PL I, III.1.đ',
  'Số trang của phụ lục đánh riêng, từ 1',
  'error',
  ({ elements, document }) => {
    if (elements.appendices.length === 0) return NONE;
    return elements.appendices.flatMap(({ section, label, title }) => {
      const own = document.sections[section];
      const isOwnSection =
        own !== undefined &&
        (document.blocks.find((block) => block.section === section)?.page ?? 1) >= 1 &&
        section > 0;
      const line = label ?? title[0];
      if (isOwnSection && own.pageStart === 1) return [];
      return [
        onPage(
          line?.paragraph.page ?? 1,
          `số trang của ${label?.text ?? 'phụ lục'} đánh tiếp`,
          'đánh riêng từ 1',
          isOwnSection && line && beginsSection(document, section, line) ? { kind: 'page-start', section } : undefined,
        ),
      ];
    });
  },
);

/** Rules of appendices. */
export const appendixRules: readonly Rule[] = [
  numbering,
  labelCase,
  attachedPresent,
  pages,
  mentioned,
  missing,
  attachedMatches,
  ...appendixTextRules,
];
