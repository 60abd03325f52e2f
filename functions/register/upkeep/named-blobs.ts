import { fanOutRunSchema } from '../fan-outs/fan-out.schema.ts';
import { runKey } from '../fan-outs/fan-out-items.ts';
import { auditEventSchema } from '../model/audit-event.schema.ts';
import { documentItemSchema } from '../model/document-item.schema.ts';
import { noteSchema } from '../model/note.schema.ts';
import { saveSchema } from '../model/save.schema.ts';
import { seenSchema } from '../model/seen.schema.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Collects the hashes that something of a document names: what stands, its events, saves, remarks, and what people saw last; of a
 * fan-out its input. Empty where neither came about. Strongly consistent.
 */
export async function namedBlobs(table: Table, organ: string, docId: string): Promise<Set<string>> {
  const partition = documentKey(organ, docId).PK;
  const all = (startsWith: string) => queryAll(table, { partition, sort: { startsWith } });
  const [item, run, events, saves, notes, seen] = await Promise.all([
    table.get(documentKey(organ, docId)),
    table.get(runKey(organ, docId)),
    all('AUD#'),
    all('SAVE#'),
    all('NOTE#'),
    all('SEEN#'),
  ]);
  const { data, frozen, contentHash } = item ? readItem(documentItemSchema, item) : {};
  const hashes = [
    ...[data?.sha256, frozen?.sha256, contentHash],
    ...(run ? [readItem(fanOutRunSchema, run).input.sha256] : []),
    ...events.flatMap((one) => Object.values(readItem(auditEventSchema, one).facts)),
    ...saves.map((one) => readItem(saveSchema, one).sha256),
    ...notes.map((one) => readItem(noteSchema, one).contentHash),
    ...seen.map((one) => readItem(seenSchema, one).contentHash),
  ];
  return new Set(hashes.filter((hash) => typeof hash === 'string').filter((hash) => SHA256.test(hash)));
}
