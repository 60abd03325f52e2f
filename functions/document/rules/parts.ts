import type { Pointer, RawFinding } from '../checking/findings.ts';
import type { PartialPart } from '../checking/partial-document.ts';
import { LEVEL_TRAITS, type LevelTraits } from '../schemas/level-traits.ts';
import { LEVELS, type Level } from '../schemas/part.schema.ts';
import { legible } from '../text/forbidden-characters.ts';
import { POINT_LETTERS } from '../text/vietnamese.ts';
import { inPart, type PlacedPart, type Rule } from './rule.ts';

/** Levels that may have their title at the head of their text's line. */
const RUN_IN: ReadonlySet<Level> = new Set(['clause', 'subclause', 'point']);
/** A title that is usual at the head of its text: "Thời gian:" (the decree's own example has it on a line of its own). */
const USUAL_RUN_IN = /:\s*$/;

/** Parts hold narrower parts, headings where the decree wants them, and only what their level can print. */
export const structureRule: Rule = (_doc, { parts }) =>
  parts.flatMap((placed) => [...ofOrder(placed), ...inContent(placed)]);

const inContent = inPart(ofContent);

function ofOrder({ part, pointer, parent, ancestors }: PlacedPart): RawFinding[] {
  const { level } = part;
  if (!level || !parent?.level) return level === 'subclause' ? withoutClause(pointer) : [];
  const traits = LEVEL_TRAITS[parent.level];
  if (traits.holds !== 'all') {
    if (traits.holds.includes(level) && !ancestors.some((above) => above.level === level)) return [];
    return [cannotHold(level, traits, pointer)];
  }
  const nested = level === 'subclause' && parent.level === 'subclause';
  if (!nested && LEVELS.indexOf(level) <= LEVELS.indexOf(parent.level)) return [cannotHold(level, traits, pointer)];
  if (level === 'subclause' && !ancestors.some((above) => above.level === 'clause')) return withoutClause(pointer);
  return [];
}

function withoutClause(pointer: Pointer): RawFinding[] {
  return [{ code: 'SUBCLAUSE_WITHOUT_CLAUSE', pointer }];
}

function cannotHold(level: Level, parent: LevelTraits, pointer: Pointer): RawFinding {
  const child = LEVEL_TRAITS[level];
  if (parent.holds === 'all' || parent.holds.length > 0)
    return { code: 'PART_ORDER', pointer, params: { child: child.name, parent: parent.inner } };
  const why = `${parent.name} không có phần con; hãy đưa ${child.inner} ra ngay sau, thành phần cùng cấp`;
  return { code: 'PART_CONTENT', pointer, params: { why } };
}

function ofContent(part: PartialPart): RawFinding[] {
  const pointer: Pointer = [];
  const { level } = part;
  if (!level) return [];
  const wrong = (why: string): RawFinding => ({ code: 'PART_CONTENT', pointer, params: { why } });
  const traits = LEVEL_TRAITS[level];
  if (level === 'table') {
    const more = part.title !== undefined || part.text !== undefined || part.children.length > 0;
    return [
      ...(part.table ? [] : [wrong('Bảng phải có “table”')]),
      ...(more ? [wrong('Bảng chỉ có “table”; tiêu đề, nội dung để ở phần khác')] : []),
      ...ofLook(part, level, wrong),
    ];
  }
  const findings: RawFinding[] = [];
  if (part.table) findings.push(wrong(`${traits.name} không chứa bảng; hãy để bảng thành phần riêng (level "table")`));
  const onlyText = traits.text === 'none' && part.text !== undefined;
  if (traits.title === 'required' && part.title === undefined && !onlyText)
    findings.push({ code: 'PART_TITLE', pointer, params: { level: traits.name } });
  if (traits.title === 'none' && part.title !== undefined)
    findings.push(wrong(`${traits.name} không có tiêu đề; hãy ghi vào “text”`));
  if (traits.text === 'required' && part.text === undefined)
    findings.push({ code: 'MISSING', pointer: ['text'], params: { what: 'nội dung (text)' } });
  if (traits.text === 'none' && part.text !== undefined && !part.runIn)
    findings.push(wrong(`${traits.name} chỉ có tiêu đề; nội dung để ở phần con`));
  if (traits.title === 'optional' && part.title === undefined && part.text === undefined)
    findings.push(wrong(`${traits.name} phải có tiêu đề (title) hoặc nội dung (text)`));
  return [...findings, ...ofRunIn(part, level, pointer, wrong), ...ofLook(part, level, wrong)];
}

