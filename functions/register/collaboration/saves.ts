import { type AuditEvent, auditEventSchema } from '../model/audit-event.schema.ts';
import { type Save, saveSchema } from '../model/save.schema.ts';
import { auditKey, documentKey, saveKey } from '../table/keys/document-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';
import type { Write } from '../table/write.ts';

/** The write that records a save; it takes the place of the oldest one where there are as many as are kept. */
export function saveWrite(save: Omit<Save, 'schema'>): Write {
  return { put: sealed({ ...saveKey(save.organ, save.docId, save.rev), schema: 'save@1', ...save }) };
}

/** See `Register.listSaves`. Of the first save the chain tells. */
export async function listSaves(table: Table, organ: string, docId: string): Promise<Save[]> {
  const [items, created] = await Promise.all([
    queryAll(table, { partition: documentKey(organ, docId).PK, sort: { startsWith: 'SAVE#' } }),
    table.get(auditKey(organ, docId, 1)),
  ]);
  const saves = items.map((item) => readItem(saveSchema, item)).sort((a, b) => b.rev - a.rev);
  return [...saves, ...(created ? firstSave(readItem(auditEventSchema, created)) : [])];
}

function firstSave({ organ, docId, act, actor, at, facts }: AuditEvent): Save[] {
  const { data } = facts;
  if (act !== 'create' || typeof data !== 'string') return [];
  return [{ schema: 'save@1', organ, docId, rev: 1, sha256: data, by: actor, at }];
}
