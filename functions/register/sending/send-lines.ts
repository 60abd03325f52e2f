import { sha256Hex } from '#base/node/hash.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import { type SendLine, sendLineSchema } from '../model/send-line.schema.ts';
import { documentKey, sendKey } from '../table/keys/document-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem, Table } from '../table/table.ts';
import type { Write } from '../table/write.ts';

/** The hash of the lines of one sending, over what never changes of them: the audit event keeps it. */
export function hashOfLines(lines: readonly SendLine[]): string {
  const fixed = lines.map(({ receipt: _, rev: __, ...line }) => line).sort((a, b) => (a.line < b.line ? -1 : 1));
  return sha256Hex(canonicalJson(fixed));
}

/** The sending that a line belongs to. */
export function sendingOf({ line }: Pick<SendLine, 'line'>): string {
  return line.slice(0, line.lastIndexOf('-'));
}

/** A line as a write. Made twice it is the same: its id is made of all that it says. */
export function lineWrite(line: SendLine): Write {
  return { put: { ...sendKey(line.organ, line.docId, line.line), ...line } };
}

/** Stored items of a document's partition that are lines of its sendings, in their order. */
export function linesOf(items: readonly StoredItem[]): SendLine[] {
  const lines = items.filter(({ SK }) => String(SK).startsWith('SEND#'));
  return lines.map((item) => readItem(sendLineSchema, item)).sort((a, b) => (a.line < b.line ? -1 : 1));
}

/** See `Register.listSends`. What a sending that did not come about left behind is none of them. */
export async function listSends(table: Table, organ: string, docId: string): Promise<SendLine[]> {
  const partition = documentKey(organ, docId).PK;
  const [events, lines] = await Promise.all([
    queryAll(table, { partition, sort: { startsWith: 'AUD#' } }),
    queryAll(table, { partition, sort: { startsWith: 'SEND#' } }),
  ]);
  const sendings = new Set(events.filter(({ act }) => act === 'send').map(({ facts }) => sendingIn(facts)));
  return linesOf(lines).filter((line) => sendings.has(sendingOf(line)));
}

function sendingIn(facts: unknown): unknown {
  return typeof facts === 'object' && facts !== null && 'sending' in facts ? facts.sending : undefined;
}
