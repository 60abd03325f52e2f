import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { basisIdOf } from '#register/library/bases.ts';
import type { RegisterRow } from '#register/model/types.ts';
import { tokensOf } from '#register/search/search-tokens.ts';
import { citingKey } from '#register/table/keys/organ-keys.ts';
import { rowKeyOf } from '#register/table/keys/row-keys.ts';
import { wordKey } from '#register/table/keys/search-keys.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { citedBy } from '#usecases/search/cited-by.ts';
import { searchDocuments } from '#usecases/search/search-documents.ts';
import { reindex } from '#usecases/upkeep/reindex.ts';
import { examples } from '../document/scene.ts';
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

const WARD = 'phuong-binh-long';
const [drafter, signer, clerk] = [PEOPLE.drafter, PEOPLE.signer, PEOPLE.clerk].map((one) => ({ ...one, organ: WARD }));

/** The ward's plan with some căn cứ more, from draft to number. */
async function issuePlan(docId: string, more: readonly object[] = []) {
  const plan = examples.find(({ name }) => name === 'ke-hoach-phuong-2026')!;
  const data = { ...plan.data, bases: [...(plan.data as { readonly bases: readonly object[] }).bases, ...more] };
  const { document } = await createDocument(desk.deps, drafter!, { docId, data });
  const submitted = await submitDocument(desk.deps, drafter!, { docId, seen: document });
  const approved = await approveDocument(desk.deps, signer!, { docId, seen: submitted });
  return issueDocument(desk.deps, clerk!, { docId, seen: approved, signatureConfirmed: true });
}

test('lets a document of an older release be told by what it cites, and passes over a text that is lost', async () => {
  const { row: cited } = await issuePlan('duoc-vien-dan');
  const { typeName, symbol: code, issuedDate, subject } = cited;
  const cites = { typeName, code, issuedDate, subject, organName: 'Ủy ban nhân dân phường Bình Long' };
  const citing = [{ verb: 'Thực hiện', cites }];
  const older = [await issuePlan('vien-dan', citing), await issuePlan('mat-van-ban', citing)];
  for (const { row } of older) {
    desk.table.remove(citingKey(WARD, basisIdOf(cites), row.docId));
    await desk.table.change(rowKeyOf(row), { wordsVersion: 2 });
  }
  const told = async () =>
    (await citedBy(desk.deps, clerk!, { organ: WARD, docId: 'duoc-vien-dan' })).map(({ docId }) => docId);
  expect(await told()).toEqual([]);
  await rm(join(desk.dir, 'files/drafts', WARD, 'mat-van-ban'), { recursive: true });
  expect(await run()).toEqual([2]);
  expect(await told()).toEqual(['vien-dan']);
  expect(await run()).toEqual([]);
});
