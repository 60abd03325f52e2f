import type { AddFileCommand } from '../commands/file-commands.ts';
import { makeChange } from '../documents/transition.ts';
import { RegisterError } from '../model/register-error.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import type { Act, IssuedFile } from '../model/types.ts';
import type { NumberedDocument } from '../register.ts';
import { equals } from '../table/condition.ts';
import { rowKeyOf } from '../table/keys/row-keys.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import type { Table } from '../table/table.ts';
import { fileDetails, sameFiles } from './complete-issue.ts';
import { rowOf } from './rows.ts';
import { notClosed } from './series.ts';

/** See `Register.addSigned`. A closed year takes no file any more: its hash is over them. */
export function addSigned(table: Table, command: AddFileCommand): Promise<NumberedDocument> {
  const { docId } = command.document;
  return addFile(table, command, 'add-signed', ({ files }) => {
    if (files.some(({ role }) => role === 'signed')) throw new RegisterError('signed-already', { docId });
  });
}

/** See `Register.addScan`. As {@link addSigned}. */
export function addScan(table: Table, command: AddFileCommand): Promise<NumberedDocument> {
  const { docId } = command.document;
  return addFile(table, command, 'add-scan', ({ files, broughtIn }) => {
    if (!broughtIn || files.some(({ role }) => role !== 'signed')) throw new RegisterError('has-file', { docId });
  });
}

/** `refuse` says, by throwing, why a row takes no such file; one that is there already is answered. */
async function addFile(
  table: Table,
  command: AddFileCommand,
  act: Act,
  refuse: (row: RegisterRow) => void,
): Promise<NumberedDocument> {
  const { document: before, file } = command;
  const standing = before.codeNumber === undefined ? undefined : await rowOf(table, before);
  if (standing?.files.some((one: IssuedFile) => sameFiles([one], [file]))) return { document: before, row: standing };
  if (standing) refuse(standing);
  const document = await makeChange(table, act, command, async (document) => {
    const row = await rowOf(table, document);
    const { organ, year, series } = row;
    return {
      details: fileDetails([file]),
      // The version of the document guards the row's files: they change with it alone.
      also: [
        {
          update: rowKeyOf(row),
          set: { files: [...row.files, file] },
          if: equals({ docId: row.docId }),
        },
        { check: counterKey(organ, year, series), if: notClosed },
      ],
      alsoRefused: ([, counter]) => {
        if (counter?.code === 'ConditionalCheckFailed') throw new RegisterError('series-closed', { year, series });
      },
    };
  });
  return { document, row: await rowOf(table, document) };
}
