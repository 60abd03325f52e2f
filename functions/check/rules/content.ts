import { parseCitedCode } from '#document/numbering/cited-code.ts';
import { isEmpty, type Line, linesIn } from '#read/elements/line.ts';
import { bodyLines } from '../elements.ts';
import { at, type CheckContext, type Rule, type Violation } from '../rule.ts';
import { isRealDate } from './head-code.ts';

function lines({ document }: CheckContext): Line[] {
  return linesIn(document.blocks).filter((line) => !isEmpty(line));
}

function yearOf({ elements }: CheckContext): number | null {
  const year = /năm\s+(20\d\d)/u.exec(elements.subject.map(({ text }) => text).join(' '))?.[1];
  return year === undefined ? null : Number(year);
}

/** Copying last year's text and leaving its year is the slip that offices fear most. */
const years: Rule = {
  id: 'content.years',
  clause: null,
  severity: 'warning',
  title: 'Câu mở đầu, đề mục và phụ lục cùng năm với trích yếu',
  judge(context) {
    const { elements } = context;
    const year = yearOf(context);
    if (year === null) return { notAssessed: 'Trích yếu không nói năm nào.' };
    const titles = elements.appendices.flatMap(({ title, attached }) => [...title, ...attached]);
    const headings = bodyLines(context)
      .filter(({ isHeading }) => isHeading)
      .map(({ line }) => line);
    const looked = [...(elements.opening ? [elements.opening] : []), ...headings, ...titles];
    return looked.flatMap((line) => {
      const text = line.text.replace(/(?:giai đoạn|từ năm|đến năm)\s+20\d\d(?:\s*[-–]\s*20\d\d)?/giu, '');
      const others = [...text.matchAll(/(?:^|[^\p{L}])năm\s+(20\d\d)/giu)]
        .map((match) => Number(match[1]))
        .filter((other) => other !== year);
      const isCited = /ngày.*tháng.*năm/iu.test(text) || /kết quả|đánh giá|tổng kết|tình hình/iu.test(text);
      return others.length > 0 && !isCited ? [at(line, `năm ${others[0]}`, `năm ${year}, như trích yếu`)] : [];
    });
  },
};

const dates: Rule = {
  id: 'content.dates',
  clause: null,
  severity: 'warning',
  title: 'Ngày tháng trong văn bản có thật',
  judge: (context) =>
    lines(context).flatMap((line): Violation[] => {
      const found = [
        ...line.text.matchAll(/ngày\s+(\d{1,2})\s*(?:[/-]|tháng)\s*(\d{1,2})\s*(?:[/-]|năm)\s*(\d{4})/giu),
      ];
      return found
        .filter(([, day, month, year]) => !isRealDate(Number(year), Number(month), Number(day)))
        .map(([text]) => at(line, text, 'một ngày có thật'));
    }),
};

const pastDeadlines: Rule = {
  id: 'content.deadline',
  clause: null,
  severity: 'warning',
  title: 'Thời hạn không nằm trước ngày văn bản',
  judge(context) {
    const printed = context.elements.head.date?.printed;
    const year = Number(printed?.year ?? 0);
    if (!year) return { notAssessed: 'Không thấy năm của văn bản.' };
    return lines(context).flatMap((line): Violation[] => {
      const found = [
        ...line.text.matchAll(
          /(?:trước|chậm nhất|hạn|xong)\s+(?:vào\s+|là\s+)?(?:ngày\s+)?(\d{1,2})[/-](\d{1,2})[/-](\d{4})/giu,
        ),
      ];
      return found
        .filter((match) => Number(match[3]) < year)
        .map(([text]) => at(line, text, `thời hạn từ năm ${year}`));
    });
  },
};

const citedCodes: Rule = {
  id: 'citation.code',
  clause: 'PL I, II.3.c',
  severity: 'warning',
  title: 'Số, ký hiệu được viện dẫn viết đúng mẫu',
  judge(context) {
    const own = context.elements.head.code?.line.paragraph;
    return lines(context).flatMap((line): Violation[] => {
      if (line.paragraph === own) return [];
      const found = [
        ...line.text.matchAll(/số\s+(\d{1,6}\s*[/-]\s*[\p{Lu}\d][\p{L}\d&]*(?:\s?[/-]\s?[\p{L}\d&]+)*)/gu),
      ].map((match) => match[1] ?? '');
      return found
        .map((code) => code.trim())
        .filter(
          (code) => /\p{Lu}/u.test(code) && !parseCitedCode(code) && !parseCitedCode(code.replace(/-\p{L}+$/u, '')),
        )
        .filter((code) => /\s|^\d[/-]|^0\d\d/.test(code))
        .map((code) => at(line, `“${code}”`, 'viết liền, số dưới 10 thêm số 0'));
    });
  },
};

/** Districts ended on this day (Luật 72/2025/QH15). */
const DISTRICTS_END = 20_250_701;
const DISTRICTS =
  /UBND (?:các )?(?:cấp )?huyện|các huyện, (?:thị xã|thành phố)|(?:Ủy|Uỷ) ban nhân dân (?:các )?(?:cấp )?huyện|cấp huyện/u;

const districts: Rule = {
  id: 'content.districts',
  clause: null,
  severity: 'warning',
  title: 'Không giao việc cho cấp huyện sau ngày 01/7/2025',
  judge(context) {
    const printed = context.elements.head.date?.printed;
    const [year, month, day] = [Number(printed?.year), Number(printed?.month || 12), Number(printed?.day || 31)];
    if (!year) return { notAssessed: 'Không thấy ngày của văn bản.' };
    if (year * 10_000 + month * 100 + day < DISTRICTS_END) return { notAssessed: 'Văn bản trước ngày 01/7/2025.' };
    return lines(context).flatMap((line) => {
      const found = DISTRICTS.exec(line.text)?.[0];
      return found !== undefined && !/số \d+\/|sáp nhập|trước đây|\(cũ\)/u.test(line.text)
        ? [at(line, `“${found}”`, 'từ 01/7/2025 không còn cấp huyện')]
        : [];
    });
  },
};

/** Rules of content: slips that a reader would find. */
export const contentRules: readonly Rule[] = [years, dates, pastDeadlines, citedCodes, districts];
