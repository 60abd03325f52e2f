import { z } from 'zod';
import { OLDER_SERIES_NAMES } from '#document/older-types.ts';
import { runKey, startedKey } from '../fan-outs/fan-out-items.ts';
import { stateSchema } from '../model/states.ts';
import { tokensOf } from '../search/search-tokens.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { type ListedState, stateIndex } from '../table/keys/index-keys.ts';
import { libraryKey, officeKey, profileKey } from '../table/keys/organ-keys.ts';
import { organNameKey, wordKey } from '../table/keys/search-keys.ts';
import { counterKey, symbolClaimKey } from '../table/keys/series-keys.ts';
import { queryAll } from '../table/query-all.ts';
import type { QueryRequest, StoredItem, Table } from '../table/table.ts';

/** Years that a register can hold: the oldest book of a state office, and far enough ahead. */
const YEARS = Array.from({ length: 2100 - 1945 }, (_, index) => 1945 + index);

const LISTED: readonly ListedState[] = [...stateSchema.options, 'unsent'];

const profileContent = z.object({
  name: z.string(),
  formerNames: z.array(z.string()).optional(),
  series: z.array(z.object({ name: z.string() })),
});
/** Profile of any content: one that no schema reads is moved as it is, and `verify` reports it. */
const profileItem = z.object({ profile: z.string().transform(parsed).pipe(profileContent) });
const named = z.object({ docId: z.string() });
const runItem = z.object({ runId: z.string() });
const documentItem = z.object({ SK: z.literal('META'), series: z.string() });
const rowItem = z.object({
  SK: z.string().startsWith('N#'),
  docId: z.string(),
  typeName: z.string(),
  subject: z.string(),
});

/**
 * Every item of an organ, partition after partition, strongly consistent within each: what its profiles, documents and rows name,
 * and nothing of other organs. Documents are found by the index of states and by the rows of the book. Search entries of a
 * text that was corrected since, which find nothing, stay behind, and fan-outs of release 0.1.0, which never ran in AWS.
 */
export async function* walkOrgan(table: Table, organ: string): AsyncIterable<StoredItem> {
  const series = new Set(OLDER_SERIES_NAMES);
  const names = new Set<string>();
  const tokens = new Set<string>();
  const walked = new Set<string>();
  for await (const item of pages(table, { partition: profileKey(organ, '0').PK })) {
    const profile = profileItem.safeParse(item).data?.profile;
    for (const one of profile ? [profile.name, ...(profile.formerNames ?? [])] : []) names.add(one);
    for (const one of profile?.series ?? []) series.add(one.name);
    yield item;
  }
  yield* pages(table, { partition: officeKey(organ).PK });
  yield* pages(table, { partition: libraryKey(organ, 'B', 'x').PK });
  yield* walkDocuments(table, organ, await listedDocuments(table, organ), walked, series);
  const inBook = new Set<string>();
  for await (const item of walkBooks(table, organ, series)) {
    const row = rowItem.safeParse(item).data;
    if (row) {
      inBook.add(row.docId);
      for (const token of tokensOf(`${row.typeName} ${row.subject}`)) tokens.add(token);
      for (const token of tokensOf(row.subject)) tokens.add(token);
    }
    yield item;
  }
  yield* walkDocuments(table, organ, inBook, walked, series);
  for (const token of tokens) yield* pages(table, { partition: wordKey(organ, token, '', 'x').PK });
  for (const token of new Set([...names].flatMap(tokensOf))) {
    yield* pages(table, { partition: organNameKey(token, organ, 'x').PK, sort: { startsWith: `${organ}#` } });
  }
  yield* walkFanOuts(table, organ);
}

async function listedDocuments(table: Table, organ: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (const state of LISTED) {
    const { statePK: partition } = stateIndex(organ, state, '', 'x');
    for await (const item of pages(table, { index: 'byState', partition })) found.add(named.parse(item).docId);
  }
  return found;
}

async function* walkDocuments(
  table: Table,
  organ: string,
  docIds: ReadonlySet<string>,
  walked: Set<string>,
  series: Set<string>,
): AsyncIterable<StoredItem> {
  for (const docId of docIds) {
    if (walked.has(docId)) continue;
    walked.add(docId);
    for await (const item of pages(table, { partition: documentKey(organ, docId).PK })) {
      const document = documentItem.safeParse(item).data;
      if (document) series.add(document.series);
      yield item;
    }
  }
}

async function* walkBooks(table: Table, organ: string, series: ReadonlySet<string>): AsyncIterable<StoredItem> {
  for (const year of YEARS) yield* pages(table, { partition: symbolClaimKey(organ, year, 'x').PK });
  for (const name of series) {
    const partitions = YEARS.map((year) => counterKey(organ, year, name).PK);
    const first = await Promise.all(partitions.map((partition) => table.query({ partition, limit: 1 })));
    for (const [index, partition] of partitions.entries()) {
      if (first[index]?.items.length !== 0) yield* pages(table, { partition });
    }
  }
}

async function* walkFanOuts(table: Table, organ: string): AsyncIterable<StoredItem> {
  const started = await queryAll(table, { partition: startedKey(organ, '', 'x').PK });
  yield* started;
  for (const item of started) yield* pages(table, { partition: runKey(organ, runItem.parse(item).runId).PK });
}

async function* pages(table: Table, request: Omit<QueryRequest, 'startAt' | 'limit'>): AsyncIterable<StoredItem> {
  let page = await table.query(request);
  for (;;) {
    yield* page.items;
    if (!page.lastKey) return;
    page = await table.query({ ...request, startAt: page.lastKey });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
