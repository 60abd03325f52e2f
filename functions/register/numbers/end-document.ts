import type { VoidCommand, WithdrawCommand } from '../commands/mistake-commands.ts';
import { checkAct, makeChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { all, equals } from '../table/condition.ts';
import { rowKeyOf } from '../table/keys/row-keys.ts';
import type { Table } from '../table/table.ts';
import { isOwed } from './complete-issue.ts';
import { rowOf } from './rows.ts';

/** See `Register.withdrawDocument`. The row is not touched: state stands in the document alone. */
export function withdrawDocument(table: Table, command: WithdrawCommand): Promise<DocumentItem> {
  const { organ, docId, version, reason, notice, actor, at } = command;
  return makeChange(table, organ, docId, (document) => checkAct(document, 'withdraw', version), {
    act: 'withdraw',
    actor,
    at,
    details: { reason, ...(notice && { noticeSymbol: notice.symbol, noticeDate: notice.issuedDate }) },
    set: { endReason: reason, ...(notice && { notice }) },
  });
}

/** See `Register.voidNumber`. The row leaves the outbox in the same transaction, and keeps its number for ever. */
export function voidNumber(table: Table, command: VoidCommand): Promise<DocumentItem> {
  const { organ, docId, version, reason, actor, at } = command;
  const check = (document: DocumentItem) => {
    checkAct(document, 'void', version);
    if (document.state !== 'numbered') throw new RegisterError('wrong-state', { act: 'void', state: document.state });
  };
  return makeChange(table, organ, docId, check, async (document) => {
    const row = await rowOf(table, document);
    return {
      act: 'void',
      actor,
      at,
      details: { reason, symbol: row.symbol },
      set: { endReason: reason },
      also: [
        {
          update: rowKeyOf(row),
          set: {},
          remove: ['outShard', 'dueAt'],
          if: all(equals({ docId }), isOwed),
        },
      ],
    };
  });
}
