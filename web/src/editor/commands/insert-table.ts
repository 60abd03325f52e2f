import type { Command } from 'prosemirror-state';
import { newTable } from '../grid/new-table.ts';
import { nested, selectedLines } from '../model/container.ts';
import { chainOf, depthAfter } from '../model/depths.ts';
import { FRESH } from '../model/line.ts';
import { schema } from '../model/schema.ts';

/** Puts a new table below the line of the cursor. */
export const insertTable: Command = (state, dispatch) => {
  const selected = selectedLines(state);
  const line = selected?.lines[selected.to];
  if (!selected || !line) return false;
  const depth = depthAfter(chainOf(selected.lines.slice(0, selected.to + 1).map(nested)), 'table');
  const grid = schema.node('grid', { ...FRESH, level: 'table', depth, table: newTable() });
  dispatch?.(state.tr.insert(line.pos + line.node.nodeSize, grid).scrollIntoView());
  return true;
};
