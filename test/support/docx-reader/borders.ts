import type { Border, Borders, Side } from './types.ts';
import { type Element, elements } from './xml.ts';

const SIDES: Readonly<Record<string, Side>> = {
  'w:top': 'top',
  'w:bottom': 'bottom',
  'w:left': 'left',
  'w:start': 'left',
  'w:right': 'right',
  'w:end': 'right',
  'w:insideH': 'insideH',
  'w:insideV': 'insideV',
  'w:between': 'between',
};

function readBorder({ attributes }: Element): Border {
  return {
    style: attributes['w:val'] ?? 'none',
    sizePt: Number(attributes['w:sz'] ?? 0) / 8,
    spacePt: Number(attributes['w:space'] ?? 0),
    colour: (attributes['w:color'] ?? 'auto').replace(/^[0-9a-f]{6}$/i, (hex) => hex.toUpperCase()),
  };
}

/** Reads `w:pBdr`, `w:tblBorders` or `w:tcBorders`; a side that is switched off (`nil`, `none`) is there as such. */
export function readBorders(borders: Element | undefined): Borders {
  return Object.fromEntries(
    elements(borders).flatMap((side) => {
      const name = SIDES[side.name];
      return name ? [[name, readBorder(side)] as const] : [];
    }),
  );
}

/** The lines that can be seen: those that are not switched off. */
export function visibleBorders(borders: Borders): Borders {
  return Object.fromEntries(Object.entries(borders).filter(([, b]) => b.style !== 'nil' && b.style !== 'none'));
}

/** Position of a cell in its table, for the lines it takes from the table. */
export interface CellEdges {
  readonly first: boolean;
  readonly last: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
}

/** A cell's lines: its own, or else those of the table's edge or inside that it lies at (ECMA-376, 17.4.66). */
export function cellBorders(own: Borders, table: Borders, edges: CellEdges): Borders {
  const from = (side: Side, edge: boolean, inside: Side) => own[side] ?? table[edge ? side : inside];
  const sides = {
    top: from('top', edges.top, 'insideH'),
    bottom: from('bottom', edges.bottom, 'insideH'),
    left: from('left', edges.first, 'insideV'),
    right: from('right', edges.last, 'insideV'),
  };
  return visibleBorders(Object.fromEntries(Object.entries(sides).filter(([, border]) => border)));
}
