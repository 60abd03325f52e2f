import type { Block } from '../body/model.ts';
import { atTabs, isBold, isEmpty, isRule, type Line, linesIn, linesOf, sidesOf } from './line.ts';
import {
  ADDRESSED,
  BASIS,
  CIRCULATION,
  DRAFT_MARK,
  isMotto,
  isNationalName,
  isPartyName,
  type PrintedCode,
  type PrintedDate,
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
  readonly code: { readonly line: Line; readonly printed: PrintedCode | null } | null;
  readonly date: { readonly line: Line; readonly printed: PrintedDate } | null;
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

const SHORTENED = /^(?:UBND|HĐND)\s/u;

/** Most blocks of a file that its head may take. */
const HEAD_BLOCKS = 14;

/** Finds the head at the beginning of a file, as a table, by tabs, or line by line; and where it ends. */
export function findHead(blocks: readonly Block[]): { head: Head; end: number } {
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
function boxHead(blocks: readonly Block[], boxes: readonly (readonly Block[])[]): { head: Head; end: number } {
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

function tableHead(blocks: readonly Block[], at: number, boxed: readonly Line[]): { head: Head; end: number } {
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
function lineHead(blocks: readonly Block[], boxed: readonly Line[]): { head: Head; end: number } {
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

function sortLeft(lines: readonly Line[]) {
  const names: Line[] = [];
  const letterSubject: Line[] = [];
  const others: Line[] = [];
  let partyName: Line | null = null;
  let code: Head['code'] = null;
  let organRule: Line | null = null;
  for (const line of lines) {
    if (isEmpty(line) || isRule(line)) {
      if (isRule(line) && !code) organRule ??= line;
    } else if (isPartyName(line.text)) partyName = line;
    else if (/^Số\s*[:.…]/iu.test(line.text) || (!code && printedCode(line.text))) {
      if (code) others.push(line);
      else code = { line, printed: printedCode(line.text) };
    } else if (isStamp(line)) others.push(line);
    else if (/^V\/v\s/iu.test(line.text) || (code && letterSubject.length > 0)) letterSubject.push(line);
    else if (code) {
      if (/^(?:Về việc|V\/v)/iu.test(line.text)) letterSubject.push(line);
      else others.push(line);
    } else names.push(line);
  }
  return { ...organNames(names), partyName, code, letterSubject, organRule, others };
}

/** A table that only frames a mark: HOẢ TỐC in a box (PL I, Mục III.2.b). */
function isStamps(lines: readonly Line[]): boolean {
  const shown = lines.filter((line) => !isEmpty(line));
  return shown.length > 0 && shown.every(isStamp);
}

function isStamp({ text }: Line): boolean {
  return [URGENCY, CIRCULATION, SECRECY, DRAFT_MARK].some((pattern) => pattern.test(text));
}

/** The issuing organ is what is bold from the first bold line on; what stands above it is its parent (PL I, Mục II.2.b). */
function organNames(names: readonly Line[]): { parent: Line[]; organ: Line[] } {
  const bold = names.findIndex(isBold);
  // An organ never shortens its own name: "UBND TỈNH …" above another line is a parent, bold or not.
  const first = bold >= 0 && bold + 1 < names.length && SHORTENED.test(names[bold]?.text ?? '') ? bold + 1 : bold;
  if (first >= 0) return { parent: names.slice(0, first), organ: names.slice(first) };
  // Nothing is bold: a UBND's own name in two lines, else the last line is the organ.
  const isOwn = /^(?:UỶ|ỦY) BAN NHÂN DÂN$|^HỘI ĐỒNG NHÂN DÂN$/u.test(names[0]?.text ?? '');
  const cut = isOwn ? 0 : Math.max(0, names.length - 1);
  return { parent: names.slice(0, cut), organ: names.slice(cut) };
}

function sortRight(lines: readonly Line[]) {
  const others: Line[] = [];
  let nationalName: Line | null = null;
  let motto: Line | null = null;
  let partyName: Line | null = null;
  let date: Head['date'] = null;
  let mottoRule: Line | null = null;
  for (const line of lines) {
    const printed = printedDate(line.text);
    if (isEmpty(line) || isRule(line)) {
      if (isRule(line) && !date) mottoRule ??= line;
    } else if (isNationalName(line.text) && !nationalName) nationalName = line;
    else if (isMotto(line.text) && !motto) motto = line;
    else if (isPartyName(line.text)) partyName = line;
    else if (printed && !date) date = { line, printed };
    else others.push(line);
  }
  return { nationalName, motto, ...(partyName ? { partyName } : {}), date, mottoRule, others };
}
