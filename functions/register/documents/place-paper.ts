import type { PlacePaperCommand } from '../commands/file-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import type { Table } from '../table/table.ts';
import { checkAct, makeChange } from './transition.ts';

/** See `Register.placePaper`. Where it lay before stands in the chain. */
export function placePaper(table: Table, command: PlacePaperCommand): Promise<DocumentItem> {
  const { organ, docId, version, place, actor, at } = command;
  return makeChange(table, organ, docId, (document) => checkAct(document, 'place', version), {
    act: 'place',
    actor,
    at,
    details: { place },
    set: { paperPlace: place },
  });
}
