import type { Pointer, RawFinding } from '../checking/findings.ts';
import type { LoosePart } from '../checking/loose.ts';
import { LEVELS, type Level } from '../schemas/part.schema.ts';
import { POINT_LETTERS } from '../text/vietnamese.ts';
import type { PlacedPart, Rule } from './rule.ts';

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  division: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
  article: 'Điều',
  roman: 'Mục lớn (I.)',
  clause: 'Khoản (1.)',
  subclause: 'Mục 1.1.',
  point: 'Điểm a)',
  dash: 'Gạch đầu dòng',
  paragraph: 'Đoạn văn',
  table: 'Bảng',
};

/** Levels whose heading the decree demands (PL I, Mục II.6.d). */
const TITLED: ReadonlySet<Level> = new Set(['division', 'chapter', 'section', 'subsection', 'article', 'roman']);
const LEAVES: ReadonlySet<Level> = new Set(['paragraph', 'table', 'dash']);

/** Parts hold narrower parts, headings where the decree wants them, and only what their level can print. */
export const structureRule: Rule = (_doc, { parts }) =>
  parts.flatMap((placed) => [...ofOrder(placed), ...ofContent(placed)]);

function ofOrder({ part, pointer, parent, ancestors }: PlacedPart) {
  const { level } = part;
  if (!level) return [];
  const nested = level === 'subclause' && parent?.level === 'subclause';
  if (parent?.level && !nested && LEVELS.indexOf(level) <= LEVELS.indexOf(parent.level)) {
    return [
      {
        code: 'PART_ORDER' as const,
        pointer,
        facts: { child: LEVEL_WORDS[level], parent: LEVEL_WORDS[parent.level].toLowerCase() },
      },
    ];
  }
  if (level === 'subclause' && !ancestors.some((a) => a.level === 'clause')) {
    return [{ code: 'SUBCLAUSE_WITHOUT_CLAUSE' as const, pointer }];
  }
  return [];
}

function ofContent({ part, pointer }: PlacedPart) {
  const { level } = part;
  if (!level) return [];
  const wrong = (why: string) => ({ code: 'PART_CONTENT' as const, pointer, facts: { why } });
  const name = LEVEL_WORDS[level];
  if (level === 'table') {
    const more = part.title !== undefined || part.text !== undefined || part.children.length > 0;
    return [
      ...(part.table ? [] : [wrong('Bảng phải có “table”')]),
      ...(more ? [wrong('Bảng chỉ có “table”; tiêu đề, nội dung để ở phần khác')] : []),
    ];
  }
  const findings = [];
  if (part.table) findings.push(wrong(`${name} không chứa bảng; hãy để bảng thành phần riêng (level "table")`));
  if (TITLED.has(level) && part.title === undefined) {
    findings.push({ code: 'PART_TITLE' as const, pointer, facts: { level: name } });
  }
  if (LEAVES.has(level)) {
    if (part.title !== undefined) findings.push(wrong(`${name} không có tiêu đề; hãy ghi vào “text”`));
    if (part.children.length > 0) findings.push(wrong(`${name} không có phần con`));
    if (part.text === undefined)
      findings.push({ code: 'MISSING' as const, pointer: [...pointer, 'text'], facts: { what: 'nội dung (text)' } });
  } else if (part.title === undefined && part.text === undefined) {
    findings.push(wrong(`${name} phải có tiêu đề (title) hoặc nội dung (text)`));
  }
  if (part.runIn) {
    if (part.title === undefined || part.text === undefined)
      findings.push(wrong('Tiêu đề liền dòng (runIn) cần cả “title” và “text”'));
    else if (level !== 'clause' && level !== 'subclause' && level !== 'point')
      findings.push(wrong('Chỉ khoản và điểm mới có tiêu đề liền dòng (runIn)'));
    else findings.push({ code: 'RUN_IN' as const, pointer });
  } else if (
    level === 'roman' ||
    level === 'division' ||
    level === 'chapter' ||
    level === 'section' ||
    level === 'subsection'
  ) {
    if (part.text !== undefined) findings.push(wrong(`${name} chỉ có tiêu đề; nội dung để ở phần con`));
  }
  return findings;
}

/** After y) the alphabet of points is at its end. */
export const pointsRule: Rule = (doc) => [
  ...exhausted(doc.body, ['body']),
  ...doc.appendices.flatMap((a, i) => exhausted(a.body, ['appendices', i, 'body'])),
];

function exhausted(parts: readonly LoosePart[], pointer: Pointer): RawFinding[] {
  const points = parts.flatMap((part, i) => (part.level === 'point' ? [i] : []));
  const first = points[POINT_LETTERS.length];
  return [
    ...(first === undefined ? [] : [{ code: 'POINTS_EXHAUSTED' as const, pointer: [...pointer, first] }]),
    ...parts.flatMap(({ children }, i) =>
      children.length === 0 ? [] : exhausted(children, [...pointer, i, 'children']),
    ),
  ];
}
