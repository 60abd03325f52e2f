import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegisterRow } from '#register/model/types.ts';
import { tokensOf } from '#register/search/search-tokens.ts';
import { rowKeyOf } from '#register/table/keys/row-keys.ts';
import { wordKey } from '#register/table/keys/search-keys.ts';
import { searchDocuments } from '#usecases/search/search-documents.ts';
import { reindex } from '#usecases/upkeep/reindex.ts';
import { CITY, type Desk, openDesk, PEOPLE } from '../support/desk.ts';

let desk: Desk;
let rows: RegisterRow[];
beforeAll(async () => {
  desk = await openDesk();
  rows = [];
  for (const subject of ['cải cách thủ tục', 'tuyển quân năm 2027']) rows.push((await desk.issued(subject)).row);
  // As the release before left them: words of the trích yếu alone, and no version.
  for (const row of rows) {
    const old = tokensOf(row.subject);
    for (const token of tokensOf(`${row.typeName} ${row.subject}`).filter((one) => !old.includes(one))) {
      desk.table.remove(wordKey(CITY, token, row.issuedDate, row.docId));
    }
    await desk.table.change(rowKeyOf(row), {}, ['wordsVersion']);
  }
});
afterAll(() => desk.stop());

const search = async (text: string) =>
  (await searchDocuments(desk.deps, PEOPLE.clerk, { text })).items.map(({ row }) => row.subject);

async function run(): Promise<number[]> {
  const counts: number[] = [];
  for await (const { count } of reindex(desk.deps, desk.inspection)) counts.push(count);
  return counts;
}

test('lets documents of an older release be found by the name of their type, and changes nothing twice', async () => {
  expect(await search('"công văn cải cách"')).toEqual([]);
  expect(await desk.verify()).toEqual([]);
  expect(await run()).toEqual([2]);
  expect(await search('"công văn cải cách"')).toEqual(['cải cách thủ tục']);
  expect(await search('cong van tuyen quan')).toEqual(['tuyển quân năm 2027']);
  expect(await run()).toEqual([]);
  expect(await desk.verify()).toEqual([]);
});
