import type { ReplaceFileCommand } from '../commands/file-commands.ts';
import { makeChange } from '../documents/transition.ts';
import { RegisterError } from '../model/register-error.ts';
import type { IssuedFile } from '../model/types.ts';
import type { NumberedDocument } from '../register.ts';
import { equals } from '../table/condition.ts';
import { rowKeyOf } from '../table/keys/row-keys.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import type { Table } from '../table/table.ts';
import { fileDetails } from './complete-issue.ts';
import { rowOf } from './rows.ts';
import { notClosed } from './series.ts';

/** See `Register.replaceFile`. The wrong file stays in the row and names the one that took its place. */
export async function replaceFile(table: Table, command: ReplaceFileCommand): Promise<NumberedDocument> {
  const { fileId, file, reason } = command;
  const { organ, docId } = command.document;
  const document = await makeChange(table, 'replace-file', command, async (document) => {
    const row = await rowOf(table, document);
    const { year, series } = row;
    const old = row.files.find((one) => one.fileId === fileId);
    if (!old || !isReplaceable(old)) throw new RegisterError('not-replaceable', { docId });
    const files = row.files.map((one) => (one === old ? { ...one, supersededBy: file.fileId, reason } : one));
    return {
      details: { reason, replaced: fileId, ...fileDetails([file]) },
      also: [
        { update: rowKeyOf(row), set: { files: [...files, file] }, if: equals({ docId }) },
        { check: counterKey(organ, year, series), if: notClosed },
      ],
      alsoRefused: ([, counter]) => {
        if (counter?.code === 'ConditionalCheckFailed') throw new RegisterError('series-closed', { year, series });
      },
    };
  });
  return { document, row: await rowOf(table, document) };
}

/** Tells whether a file may be wrong: what a person brought; what we rendered is what was approved. */
export function isReplaceable({ role, supersededBy }: IssuedFile): boolean {
  return role !== 'rendered' && role !== 'appendix' && supersededBy === undefined;
}
