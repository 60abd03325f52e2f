import type { Block, Paragraph } from '../body/model.ts';
import { headingOf } from '../plain/guess-looks.ts';
import { type PlainPlace, plainParagraph, plainRow } from '../plain/plain-block.ts';
import { goesOnOverPage, isInMiddle, type Lines, paragraphLines, type TextArea } from './column.ts';
import { joinTables } from './join-tables.ts';
import { isInGrid, joinedRuns, tableOf } from './page-tables.ts';
import type { PageRule, PageText } from './page-text.ts';
import { type Grid, gridsOf, isLevel } from './ruled-tables.ts';
import { type Sides, stretchesOf } from './sides.ts';
import type { Piece } from './text-lines.ts';

const TWIPS_PER_POINT = 20;
/** A first line this far in is indented; a whole paragraph this far in stands apart. */
const INDENT = 8;
const FAR_IN = 90;
/** Distance of two lines of a foot, in their size, that leaves room for a signature. */
const SIGNATURE_ROOM = 2.4;
/** Distance below its words at which a rule is drawn, in points. */
const UNDER = 14;

/** Position of a page in the file. */
export interface PagePlace {
  readonly page: number;
  readonly section: number;
  readonly area: TextArea;
}

/** Puts pages together to the blocks of a document. */
export interface Builder {
  add(pieces: readonly Piece[], page: PageText, place: PagePlace): void;
  blocks(): Block[];
}

/** A paragraph that may go on on the next page. */
interface OpenLines {
  readonly lines: Lines;
  readonly place: PagePlace;
  readonly rules: readonly PageRule[];
}

/** Begins a document. */
export function pageBuilder(): Builder {
  const blocks: Block[] = [];
  let open: OpenLines | null = null;
  let index = 0;
  const next = () => index++;
  const close = () => {
    if (open) blocks.push(paragraphOf(open, next()));
    open = null;
  };
  const addLines = (pieces: readonly Piece[], place: PagePlace, rules: readonly PageRule[]) => {
    for (const lines of paragraphLines(pieces, place.area)) {
      const goesOn =
        open && open.place.page < place.page && goesOnOverPage(open.lines, lines[0], open.place.area, place.area);
      if (open && goesOn) open = { ...open, lines: [...open.lines, ...lines] };
      else {
        close();
        open = { lines, place, rules };
      }
    }
  };
  return {
    add(pieces, page, place) {
      const grids = gridsOf(page.rules).filter((grid) => pieces.some((piece) => isInGrid(piece, grid)));
      const free = pieces.filter((piece) => !grids.some((grid) => isInGrid(piece, grid)));
      const rules = page.rules.filter(isLevel);
      const left = [...grids].sort((a, b) => topOf(a) - topOf(b));
      const addGrids = (until: number) => {
        while (left[0] && topOf(left[0]) < until) {
          const grid = left.shift();
          if (!grid) return;
          close();
          const table = tableOf(
            grid,
            pieces.filter((piece) => isInGrid(piece, grid)),
            place.page,
            next,
          );
          blocks.push({ ...table, section: place.section });
        }
      };
      for (const stretch of stretchesOf(free, page.width)) {
        if (stretch.kind === 'lines') {
          for (const part of partedBy(stretch.pieces, left)) {
            addGrids(part[0]?.y ?? 0);
            addLines(part, place, rules);
          }
          continue;
        }
        addGrids(Math.min(...[...stretch.left, ...stretch.right].map(({ y }) => y)));
        close();
        blocks.push(sidesTable(stretch, place, rules, next));
      }
      addGrids(Number.POSITIVE_INFINITY);
    },
    blocks() {
      close();
      return withPointTitles(joinTables(blocks));
    },
  };
}

const topOf = ({ ys }: Grid) => ys[0] ?? 0;

/** Lines parted where a table stands between them. */
function partedBy(pieces: readonly Piece[], grids: readonly Grid[]): Piece[][] {
  const parts = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const above = grids.filter((grid) => topOf(grid) < piece.y).length;
    parts.set(above, [...(parts.get(above) ?? []), piece]);
  }
  return [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
}

function paragraphOf({ lines, place: { area, page, section }, rules }: OpenLines, index: number): Paragraph {
  const [first] = lines;
  const isMiddle = lines.length === 1 && isInMiddle(first, area);
  const indent = first.x1 - area.left;
  const isApart = !isMiddle && Math.min(...lines.map(({ x1 }) => x1)) - area.left > FAR_IN;
  return plainParagraph(joinedRuns(lines), {
    align: isMiddle ? 'center' : isApart ? 'left' : 'both',
    firstLine: !isMiddle && !isApart && indent > INDENT ? Math.round(indent * TWIPS_PER_POINT) : 0,
    left: isApart ? Math.round(indent * TWIPS_PER_POINT) : 0,
    lines: lines.length === 1 ? linesUnder(first, rules) : [],
    page,
    section,
    index,
  });
}

function linesUnder({ x1, x2, y, size }: Piece, rules: readonly PageRule[]) {
  return rules
    .filter((rule) => rule.y1 > y && rule.y1 - y < Math.max(UNDER, size) && rule.x1 < x2 && rule.x2 > x1)
    .map((rule) => ({ lengthTwips: Math.round((rule.x2 - rule.x1) * TWIPS_PER_POINT) }));
}

/** Two columns as the table without lines that they were typed as. */
function sidesTable(sides: Sides, place: PagePlace, rules: readonly PageRule[], next: () => number): Block {
  const cell = (pieces: readonly Piece[], align: 'left' | 'center') =>
    pieces.flatMap((piece, i) => {
      const before = pieces[i - 1];
      const hasRoom = sides.kind === 'foot' && before && piece.y - before.y > SIGNATURE_ROOM * piece.size;
      const where: PlainPlace = { page: place.page, section: place.section, index: next(), align };
      const own = plainParagraph(piece.runs, { ...where, lines: linesUnder(piece, rules) });
      return hasRoom ? [plainParagraph([], { ...where, index: next() }), own] : [own];
    });
  const left = cell(sides.left, sides.kind === 'foot' ? 'left' : 'center');
  const row = plainRow([left, cell(sides.right, 'center')], false);
  const cells = row.cells.map((one) => ({ ...one, hasBorder: false }));
  const table = { kind: 'table', rows: [{ ...row, cells }], gridTwips: [], hasBorders: false } as const;
  return { ...table, page: place.page, section: place.section };
}

/** A điểm of a few words that no mark ends, above what belongs to it, is a title: it is kept with the next line. */
function withPointTitles(blocks: readonly Block[]): Block[] {
  return blocks.map((block, i) => {
    const after = blocks[i + 1];
    if (block.kind !== 'paragraph' || !/^[a-zđ]\s*\)/u.test(block.text) || after?.kind !== 'paragraph') return block;
    if (!headingOf(block.text.trim(), after.text.trim()).keepNext) return block;
    const runs = block.runs.map(({ text, format }) => ({ text, look: format.props }));
    return plainParagraph(runs, {
      ...block.format.props,
      keepNext: true,
      page: block.page,
      section: block.section,
      index: block.index,
    });
  });
}
