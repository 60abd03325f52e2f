import type { AddSignedCommand } from './commands.ts';
import { fileFacts, sameFiles } from './complete-issue.ts';
import type { DocumentItem } from './document-item.schema.ts';
import { getDocument } from './documents.ts';
import { equals } from './expression.ts';
import { counterKey, rowKey } from './keys.ts';
import type { Found } from './register.ts';
import { RegisterError } from './register-error.ts';
import { rowOf } from './rows.ts';
import { notClosed } from './series.ts';
import type { Table } from './table.ts';
import { checkAct, makeChange } from './transition.ts';

/** See `Register.addSigned`. A closed year takes no file any more: its hash is over them. */
export async function addSigned(table: Table, command: AddSignedCommand): Promise<Found> {
  const { organ, docId, version, file, actor, at } = command;
  const before = await getDocument(table, organ, docId);
  const standing = before.codeNumber === undefined ? undefined : await rowOf(table, before);
  const signed = standing?.files.find(({ role }) => role === 'signed');
  if (standing && signed) {
    if (sameFiles([signed], [file])) return { document: before, row: standing };
    throw new RegisterError('signed-already', { docId });
  }
  const check = (document: DocumentItem) => checkAct(document, 'add-signed', version);
  const document = await makeChange(table, organ, docId, check, async (document) => {
    const row = await rowOf(table, document);
    const { year, series } = row;
    return {
      act: 'add-signed',
      actor,
      at,
      facts: fileFacts([file]),
      // The version of the document guards the row's files: they change with it alone.
      also: [
        {
          update: rowKey(organ, year, series, row.codeNumber),
          set: { files: [...row.files, file] },
          if: equals({ docId }),
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
