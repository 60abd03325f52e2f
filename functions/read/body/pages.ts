import type { Block, Paragraph } from './model.ts';
import type { SectionProps } from './sections.ts';

/** Mean width of a character as a share of the font's size, and of a single line's height. */
const CHARACTER_SHARE = 0.45;
const LINE_SHARE = 1.15;
const TWIPS_PER_POINT = 20;
/** Least height of a page's text, and most pages of one paragraph: sizes of a damaged file are any. */
const LEAST_ROOM_TWIPS = 2000;
const MAX_PAGES_OF_ONE = 500;

/** Reckons the page of each paragraph of a file that Word never laid out, from lines and heights: near, not exact. */
export function reckonPages(
  blocks: readonly Block[],
  sections: readonly SectionProps[],
): { readonly blocks: readonly Block[]; readonly pages: number } {
  let page = 1;
  let used = 0;
  let section = 0;
  const turn = () => {
    page += 1;
    used = 0;
  };
  const enter = (index: number) => {
    if (index <= section) return;
    if (!sections[index]?.isContinuous && used > 0) turn();
    section = index;
  };
  const place = (height: number): number => {
    const own = sections[section];
    const room = Math.max(LEAST_ROOM_TWIPS, own ? own.height - own.top - own.bottom : 13_000);
    if (used > 0 && used + Math.min(height, room) > room) turn();
    const first = page;
    used += Math.min(height, MAX_PAGES_OF_ONE * room);
    const turned = Math.max(0, Math.ceil(used / room) - 1);
    page += turned;
    used -= turned * room;
    return first;
  };
  const laid = blocks.map((block): Block => {
    enter(block.section);
    const own = sections[section];
    const width = own ? own.width - own.left - own.right : 9000;
    if (block.kind === 'table') {
      const first = page;
      const rows = block.rows.map((row) => {
        const height = Math.max(
          ...row.cells.map((cell) => heightOf(cell.blocks, cell.widthTwips ?? width / row.cells.length)),
          0,
        );
        const at = place(height);
        return { ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: moved(cell.blocks, at) })) };
      });
      return { ...block, rows, page: first };
    }
    if (block.format.props.pageBreakBefore && used > 0) turn();
    return { ...block, page: place(heightOf([block], width)) };
  });
  return { blocks: laid, pages: page };
}

function moved(blocks: readonly Block[], page: number): Block[] {
  return blocks.map((block) => ({ ...block, page }));
}

function heightOf(blocks: readonly Block[], width: number): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'paragraph') return sum + paragraphHeight(block, width);
    const rows = block.rows.map((row) =>
      Math.max(0, ...row.cells.map((cell) => heightOf(cell.blocks, width / row.cells.length))),
    );
    return sum + rows.reduce((all, height) => all + height, 0);
  }, 0);
}

function paragraphHeight({ text, runs, mark, format }: Paragraph, width: number): number {
  const size = (runs[0]?.format ?? mark).props.sizePt * TWIPS_PER_POINT;
  const { before, after, left, right, line } = format.props;
  const perLine = Math.max(1, (width - left - right) / (size * CHARACTER_SHARE));
  const lines = text.split('\n').reduce((sum, piece) => sum + Math.max(1, Math.ceil(piece.length / perLine)), 0);
  const single = size * LINE_SHARE;
  const height =
    line.rule === 'auto'
      ? single * (line.value / 240)
      : line.rule === 'exact'
        ? line.value
        : Math.max(single, line.value);
  return lines * height + before + after;
}

/** First page of each section. */
export function firstPages(blocks: readonly Block[], count: number): number[] {
  const pages: number[] = Array.from({ length: count }, () => 1);
  const seen = new Set<number>();
  for (const { section, page } of blocks) {
    if (seen.has(section)) continue;
    seen.add(section);
    pages[section] = page;
  }
  return pages;
}
