import { paragraphsOf, type Section } from '#read/body/model.ts';
import { isEmpty, type Line, linesIn } from '#read/elements/line.ts';
import type { Fix } from '../fix/fix.ts';
import { points } from '../looks.ts';
import { onPage, type Rule, type Violation } from '../rule.ts';

/** Page numbers: in the header, in the middle, hidden on page 1 (PL I, Mục I.7). */
function numberLines(section: Section): Line[] {
  return [...section.headers]
    .flatMap(([kind, blocks]) => (kind === 'first' && section.hasTitlePage ? [] : linesIn(blocks)))
    .filter(({ paragraph }) => paragraph.fields.includes('PAGE'));
}

function inFooter({ footers }: Section): boolean {
  return [...footers.values()].some((blocks) => paragraphsOf(blocks).some(({ fields }) => fields.includes('PAGE')));
}

const pageNumber: Rule = {
  id: 'page.number',
  clause: 'PL I, I.7',
  severity: 'error',
  title: 'Số trang canh giữa trong lề trên',
  judge(context) {
    const { document } = context;
    if (document.pageCount < 2) return { notAssessed: 'Văn bản chỉ có một trang.' };
    const [first] = document.sections;
    if (!first) return [];
    const lines = numberLines(first);
    const [line] = lines;
    if (!line) {
      return [
        onPage(2, inFooter(first) ? 'số trang ở lề dưới' : 'không có số trang', 'số trang canh giữa trong lề trên'),
      ];
    }
    if (inFooter(first)) return [onPage(2, 'số trang ở cả lề trên và lề dưới', 'chỉ ở lề trên')];
    const { align } = line.paragraph.format.props;
    return align === 'center' || /\t/.test(line.paragraph.text)
      ? []
      : [onPage(2, 'số trang không canh giữa', 'canh giữa theo chiều ngang')];
  },
};

const pageNumberSize: Rule = {
  id: 'page.number-size',
  clause: 'PL I, I.7',
  severity: 'error',
  title: 'Số trang cỡ 13 đến 14',
  judge({ document }) {
    const [first] = document.sections;
    const lines = first && document.pageCount > 1 ? numberLines(first) : [];
    if (lines.length === 0) return { notAssessed: 'Không thấy số trang.' };
    return lines.flatMap((line): Violation[] => {
      const { props } = line.runs[0]?.format ?? line.paragraph.mark;
      return props.sizePt >= 13 && props.sizePt <= 14 ? [] : [onPage(2, `cỡ ${points(props.sizePt)}`, 'cỡ 13 đến 14')];
    });
  },
};

/** Tells whether headers and footers print the number and nothing else, so that the first page may do without. */
function holdsNumberAlone({ hasTitlePage, headers, footers }: Section): boolean {
  if (hasTitlePage) return false;
  const lines = [...headers.values(), ...footers.values()].flatMap(linesIn);
  const first = linesIn([...(headers.get('first') ?? []), ...(footers.get('first') ?? [])]);
  const isNumber = ({ text, paragraph }: Line) => paragraph.fields.includes('PAGE') && !/\p{L}/u.test(text);
  return lines.every((line) => isEmpty(line) || isNumber(line)) && first.every(isEmpty);
}

const firstPage: Rule = {
  id: 'page.first',
  clause: 'PL I, I.7',
  severity: 'error',
  title: 'Không hiển thị số trang thứ nhất',
  judge({ document }) {
    const [first] = document.sections;
    if (!first || document.pageCount < 2 || numberLines(first).length === 0)
      return { notAssessed: 'Không thấy số trang.' };
    const own = first.hasTitlePage ? paragraphsOf(first.headers.get('first') ?? []) : null;
    const isHidden = own !== null && !own.some(({ fields }) => fields.includes('PAGE'));
    const fix: Fix | undefined = holdsNumberAlone(first) ? { kind: 'title-page', section: 0 } : undefined;
    return isHidden ? [] : [onPage(1, 'trang 1 hiện số trang', 'không hiển thị số trang thứ nhất', fix)];
  },
};

const alone: Rule = {
  id: 'page.number-alone',
  clause: 'PL I, I.7',
  severity: 'error',
  title: 'Số trang chỉ là chữ số Ả Rập, không kèm chữ hay tổng số trang',
  judge({ document }) {
    const lines = document.pageCount > 1 ? document.sections.flatMap(numbersAnywhere) : [];
    if (lines.length === 0) return { notAssessed: 'Không thấy số trang.' };
    const wrong = lines.find(({ text, paragraph }) => {
      const hasTotal = paragraph.fields.some((field) => field === 'NUMPAGES' || field === 'SECTIONPAGES');
      return hasTotal || /[\p{L}/]/u.test(text);
    });
    return wrong ? [onPage(2, `“${wrong.text}”`, 'chỉ ghi số trang: 2')] : [];
  },
};

function numbersAnywhere({ headers, footers }: Section): Line[] {
  return linesIn([...headers.values(), ...footers.values()].flat()).filter(({ paragraph }) =>
    paragraph.fields.includes('PAGE'),
  );
}

/** Rules of page numbers. */
export const pageNumberRules: readonly Rule[] = [pageNumber, pageNumberSize, firstPage, alone];
