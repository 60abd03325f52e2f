import type { PlacePaperCommand } from '../commands/file-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import type { Table } from '../table/table.ts';
import { makeChange } from './transition.ts';

/** See `Register.placePaper`. Where it lay before stands in the chain. */
export function placePaper(table: Table, command: PlacePaperCommand): Promise<DocumentItem> {
  const { place } = command;
  return makeChange(table, 'place', command, { details: { place }, set: { paperPlace: place } });
}
