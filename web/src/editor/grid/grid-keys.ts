import type { Table } from '#document/schemas/table.schema.ts';
import { ARROWS, type GridActs } from './grid-acts.ts';
import type { Cursor } from './grid-drawing.ts';

/** Places that a grid's keys need beside its acts. */
export interface KeyScene {
  readonly acts: GridActs;
  readonly table: () => Table;
  readonly cursor: () => Cursor;
  readonly leave: () => void;
  readonly toTools: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Does what a key means in a cell; tells whether it means anything. */
export function pressInGrid(event: KeyboardEvent, cell: HTMLElement, scene: KeyScene): boolean {
  const { acts, table, cursor, leave, toTools, undo, redo } = scene;
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  const name = `${mod}${event.altKey ? 'Alt+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
  if (name in ARROWS) return !event.shiftKey && acts.arrow(cell, name);
  if (name === 'Enter' && event.shiftKey) return false;
  const keys: Readonly<Record<string, () => void>> = {
    Enter: () => acts.step(cell, 1, 0),
    Tab: () => acts.step(cell, 0, event.shiftKey ? -1 : 1),
    Escape: leave,
    'Alt+ArrowUp': () => acts.move(-1),
    'Alt+ArrowDown': () => acts.move(1),
    'Alt+F10': toTools,
    'Mod+Home': () => acts.focus({ ...cursor(), row: 0 }),
    'Mod+End': () => acts.focus({ ...cursor(), row: table().rows.length - 1 }),
    'Mod+z': event.shiftKey ? redo : undo,
    'Mod+y': redo,
  };
  keys[name]?.();
  return name in keys;
}
