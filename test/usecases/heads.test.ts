import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closingOf } from '#exchange/book/book-closing.ts';
import { sealEvent } from '#register/documents/audit-chain.ts';
import { auditKey, documentKey } from '#register/table/keys/document-keys.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import { printBook } from '#usecases/book/print-book.ts';
import { readBook } from '#usecases/book/read-book.ts';
import { closeYear } from '#usecases/book/year-series.ts';
import { verifyHeads, writeHead } from '#usecases/upkeep/heads.ts';
import { CITY, type Desk, openDesk, PEOPLE } from '../support/desk.ts';

let desk: Desk;
let outside: string;
beforeAll(async () => {
  desk = await openDesk();
  outside = await mkdtemp(join(tmpdir(), 'banhanh-heads-'));
  await desk.issued('Văn bản thứ nhất', 'the-first');
});
afterAll(async () => {
  await desk.stop();
  await rm(outside, { recursive: true, force: true });
});

const deps = () => ({ inspection: desk.inspection, heads: createDirectoryStore(outside) });
const at = (minute: number) => new Date(Date.UTC(2026, 5, 15, 18, minute));
const said = async () => (await verifyHeads(deps())).map(({ code, where }) => `${code} ${where}`);

test('a head holds what changed since the one before, and nothing where nothing did', async () => {
  const first = await writeHead(deps(), at(0));
  expect(first).toMatchObject({ previous: '', documents: [{ organ: CITY, docId: 'the-first', version: 5 }] });
  expect(await writeHead(deps(), at(1))).toBeUndefined();
  await desk.issued('Văn bản thứ hai', 'the-second');
  const second = await writeHead(deps(), at(2));
  expect(second).toMatchObject({ previous: first?.root, documents: [{ docId: 'the-second' }] });
  expect(await said()).toEqual([]);
});

test('a chain that was written anew from its first event is told, though it verifies in itself', async () => {
  const { document, events } = await desk.inspection.document(CITY, 'the-second');
  let prevHash = '';
  for (const { hash: _, schema: __, ...event } of events) {
    const forged = sealEvent({ ...event, actor: event.act === 'approve' ? 'somebody-else' : event.actor, prevHash });
    prevHash = forged.hash;
    await desk.table.change(auditKey(CITY, 'the-second', event.version), { ...forged });
  }
  await desk.table.change(documentKey(CITY, 'the-second'), { chain: prevHash, signerId: 'somebody-else' });
  expect(await desk.verify()).toEqual([]);
  expect(await said()).toEqual(['head-differs the-second']);
  for (const event of events) await desk.table.change(auditKey(CITY, 'the-second', event.version), { ...event });
  await desk.table.change(documentKey(CITY, 'the-second'), { chain: document!.chain, signerId: document!.signerId });
  expect(await said()).toEqual([]);
});

test('events that a register no longer has are told, and a head that was changed or taken out', async () => {
  desk.table.remove(auditKey(CITY, 'the-first', 5));
  expect(await said()).toEqual(['head-ahead the-first']);
  const keys: string[] = [];
  for await (const key of deps().heads.list('heads')) keys.push(key);
  const [first = ''] = keys.sort();
  await rm(join(outside, `${first}@`), { recursive: true });
  expect((await said()).filter((one) => one.startsWith('head-broken'))).toHaveLength(1);
});

test('a closed book prints the hash of the year, and the root outside the register that has it', async () => {
  const store = createDirectoryStore(await mkdtemp(join(tmpdir(), 'banhanh-heads-book-')));
  const book = async () => {
    const { volumes } = await readBook({ ...desk.deps, heads: store }, PEOPLE.clerk, { period: { year: 2026 } });
    return volumes.find(({ entries }) => entries.length > 0);
  };
  expect((await book())?.closed).toBeUndefined();
  desk.calendar.moveTo('2027-01-05T09:00:00+07:00');
  const { hash } = await closeYear(desk.deps, PEOPLE.clerk, { year: 2026, series: 'cong-van' });
  expect((await book())?.closed).toEqual({ day: '2027-01-05', hash });
  const head = await writeHead({ inspection: desk.inspection, heads: store }, new Date('2027-01-05T18:00:00Z'));
  await writeHead({ inspection: desk.inspection, heads: store }, new Date('2027-01-06T18:00:00Z'));
  const volume = await book();
  expect(volume?.closed?.sealed).toEqual({ day: '2027-01-06', root: head?.root });
  expect(volume && closingOf(volume).lines.slice(1, 3)).toEqual([
    `Đã khóa sổ trên hệ thống ngày 05/01/2027; mã băm của mọi dòng: ${hash}.`,
    `Gốc của chuỗi nhật ký, ghi ngoài sổ ngày 06/01/2027: ${head?.root}.`,
  ]);
  const { bytes } = await printBook(desk.deps, PEOPLE.clerk, { period: { year: 2026 }, format: 'docx' });
  expect(bytes.length).toBeGreaterThan(1000);
});
