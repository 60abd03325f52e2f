import type { Block } from '../body/model.ts';
import { type HeadCode, type HeadDate, isStamps, sortLeft, sortRight } from './head-sides.ts';
import { atTabs, isEmpty, type Line, linesIn, linesOf, sidesOf } from './line.ts';
import {
  ADDRESSED,
  BASIS,
  CIRCULATION,
  DRAFT_MARK,
  isMotto,
  isNationalName,
  isPartyName,
  printedCode,
  printedDate,
  SECRECY,
  typeNamed,
  URGENCY,
} from './patterns.ts';

/** Ways in which a head is laid out. */
export type HeadForm = 'table' | 'tabs' | 'lines' | 'boxes' | 'none';

/** Ô 1 to 4, and what stands around them (PL I, Mục IV). */
export interface Head {
  readonly form: HeadForm;
  readonly parent: readonly Line[];
  readonly organ: readonly Line[];
  readonly nationalName: Line | null;
  readonly motto: Line | null;
  readonly partyName: Line | null;
  readonly code: HeadCode | null;
  readonly date: HeadDate | null;
  /** Trích yếu of a công văn, under its number (ô 5b). */
  readonly letterSubject: readonly Line[];
  readonly urgency: Line | null;
  readonly circulation: Line | null;
  readonly secrecy: Line | null;
  readonly draftMark: Line | null;
  readonly organRule: Line | null;
  readonly mottoRule: Line | null;
  /** Lines that stand in the head and are none of these. */
  readonly others: readonly Line[];
}

/** Most blocks of a file that its head may take. */
const HEAD_BLOCKS = 14;

/** Finds the head at the beginning of a file, as a table, by tabs, or line by line; and where it ends. */
export function findHead(blocks: readonly Block[]): { readonly head: Head; readonly end: number } {
  const boxes = blocks.slice(0, HEAD_BLOCKS).flatMap((block) => (block.kind === 'paragraph' ? block.boxes : []));
  const boxed = boxes.flatMap((box) => linesIn(box)).filter((line) => !isEmpty(line));
  const table = blocks
    .slice(0, HEAD_BLOCKS)
    .findIndex((block) => block.kind === 'table' && isHeadText(linesIn([block])));
  if (table >= 0) return tableHead(blocks, table, boxed);
  const found = lineHead(blocks, boxed);
  return found.head.form === 'none' && isHeadText(boxed) ? boxHead(blocks, boxes) : found;
}

/** A head in text boxes: the one with the Quốc hiệu stands right, the others left. */
function boxHead(
  blocks: readonly Block[],
  boxes: readonly (readonly Block[])[],
): { readonly head: Head; readonly end: number } {
  const sides = boxes.map((box) => linesIn(box));
  const [right, left] = [true, false].map((has) => sides.filter((lines) => isHeadText(lines) === has).flat());
  const last = blocks
    .slice(0, HEAD_BLOCKS)
    .findLastIndex((block) => block.kind === 'paragraph' && block.boxes.length > 0);
  const isAlone = blocks[last]?.kind === 'paragraph' && blocks[last].text.trim() === '';
  return { head: sorted('boxes', left ?? [], right ?? [], [], []), end: isAlone ? last + 1 : last };
}

function isHeadText(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => isNationalName(text) || isMotto(text) || isPartyName(text));
}

/** A head whose names were not copied: its number, and the day or a letter's trích yếu. */
function isCutHead(left: readonly Line[], right: readonly Line[]): boolean {
  const hasCode = left.some(({ text }) => /^Số\s*:[^;]*$/u.test(text));
  return (
    hasCode && (right.some(({ text }) => printedDate(text) !== null) || left.some(({ text }) => /^V\/v\s/u.test(text)))
  );
}

