import { isBold, isEmpty, isRule, type Line } from './line.ts';
import {
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
  URGENCY,
} from './patterns.ts';

/** Number and symbol with their line (ô 3). */
export interface HeadCode {
  readonly line: Line;
  readonly printed: PrintedCode | null;
}

/** Place and day with their line (ô 4). */
export interface HeadDate {
  readonly line: Line;
  readonly printed: PrintedDate;
}

const SHORTENED = /^(?:UBND|HĐND)\s/u;

/** Sorts the lines of the left side: organs, number, a letter's trích yếu (ô 2, 3, 5b). */
export function sortLeft(lines: readonly Line[]) {
  const names: Line[] = [];
  const letterSubject: Line[] = [];
  const others: Line[] = [];
  let partyName: Line | null = null;
  let code: HeadCode | null = null;
  let organRule: Line | null = null;
  for (const line of lines) {
    if (isEmpty(line) || isRule(line)) {
      if (isRule(line) && !code) organRule ??= line;
    } else if (isPartyName(line.text)) partyName = line;
    else if (/^S(?:ố|\?)\s*[:.…]/iu.test(line.text) || (!code && printedCode(line.text))) {
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
export function isStamps(lines: readonly Line[]): boolean {
  const shown = lines.filter((line) => !isEmpty(line));
  return shown.length > 0 && shown.every(isStamp);
}

function isStamp({ text }: Line): boolean {
  return [URGENCY, CIRCULATION, SECRECY, DRAFT_MARK].some((pattern) => pattern.test(text));
}

/** The issuing organ is what is bold from the first bold line on; what stands above it is its parent (PL I, Mục II.2.b). */
function organNames(names: readonly Line[]): { readonly parent: readonly Line[]; readonly organ: readonly Line[] } {
  const bold = names.findIndex(isBold);
  // An organ never shortens its own name: "UBND TỈNH …" above another line is a parent, bold or not.
  const first = bold >= 0 && bold + 1 < names.length && SHORTENED.test(names[bold]?.text ?? '') ? bold + 1 : bold;
  if (first >= 0) return { parent: names.slice(0, first), organ: names.slice(first) };
  // Nothing is bold: a UBND's own name in two lines, else the last line is the organ.
  const isOwn = /^(?:UỶ|ỦY) BAN NHÂN DÂN$|^HỘI ĐỒNG NHÂN DÂN$/u.test(names[0]?.text ?? '');
  const cut = isOwn ? 0 : Math.max(0, names.length - 1);
  return { parent: names.slice(0, cut), organ: names.slice(cut) };
}

/** Sorts the lines of the right side: Quốc hiệu, Tiêu ngữ and the day (ô 1, 4). */
export function sortRight(lines: readonly Line[]) {
  const others: Line[] = [];
  let nationalName: Line | null = null;
  let motto: Line | null = null;
  let partyName: Line | null = null;
  let date: HeadDate | null = null;
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
