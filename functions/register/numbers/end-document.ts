import type { VoidCommand, WithdrawCommand } from '../commands/mistake-commands.ts';
import { makeChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { all, equals } from '../table/condition.ts';
import { rowKeyOf } from '../table/keys/row-keys.ts';
import type { Table } from '../table/table.ts';
import { isOwed } from './complete-issue.ts';
import { rowOf } from './rows.ts';

/** See `Register.withdrawDocument`. The row is not touched: state stands in the document alone. */
export function withdrawDocument(table: Table, command: WithdrawCommand): Promise<DocumentItem> {
  const { reason, notice } = command;
  return makeChange(table, 'withdraw', command, {
    details: { reason, ...(notice && { noticeSymbol: notice.symbol, noticeDate: notice.issuedDate }) },
    set: { endReason: reason, ...(notice && { notice }) },
  });
}

/** See `Register.voidNumber`. The row leaves the outbox in the same transaction, and keeps its number for ever. */
export function voidNumber(table: Table, command: VoidCommand): Promise<DocumentItem> {
  const { reason } = command;
  const changeOf = async (document: DocumentItem) => {
    const row = await rowOf(table, document);
    return {
      details: { reason, symbol: row.symbol },
      set: { endReason: reason },
      also: [
        {
          update: rowKeyOf(row),
          set: {},
          remove: ['outShard', 'dueAt'],
          if: all(equals({ docId: row.docId }), isOwed),
        },
      ],
    };
  };
  return makeChange(table, 'void', command, changeOf, ({ state }) => {
    if (state !== 'numbered') throw new RegisterError('wrong-state', { act: 'void', state });
  });
}
