import { findType } from '#document/type-table.ts';
import type { CorrectCommand } from '../commands/mistake-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { equals } from '../table/condition.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import type { Table } from '../table/table.ts';
import { getDocument } from './documents.ts';
import { checkAct, makeChange } from './transition.ts';

/** See `Register.correctDocument`. A link from both sides, an event on the side of what was wrong. */
export function correctDocument(table: Table, command: CorrectCommand): Promise<DocumentItem> {
  const { organ, docId, version, by, actor, at } = command;
  const check = (document: DocumentItem) => checkAct(document, 'correct', version);
  return makeChange(table, organ, docId, check, async (document) => {
    const correction = await getDocument(table, organ, by);
    const { typeCode, state, symbol, corrects = [] } = correction;
    const notOne = () => new RegisterError('not-a-correction', { docId: by });
    if (!findType(typeCode)?.corrects || state !== 'issued' || symbol === undefined || by === docId) throw notOne();
    const before = (document.correctedBy ?? []).filter((link) => link.docId !== by);
    return {
      act: 'correct',
      actor,
      at,
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
