import type { Run } from '#document/text/runs.ts';
import { orderOf, titleOf } from '../model/line.ts';
import { blockText, type PastedBlock, type PastedLine } from './block.ts';
import { tidied } from './runs.ts';

/** Longest title of a line that is not set in bold. */
const MAX_PLAIN = 120;
/** The same where lines of narrower levels follow it. */
const MAX_WITH_LINES = 200;

/** Says which pasted lines are titles: bold ones, run-in ones, and short ones without a full stop that text follows. */
export function withTitles(blocks: readonly PastedBlock[]): PastedBlock[] {
  const out: PastedBlock[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') out.push(block);
    else if (isTextOf(out.at(-1), block)) out.push({ ...block, as: 'text' });
    else out.push(...titled(block, blocks[index + 1]));
  }
  return out;
}

function titled(line: PastedLine, next: PastedBlock | undefined): PastedLine[] {
  if (titleOf(line.level) !== 'optional') return [line];
  if (line.runs.every(({ bold }) => bold)) return [{ ...line, as: 'title' }];
  const lead = leadOf(line.runs);
  if (lead > 0) {
    return [
      { ...line, as: 'lead', runs: tidied(line.runs.slice(0, lead)) },
      { ...line, as: 'text', runs: tidied(line.runs.slice(lead)) },
    ];
  }
  return [isPlainTitle(line, next) ? { ...line, as: 'title' } : line];
}

/** Counts the runs of a bold beginning that ends in a colon or full stop: "**2. Sở Nội vụ:** Theo dõi …". */
function leadOf(runs: readonly Run[]): number {
  const first = runs.findIndex(({ bold }) => !bold);
  const lead = runs
    .slice(0, first)
    .map(({ text }) => text)
    .join('')
    .trim();
  return first > 0 && /[:.]$/u.test(lead) ? first : 0;
}

function isPlainTitle(line: PastedLine, next: PastedBlock | undefined): boolean {
  const text = blockText(line);
  if (!next || /[;:,…]$/u.test(text)) return false;
  const goesOn = next.kind === 'table' || next.level === 'paragraph';
  if (goesOn) return text.length <= MAX_PLAIN && !text.endsWith('.');
  const isNarrower = next.kind === 'line' && orderOf(next.level) > orderOf(line.level);
  if (!isNarrower) return false;
  return line.level === 'point' ? text.length <= MAX_PLAIN && !text.endsWith('.') : text.length <= MAX_WITH_LINES;
}

/** The first paragraph after the title of a numbered part is the part's own text. */
function isTextOf(before: PastedBlock | undefined, line: PastedLine): boolean {
  return before?.kind === 'line' && before.as === 'title' && line.level === 'paragraph';
}
