import type { SetDeadlinesCommand } from '../commands/document-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import type { Table } from '../table/table.ts';
import { makeChange } from './transition.ts';

const DEADLINES = ['submitBy', 'replyBy'] as const;

/** See `Register.setDeadlines`. */
export function setDeadlines(table: Table, command: SetDeadlinesCommand): Promise<DocumentItem> {
  const { submitBy, replyBy } = command;
  const given = { ...(submitBy !== undefined && { submitBy }), ...(replyBy !== undefined && { replyBy }) };
  return makeChange(table, 'deadline', command, {
    details: { submitBy: submitBy ?? '', replyBy: replyBy ?? '' },
    set: given,
    remove: DEADLINES.filter((name) => given[name] === undefined),
  });
}
