import type { Block } from '../body/model.ts';
import { linesIn, linesOf } from './line.ts';
import { APPENDIX, ATTACHED, isMotto, isNationalName, isPartyName } from './patterns.ts';

/** Blocks of a table that may be a head. */
const HEAD_ROWS = 6;

/**
 * The first document of a file, and how many it holds: forms one after the other, or a decision with its plan. What
 * follows "Phụ lục" or "(Kèm theo …)" belongs to the document before it, heads of forms too.
 */
export function firstOf(blocks: readonly Block[]): { documents: number; blocks: readonly Block[] } {
  const heads = blocks.flatMap((block, i) => (isHead(block) ? [i] : []));
  const attached = blocks.findIndex((block, i) => i > (heads[0] ?? blocks.length) && isAttached(block));
  const own = attached < 0 ? heads : heads.filter((at) => at < attached);
  const [first = 0, second] = own;
  if (second === undefined) return { documents: 1, blocks };
  return { documents: heads.length, blocks: blocks.slice(first, second) };
}

function isHead(block: Block): boolean {
  const lines = block.kind === 'paragraph' ? linesOf(block) : block.rows.length <= HEAD_ROWS ? linesIn([block]) : [];
  const isNational = lines.some(({ text }) => isNationalName(text)) && !lines.some(({ text }) => text.length > 150);
  return isNational || (lines.some(({ text }) => isPartyName(text)) && !lines.some(({ text }) => isMotto(text)));
}

function isAttached(block: Block): boolean {
  return block.kind === 'paragraph' && linesOf(block).some(({ text }) => APPENDIX.test(text) || ATTACHED.test(text));
}
