import type { ReceiptCommand } from '../commands/sending-commands.ts';
import { makeChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { equals } from '../table/condition.ts';
import { sendKey } from '../table/keys/document-keys.ts';
import type { Table } from '../table/table.ts';
import { listSends } from './send-lines.ts';

/** See `Register.recordReceipt`. A later one stands for the one before. A year that is closed takes receipts all the same. */
export function recordReceipt(table: Table, command: ReceiptCommand): Promise<DocumentItem> {
  const { line, day, by, note, actor, at } = command;
  const { organ, docId } = command.document;
  return makeChange(table, 'receipt', command, async (document) => {
    const before = (await listSends(table, organ, docId)).find((one) => one.line === line);
    const { sent } = document;
    if (!before || !sent) throw new RegisterError('not-found', { docId });
    const told = { day, ...(by !== undefined && { by }), ...(note !== undefined && { note }) };
    const receipt = { ...told, recordedBy: actor, recordedAt: at.toISOString() };
    return {
      details: { line, ...told },
      set: { sent: { ...sent, received: sent.received + (before.receipt ? 0 : 1) } },
      also: [
        {
          update: sendKey(organ, docId, line),
          set: { receipt, rev: before.rev + 1 },
          if: equals({ rev: before.rev }),
        },
      ],
    };
  });
}
