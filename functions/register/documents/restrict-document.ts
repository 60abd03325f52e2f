import type { RestrictCommand } from '../commands/file-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import type { Table } from '../table/table.ts';
import { makeChange } from './transition.ts';

/** See `Register.restrictDocument`. */
export function restrictDocument(table: Table, command: RestrictCommand): Promise<DocumentItem> {
  const { restricted, reason } = command;
  const change = restricted ? { set: { restricted } } : { remove: ['restricted'] as const };
  return makeChange(table, 'restrict', command, { details: { restricted, reason }, ...change });
}
