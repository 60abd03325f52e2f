import type { Block } from '../body/model.ts';
import { isBold, isCapitals, isCentred, isEmpty, isRule, type Line, linesOf } from './line.ts';
import { ADDRESSED, BASIS, typeNamed } from './patterns.ts';

/** Most lines after the head within which the type stands. */
const TITLE_LINES = 8;

/** Finds type and trích yếu, in the middle under the head (PL I, Mục II.5.b). */
export function findTitle(blocks: readonly Block[], from: number) {
  const others: Line[] = [];
  const subject: Line[] = [];
  let typeLine: Line | null = null;
  let rule: Line | null = null;
  let end = from;
  let count = 0;
  for (let i = from; i < blocks.length && count < TITLE_LINES + subject.length; i++) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph') break;
    const lines = linesOf(block);
    if (!typeLine) {
      const at = lines.findIndex(
        (line) => typeNamed(line.text) !== null && (isCapitals(line) || (isCentred(line) && isBold(line))),
      );
      count += lines.every(isEmpty) ? 0 : 1;
      const type = lines[at];
      if (!type) {
        if (lines.some((line) => ADDRESSED.test(line.text) || BASIS.test(line.text))) break;
        continue;
      }
      typeLine = type;
      subject.push(...lines.slice(at + 1).filter((line) => !isEmpty(line)));
      end = i + 1;
      continue;
    }
    const [first] = lines;
    if (lines.some(isRule)) {
      rule ??= lines.find(isRule) ?? null;
      end = i + 1;
      continue;
    }
    if (!first || lines.every(isEmpty)) {
      if (subject.length > 0 && rule) break;
      continue;
    }
    const isOfSubject =
      lines.every((line) => isCentred(line) || isBold(line)) && !BASIS.test(first.text) && !ADDRESSED.test(first.text);
    if (!isOfSubject || rule || (subject.length > 0 && isCapitals(first) && !isBold(subject[0] ?? first))) break;
    subject.push(...lines.filter((line) => !isEmpty(line)));
    if (block.lines.length > 0) rule ??= first;
    end = i + 1;
  }
  if (!typeLine) return { typeName: null, typeLine: null, subject: [], rule: null, others, end: from };
  return { typeName: typeNamed(typeLine.text), typeLine, subject, rule: rule ?? subjectShape(subject), others, end };
}

function subjectShape(subject: readonly Line[]): Line | null {
  return subject.find(({ paragraph }) => paragraph.lines.length > 0) ?? null;
}
