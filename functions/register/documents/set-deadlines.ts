import type { SetDeadlinesCommand } from '../commands/document-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import type { Table } from '../table/table.ts';
import { checkAct, makeChange } from './transition.ts';

const DEADLINES = ['submitBy', 'replyBy'] as const;

/** See `Register.setDeadlines`. */
export function setDeadlines(table: Table, command: SetDeadlinesCommand): Promise<DocumentItem> {
  const { organ, docId, version, submitBy, replyBy, actor, at } = command;
  const given = { ...(submitBy !== undefined && { submitBy }), ...(replyBy !== undefined && { replyBy }) };
  return makeChange(table, organ, docId, (document) => checkAct(document, 'deadline', version), {
    act: 'deadline',
    actor,
    at,
    details: { submitBy: submitBy ?? '', replyBy: replyBy ?? '' },
    set: given,
    remove: DEADLINES.filter((name) => given[name] === undefined),
  });
}
