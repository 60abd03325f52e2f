import type { StrikeCommand } from '../commands/number-commands.ts';
import { type Change, makeChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { absent as absentAttribute, all, equals } from '../table/condition.ts';
import { rowKeyOf } from '../table/keys/row-keys.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import type { Table } from '../table/table.ts';
import { rowOf } from './rows.ts';

/** Attributes by which indexes have a row, or owe it its files: a struck one is in the book alone. */
const INDEXED = ['symbolPK', 'symbolSK', 'datePK', 'dateSK', 'outShard', 'dueAt'] as const;

/** See `Register.strikeRecord`. The row stays with its reason; the document waits for its number again. */
export function strikeRecord(table: Table, command: StrikeCommand): Promise<DocumentItem> {
  const { reason, actor, at } = command;
  const { organ, docId } = command.document;
  const refuse = ({ recorded, sending }: DocumentItem) => {
    if (!recorded) throw new RegisterError('not-recorded', { docId });
    if (sending === 'sent') throw new RegisterError('already-sent', { docId });
  };
  const changeOf = async (document: DocumentItem): Promise<Change> => {
    const row = await rowOf(table, document);
    const { year, series, codeNumber, copy, symbol } = row;
    const place = { year, series, codeNumber, ...(copy !== undefined && { copy }) };
    return {
      details: { reason, symbol, struck: true },
      set: { struckRows: [...(document.struckRows ?? []), place] },
      remove: ['codeNumber', 'copy', 'year', 'symbol', 'issuedDate', 'recorded', 'sending', 'voidAsked'],
      also: [
        {
          update: rowKeyOf(row),
          set: { struck: { reason, by: actor, at: at.toISOString() } },
          remove: INDEXED,
          if: all(equals({ docId }), absentAttribute('struck')),
        },
        { check: counterKey(organ, year, series), if: equals({ open: true }) },
      ],
      alsoRefused: ([, counter]) => {
        if (counter?.code === 'ConditionalCheckFailed') throw new RegisterError('series-closed', { year, series });
      },
    };
  };
  return makeChange(table, 'strike', command, changeOf, refuse);
}
