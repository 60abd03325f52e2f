import type { Block } from '../body/model.ts';
import { type BodyItem, bodyItems } from './body-lines.ts';
import { isAttachedHead } from './collection.ts';
import { labelOf } from './labels.ts';
import { isBold, isCapitals, isCentred, isEmpty, isRule, type Line, linesIn, linesOf } from './line.ts';
import { APPENDIX, ATTACHED } from './patterns.ts';

/** An appendix as it is printed (PL I, Mục III.1). */
export interface ReadAppendix {
  /** Head of its own, as a regulation has that a decision issues (PL III, Mẫu 1.3); a Phụ lục has none. */
  readonly head: readonly Line[];
  /** "Phụ lục II"; null for an attachment that bears only its title. */
  readonly label: Line | null;
  readonly title: readonly Line[];
  /** "(Kèm theo …)", over as many lines as it has. */
  readonly attached: readonly Line[];
  readonly items: readonly BodyItem[];
  readonly section: number;
  readonly isLandscape: boolean;
}

/** Cuts what follows the signature into appendices; what stands before the first is given back. */
export function findAppendices(
  blocks: readonly Block[],
  isLandscape: (section: number) => boolean,
): { readonly appendices: readonly ReadAppendix[]; readonly before: readonly Block[] } {
  const starts = blocks.flatMap((_, i) => (isStart(blocks, i) ? [i] : []));
  const first = starts[0] ?? blocks.length;
  const appendices = starts.map((start, k) => {
    const own = blocks.slice(start, starts[k + 1] ?? blocks.length);
    return readAppendix(own, isAttachedHead(blocks, start), isLandscape);
  });
  return {
    appendices,
    before: blocks.slice(0, first).filter((block) => block.kind === 'table' || block.text.trim() !== ''),
  };
}

/** A line "Phụ lục …"; or, where a file has none, the title in the middle above "(Kèm theo …)". */
function isStart(blocks: readonly Block[], i: number): boolean {
  const block = blocks[i];
  if (!block) return false;
  const at = blocks.slice(0, i).findLastIndex((one) => one.kind === 'table' || one.text.trim() !== '');
  if (isAttachedHead(blocks, at)) return false;
  if (isLabel(block) || isAttachedHead(blocks, i)) return true;
  if (block.kind !== 'paragraph' || !isTitle(block)) return false;
  const before = blocks[at];
  if (before && (isLabel(before) || (before.kind === 'paragraph' && isTitle(before)))) return false;
  const after = blocks.slice(i, i + 6).flatMap((one) => (one.kind === 'paragraph' ? linesOf(one) : []));
  return after.some(({ text }) => ATTACHED.test(text));
}

function isTitle(block: Block): boolean {
  if (block.kind === 'table' || block.text.trim() === '') return false;
  return linesOf(block).every(
    (line) => isCentred(line) && (isCapitals(line) || isBold(line)) && !ATTACHED.test(line.text),
  );
}

/** A title that was not set in the middle: capitals, bold, no number of a body before it. */
function isHeading(line: Line): boolean {
  return isCapitals(line) && isBold(line) && labelOf(line.text) === null;
}

function isLabel(block: Block): boolean {
  if (block.kind === 'table')
    return block.rows.length <= 3 && !block.hasBorders && linesIn([block]).some(({ text }) => APPENDIX.test(text));
  const lines = linesOf(block);
  const [first] = lines;
  return first !== undefined && APPENDIX.test(first.text) && (isCentred(first) || isBold(first) || lines.length > 1);
}

function readAppendix(
  blocks: readonly Block[],
  hasOwnHead: boolean,
  isLandscape: (section: number) => boolean,
): ReadAppendix {
  let label: Line | null = null;
  const title: Line[] = [];
  const attached: Line[] = [];
  const head = hasOwnHead ? linesIn(blocks.slice(0, 1)) : [];
  let at = head.length > 0 ? 1 : 0;
  for (; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) break;
    if (block.kind === 'table' && !isLabel(block)) break;
    const lines = (block.kind === 'table' ? linesIn([block]) : linesOf(block)).filter(
      (line) => !isEmpty(line) && !isRule(line),
    );
    if (lines.length === 0) continue;
    const isOpen =
      attached.length > 0 && !/\)\s*\.?\d*$/.test(attached.at(-1)?.text ?? '') && /^\(/.test(attached[0]?.text ?? '');
    const isOfHead = lines.every(
      (line) => isCentred(line) || APPENDIX.test(line.text) || ATTACHED.test(line.text) || isHeading(line),
    );
    if (!isOfHead && !isOpen) break;
    if (attached.length > 0 && !isOpen) break;
    for (const line of lines) {
      if (!label && title.length === 0 && APPENDIX.test(line.text)) label = line;
      else if (attached.length > 0 || ATTACHED.test(line.text)) attached.push(line);
      else title.push(line);
    }
  }
  const section = blocks[0]?.section ?? 0;
  return {
    head: head.filter((line) => !isEmpty(line) && !isRule(line)),
    label,
    title,
    attached,
    items: bodyItems(blocks.slice(at)),
    section,
    isLandscape: isLandscape(section),
  };
}