function tableHead(
  blocks: readonly Block[],
  at: number,
  boxed: readonly Line[],
): { readonly head: Head; readonly end: number } {
  const before = linesIn(blocks.slice(0, at)).filter((line) => !isEmpty(line));
  const left: Line[] = [];
  const right: Line[] = [];
  const rules: Line[] = [];
  let end = at;
  for (; end < blocks.length && end < at + 6; end++) {
    const block = blocks[end];
    if (!block) break;
    if (block.kind === 'table') {
      const sides = sidesOf(block);
      if (end > at && isStamps([...sides.left, ...sides.right])) {
        left.push(...sides.left, ...sides.right);
        continue;
      }
      const isMore = [...sides.left, ...sides.right].some(
        ({ text }) => printedCode(text) || printedDate(text) || /^V\/v\s/iu.test(text),
      );
      if (end > at && !isMore) break;
      left.push(...sides.left);
      right.push(...sides.right);
      continue;
    }
    const lines = linesOf(block);
    if (lines.every(isEmpty) && block.lines.length === 0) continue;
    if (lines.every(isEmpty)) {
      rules.push(...lines);
      continue;
    }
    const sides = lines.map((line) => atTabs(line));
    const isMore =
      lines.some(({ text }) => /^Số\s*:/iu.test(text)) || sides.some((side) => side && printedDate(side.right.text));
    if (!isMore) break;
    for (const [i, side] of sides.entries()) {
      if (side) {
        left.push(side.left);
        right.push(side.right);
      } else left.push(...lines.slice(i, i + 1));
    }
  }
  // What ended the head, and empty paragraphs before it, belong to what follows.
  const last = blocks
    .slice(0, end)
    .findLastIndex((block) => block.kind === 'table' || block.text.trim() !== '' || block.lines.length > 0);
  return { head: sorted('table', left, right, [...before, ...boxed], rules), end: Math.max(at, last) + 1 };
}

/** A head without a table: two halves of each line parted by tabs, or one line under the other. */
function lineHead(blocks: readonly Block[], boxed: readonly Line[]): { readonly head: Head; readonly end: number } {
  const left: Line[] = [];
  const right: Line[] = [];
  let tabs = 0;
  let end = 0;
  let isHead = false;
  for (const [i, block] of blocks.slice(0, HEAD_BLOCKS).entries()) {
    if (block.kind === 'table') break;
    const lines = linesOf(block);
    const isStop = lines.some(
      ({ text }) => (typeNamed(text) && !printedCode(text)) || ADDRESSED.test(text) || BASIS.test(text),
    );
    if (isStop) break;
    for (const line of lines) {
      const sides = atTabs(line);
      if (sides && (sides.left.text !== '' || right.length > 0)) {
        tabs += 1;
        left.push(sides.left);
        right.push(sides.right);
      } else if (isNationalName(line.text) || isMotto(line.text) || printedDate(line.text)) right.push(line);
      else left.push(line);
    }
    isHead = isHead || isHeadText([...left, ...right]) || isCutHead(left, right);
    if (isHead && lines.some((line) => !isEmpty(line))) end = i + 1;
  }
  if (!isHead) return { head: sorted('none', [], [], boxed, []), end: 0 };
  return { head: sorted(tabs > 0 ? 'tabs' : 'lines', left, right, boxed, []), end };
}

function sorted(
  form: HeadForm,
  left: readonly Line[],
  right: readonly Line[],
  extra: readonly Line[],
  rules: readonly Line[],
): Head {
  const leftSorted = sortLeft(left);
  const rightSorted = sortRight(right);
  const stamps = [...extra, ...leftSorted.others, ...rightSorted.others];
  const stamp = (pattern: RegExp) => stamps.find(({ text }) => pattern.test(text)) ?? null;
  const known = [URGENCY, CIRCULATION, SECRECY, DRAFT_MARK];
  const shapes = rules.filter(({ paragraph }) => paragraph.lines.length > 0);
  return {
    form,
    ...leftSorted,
    ...rightSorted,
    organRule:
      leftSorted.organRule ?? leftSorted.organ.find(({ paragraph }) => paragraph.lines.length > 0) ?? shapes[0] ?? null,
    mottoRule:
      rightSorted.mottoRule ?? (rightSorted.motto?.paragraph.lines.length ? rightSorted.motto : (shapes[1] ?? null)),
    urgency: stamp(URGENCY),
    circulation: stamp(CIRCULATION),
    secrecy: stamp(SECRECY),
    draftMark: stamp(DRAFT_MARK),
    others: stamps.filter(({ text }) => !known.some((pattern) => pattern.test(text))),
  };
}
