import { afterAll, beforeAll, expect, test } from 'vitest';
import type { QueryPage, Table } from '#register/table/table.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { findByNumber } from '#usecases/search/find-by-number.ts';
import { searchDocuments } from '#usecases/search/search-documents.ts';
import { type Desk, openDesk, PEOPLE } from '../support/desk.ts';

let desk: Desk;
let lagging: Table;
let isStale = false;

beforeAll(async () => {
  desk = await openDesk();
  const known = new Map<string, QueryPage>();
  // SQLite's indexes are never behind; AWS's are. From a moment on this one answers what it answered before.
  const query: Table['query'] = async (request) => {
    if (request.index === undefined) return desk.table.table.query(request);
    const question = JSON.stringify(request);
    if (isStale) return known.get(question) ?? { items: [] };
    const answer = await desk.table.table.query(request);
    known.set(question, answer);
    return answer;
  };
  lagging = { ...desk.table.table, query };
});
afterAll(() => desk.stop());

const behind = () => ({ ...desk.deps, register: desk.table.register({ table: lagging }) });
const reader = { organ: 'phuong-binh-long', staffId: 'a-reader', roles: ['reader'] } as const;

test('an index that lags yields ids; what is answered stands in the documents', async () => {
  const { row, document } = await desk.sent('có trong chỉ mục');
  const deps = behind();
  const find = (text: string) => findByNumber(deps, reader, { text });
  expect((await find(row.symbol)).found.map((one) => one.document.state)).toEqual(['issued']);
  expect((await deps.register.listByState(row.organ, 'issued')).items).toHaveLength(1);
  isStale = true;
  await withdrawDocument(desk.deps, PEOPLE.clerk, { docId: row.docId, seen: document, reason: 'Nhầm' });
  expect((await find(row.symbol)).found.map((one) => one.document.state)).toEqual(['withdrawn']);
  expect((await deps.register.listByState(row.organ, 'issued')).items).toEqual([]);
});

test('a number that the index does not know yet is found in its own organ, and never said to be free', async () => {
  isStale = true;
  const { row } = await desk.issued('việc rất mới của thành phố');
  const answer = await findByNumber(behind(), PEOPLE.clerk, { text: row.symbol });
  expect(answer.found.map((one) => one.row.docId)).toEqual([row.docId]);
  expect(answer.absent).toEqual([]);
  const { items } = await searchDocuments(behind(), PEOPLE.clerk, { text: 'viec rat moi' });
  expect(items.map((one) => one.row.docId)).toEqual([row.docId]);
});
