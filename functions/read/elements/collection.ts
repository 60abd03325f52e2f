import type { Block } from '../body/model.ts';
import { linesIn, linesOf } from './line.ts';
import { APPENDIX, ATTACHED, isMotto, isNationalName, isPartyName } from './patterns.ts';

/** Blocks of a table that may be a head. */
const HEAD_ROWS = 6;

/** Blocks from the head of an attached document to its "(Kèm theo …)", title and trích yếu between. */
const TITLE_BLOCKS = 10;

/**
 * The first document of a file, and how many it holds: forms one after the other. What follows "Phụ lục" or "(Kèm theo …)"
 * belongs to the document before it, heads of forms too; so does a regulation that a decision issues, under a head of its own.
 */
export function firstOf(blocks: readonly Block[]): { readonly documents: number; readonly blocks: readonly Block[] } {
  const heads = blocks.flatMap((block, i) => (isHead(block) ? [i] : []));
  const attached = blocks.findIndex((block, i) => i > (heads[0] ?? blocks.length) && isAttached(block));
  const own = attached < 0 ? heads : heads.filter((at, i) => at < attached && (i === 0 || !isAttachedHead(blocks, at)));
  const [first = 0, second] = own;
  if (second === undefined) return { documents: 1, blocks };
  return { documents: heads.length, blocks: blocks.slice(first, second) };
}

/** Tells whether a block is the head of a document that says, under its title, what it is attached to. */
export function isAttachedHead(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (!block || !isHead(block)) return false;
  const after = blocks.slice(at + 1, at + 1 + TITLE_BLOCKS);
  const attached = after.findIndex(isAttached);
  return attached >= 0 && !after.slice(0, attached).some((one) => one.kind === 'table' || isHead(one));
}

function isHead(block: Block): boolean {
  const lines = block.kind === 'paragraph' ? linesOf(block) : block.rows.length <= HEAD_ROWS ? linesIn([block]) : [];
  const isNational = lines.some(({ text }) => isNationalName(text)) && !lines.some(({ text }) => text.length > 150);
  return isNational || (lines.some(({ text }) => isPartyName(text)) && !lines.some(({ text }) => isMotto(text)));
}

function isAttached(block: Block): boolean {
  return block.kind === 'paragraph' && linesOf(block).some(({ text }) => APPENDIX.test(text) || ATTACHED.test(text));
}