function ofRunIn(part: PartialPart, level: Level, pointer: Pointer, wrong: (why: string) => RawFinding): RawFinding[] {
  if (!part.runIn) return [];
  if (part.title === undefined || part.text === undefined)
    return [wrong('Tiêu đề liền dòng (runIn) cần cả “title” và “text”')];
  if (!RUN_IN.has(level)) return [wrong('Chỉ khoản và điểm mới có tiêu đề liền dòng (runIn)')];
  const usual = USUAL_RUN_IN.test(part.title) || level === 'point';
  return usual ? [] : [{ code: 'RUN_IN', pointer, params: { level: LEVEL_TRAITS[level].inner } }];
}

/** Alignment and indent are a paragraph's own. */
function ofLook({ align, indent }: PartialPart, level: Level, wrong: (why: string) => RawFinding): RawFinding[] {
  if (level === 'paragraph' || (align === undefined && indent === undefined)) return [];
  return [wrong(`Chỉ đoạn văn (level "paragraph") mới có canh lề (align), bỏ lùi dòng (indent)`)];
}

/** A heading that the decree wants has something below it, be it beside it in the same list. */
export const emptyRule: Rule = (doc) => [
  ...emptyIn(doc.body, ['body']),
  ...doc.appendices.flatMap((appendix, i) => emptyIn(appendix.body, ['appendices', i, 'body'])),
];

const emptyBelow = inPart(({ children }) => emptyIn(children, ['children']));

function emptyIn(parts: readonly PartialPart[], pointer: Pointer): RawFinding[] {
  return parts.flatMap((part, i): RawFinding[] => {
    const at = [...pointer, i];
    if (part.children.length > 0) return [...emptyBelow({ part, pointer: at })];
    const { level } = part;
    if (!level || LEVEL_TRAITS[level].title !== 'required' || part.text !== undefined || part.title === undefined)
      return [];
    const next = parts[i + 1]?.level;
    if (next && LEVELS.indexOf(next) > LEVELS.indexOf(level)) return [];
    const what = `nội dung của ${LEVEL_TRAITS[level].inner} “${legible(part.title, 40)}”`;
    return [{ code: 'MISSING', pointer: [...at, 'children'], params: { what } }];
  });
}

/** After y) the alphabet of points is at its end. */
export const pointsRule: Rule = (doc) => [
  ...exhausted(doc.body, ['body']),
  ...doc.appendices.flatMap((a, i) => exhausted(a.body, ['appendices', i, 'body'])),
];

/** Levels that are numbered by letters. */
const BY_LETTER: readonly Level[] = ['point', 'letter', 'itemLetter'];

const exhaustedBelow = inPart(({ children }) => exhausted(children, ['children']));

function exhausted(parts: readonly PartialPart[], pointer: Pointer): RawFinding[] {
  const ends = BY_LETTER.flatMap((level) => {
    const lettered = parts.flatMap((part, i) => (part.level === level ? [i] : []));
    const first = lettered[POINT_LETTERS.length];
    return first === undefined ? [] : [{ code: 'POINTS_EXHAUSTED' as const, pointer: [...pointer, first] }];
  });
  return [
    ...ends,
    ...parts.flatMap((part, i) => (part.children.length > 0 ? exhaustedBelow({ part, pointer: [...pointer, i] }) : [])),
  ];
}
