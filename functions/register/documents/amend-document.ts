import type { AmendCommand } from '../commands/mistake-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { equals } from '../table/condition.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import type { Table } from '../table/table.ts';
import { getDocument } from './documents.ts';
import { makeChange } from './transition.ts';

/** See `Register.amendDocument`. A link from both sides, an event on the side of what stays in force, amended. */
export function amendDocument(table: Table, command: AmendCommand): Promise<DocumentItem> {
  const { by } = command;
  const { organ, docId } = command.document;
  return makeChange(table, 'amend', command, async (document) => {
    const amendment = await getDocument(table, organ, by);
    const { typeCode, state, symbol, amends = [] } = amendment;
    if (typeCode !== document.typeCode || state !== 'issued' || symbol === undefined || by === docId) {
      throw new RegisterError('not-an-amendment', { docId: by, typeName: document.typeName });
    }
    const before = (document.amendedBy ?? []).filter((link) => link.docId !== by);
    return {
      details: { by, bySymbol: symbol },
      set: { amendedBy: [...before, { docId: by, symbol }] },
      also: [
        {
          update: documentKey(organ, by),
          set: { amends: [...new Set([...amends, docId])] },
          if: equals({ state: 'issued', version: amendment.version }),
        },
      ],
    };
  });
}
