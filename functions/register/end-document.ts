import type { VoidCommand, WithdrawCommand } from './commands.ts';
import { isOwed } from './complete-issue.ts';
import type { DocumentItem } from './document-item.schema.ts';
import { all, equals } from './expression.ts';
import { rowKey } from './keys.ts';
import { rowOf } from './rows.ts';
import type { Table } from './table.ts';
import { checkAct, makeChange } from './transition.ts';

/** See `Register.withdrawDocument`. The row is not touched: state stands in the document alone. */
export function withdrawDocument(table: Table, command: WithdrawCommand): Promise<DocumentItem> {
  const { organ, docId, version, reason, actor, at } = command;
  return makeChange(table, organ, docId, (document) => checkAct(document, 'withdraw', version), {
    act: 'withdraw',
    actor,
    at,
    facts: { reason },
    set: { endReason: reason },
  });
}

/** See `Register.voidNumber`. The row leaves the outbox in the same transaction, and keeps its number for ever. */
export function voidNumber(table: Table, command: VoidCommand): Promise<DocumentItem> {
  const { organ, docId, version, reason, actor, at } = command;
  const check = (document: DocumentItem) => checkAct(document, 'void', version);
  return makeChange(table, organ, docId, check, async (document) => {
    const row = await rowOf(table, document);
    return {
      act: 'void',
      actor,
      at,
      facts: { reason, symbol: row.symbol },
      set: { endReason: reason },
      also: [
        {
          update: rowKey(organ, row.year, row.series, row.codeNumber),
          set: {},
          remove: ['outShard', 'dueAt'],
          if: all(equals({ docId }), isOwed),
        },
      ],
    };
  });
}
