import { dateParts, vietnamDate } from '#document/dates.ts';
import type { CorrectRecordCommand } from '../commands/older-book-commands.ts';
import { type Change, makeChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { absentFields, pickSummary } from '../model/document-summary.ts';
import { RegisterError } from '../model/register-error.ts';
import type { NumberedDocument } from '../register.ts';
import { WORDS_VERSION, wordWrites } from '../search/search-tokens.ts';
import { writeAhead } from '../table/commit.ts';
import { equals } from '../table/condition.ts';
import { rowKeyOf } from '../table/keys/row-keys.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import type { Table } from '../table/table.ts';
import { rowItem, rowOf } from './rows.ts';
import { notClosed } from './series.ts';

/** See `Register.correctRecord`. What it said before stands in the event; a closed year is corrected no more. */
export async function correctRecord(table: Table, command: CorrectRecordCommand): Promise<NumberedDocument> {
  const { at, issuedDate, contentHash, reason } = command;
  const { organ, docId } = command.document;
  const summary = pickSummary(command.summary);
  const changeOf = async (before: DocumentItem): Promise<Change> => {
    const row = await rowOf(table, before);
    const { year, series } = row;
    if (dateParts(issuedDate).year !== year || issuedDate > vietnamDate(at)) {
      throw new RegisterError('bad-date', { issuedDate, year });
    }
    const corrected = { ...row, ...summary, series, codeNotation: row.codeNotation, issuedDate, contentHash };
    const { PK: _, SK: __, ...item } = rowItem({ ...corrected, wordsVersion: WORDS_VERSION });
    // Before the row names them: nothing that is issued lacks its words.
    await writeAhead(table, wordWrites({ ...corrected, wordsVersion: WORDS_VERSION }), 0);
    return {
      details: { reason, issuedDate, contentHash, subject: summary.subject, subjectBefore: row.subject },
      set: { ...summary, series, codeNotation: row.codeNotation, issuedDate, contentHash },
      remove: absentFields(summary),
      also: [
        { update: rowKeyOf(row), set: item, remove: absentFields(summary), if: equals({ docId }) },
        { check: counterKey(organ, year, series), if: notClosed },
      ],
      alsoRefused: ([, counter]) => {
        if (counter?.code === 'ConditionalCheckFailed') throw new RegisterError('series-closed', { year, series });
      },
    };
  };
  const document = await makeChange(table, 'correct-record', command, changeOf, ({ broughtIn, frozen, state }) => {
    const isRecord = broughtIn === true && frozen === undefined;
    if (!isRecord) throw new RegisterError('wrong-state', { act: 'correct-record', state });
  });
  return { document, row: await rowOf(table, document) };
}
