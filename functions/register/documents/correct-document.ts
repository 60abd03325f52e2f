import { findType } from '#document/type-table.ts';
import type { CorrectCommand } from '../commands/mistake-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { equals } from '../table/condition.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import type { Table } from '../table/table.ts';
import { getDocument } from './documents.ts';
import { makeChange } from './transition.ts';

/** See `Register.correctDocument`. A link from both sides, an event on the side of what was wrong. */
export function correctDocument(table: Table, command: CorrectCommand): Promise<DocumentItem> {
  const { by } = command;
  const { organ, docId } = command.document;
  return makeChange(table, 'correct', command, async (document) => {
    const correction = await getDocument(table, organ, by);
    const { typeCode, state, symbol, corrects = [] } = correction;
    const notOne = () => new RegisterError('not-a-correction', { docId: by });
    if (!findType(typeCode)?.corrects || state !== 'issued' || symbol === undefined || by === docId) throw notOne();
    const before = (document.correctedBy ?? []).filter((link) => link.docId !== by);
    return {
      details: { by, bySymbol: symbol },
      set: { correctedBy: [...before, { docId: by, symbol }] },
      also: [
        {
          update: documentKey(organ, by),
          set: { corrects: [...new Set([...corrects, docId])] },
          if: equals({ state: 'issued', version: correction.version }),
        },
      ],
    };
  });
}
