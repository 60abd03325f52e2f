import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditKey, documentKey } from '#register/table/keys/document-keys.ts';
import type { ItemKey } from '#register/table/keys/key-parts.ts';
import { rowKey } from '#register/table/keys/row-keys.ts';
import { wordKey } from '#register/table/keys/search-keys.ts';
import { closeYear } from '#usecases/book/year-series.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { bringInFile } from '#usecases/bring-in/bring-in-file.ts';
import { importOlderBook } from '#usecases/bring-in/import-older-book.ts';
import { toScanFile } from '#usecases/bring-in/scan-file.ts';
import { searchDocuments } from '#usecases/search/search-documents.ts';
import { repair } from '#usecases/upkeep/repair.ts';
import { row, TITLES, workbook } from '../exchange/workbook.ts';
import { CITY, type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { smallPdf } from '../support/pdf.ts';

const { clerk } = PEOPLE;
const RECORD = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'cải cách hành chính' } as const;
const OLD = { codeNumber: 35, issuedDate: '2025-01-24', content: { kind: 'record' as const, record: RECORD } };

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

const lose = async (key: ItemKey) => desk.table.remove(key);
const repaired = async () => (await repair(desk.deps, desk.inspection)).map(({ what }) => what);
const filesOf = async (docId: string) =>
  (await desk.deps.register.getNumbered(CITY, docId)).row.files.map(({ role, fileName }) => [role, fileName]);

describe('the file of a record that came without one', () => {
  const add = async (text = 'a scan', docId?: string) => {
    const { document } = docId
      ? await desk.deps.register.getNumbered(CITY, docId)
      : await bringInDocument(desk.deps, clerk, OLD);
    return bringInFile(desk.deps, clerk, { docId: document.docId, seen: document, bytes: smallPdf(text) });
  };

  test('is added once, and stands in the chain', async () => {
    const { document, row: line } = await add();
    expect(line.files).toMatchObject([{ role: 'scan', fileName: '35-KH-UBND.pdf' }]);
    expect(document).toMatchObject({ state: 'issued', version: 2 });
    const events = await desk.deps.register.listEvents(CITY, document.docId);
    expect(events.map(({ act }) => act)).toEqual(['bring-in', 'add-scan']);
    expect(await desk.verify()).toEqual([]);
    const again = bringInFile(desk.deps, clerk, { docId: line.docId, seen: document, bytes: smallPdf('other') });
    await expect(again).rejects.toMatchObject({ code: 'has-file' });
  });

  test('is not taken where another look came first, nor what is no PDF', async () => {
    const { document } = await bringInDocument(desk.deps, clerk, OLD);
    const { docId, version, rev } = document;
    const stale = bringInFile(desk.deps, clerk, { docId, seen: { version: version + 1, rev }, bytes: smallPdf() });
    await expect(stale).rejects.toMatchObject({ code: 'stale' });
    const broken = bringInFile(desk.deps, clerk, { docId, seen: document, bytes: Buffer.from('PK') });
    await expect(broken).rejects.toMatchObject({ code: 'file-unsuitable' });
    expect(await filesOf(docId)).toEqual([]);
  });

  test('is not taken for a document of our own', async () => {
    const { document } = await desk.issued('Văn bản của mình', 'one-of-ours');
    const input = { docId: 'one-of-ours', seen: document, bytes: smallPdf() };
    await expect(bringInFile(desk.deps, clerk, input)).rejects.toMatchObject({ code: 'has-file' });
  });

  test('is not taken once the year is closed', async () => {
    const { document } = await bringInDocument(desk.deps, clerk, OLD);
    await closeYear(desk.deps, clerk, { year: 2025, series: 'ke-hoach' });
    const input = { docId: document.docId, seen: document, bytes: smallPdf() };
    await expect(bringInFile(desk.deps, clerk, input)).rejects.toMatchObject({ code: 'series-closed' });
  });

  test('comes with a list that is run again', async () => {
    const bytes = await workbook([TITLES, row('35/KH-UBND', '24/01/2025', 'Kế hoạch cải cách hành chính')]);
    const fileOf = async () => ({ fileName: '35-KH-UBND.pdf', bytes: smallPdf() });
    const outcome = async (more: object) =>
      (await importOlderBook(desk.deps, clerk, { bytes, ...more })).lines.map(({ outcome, file }) => [outcome, file]);
    expect(await outcome({})).toEqual([['brought-in', null]]);
    expect(await outcome({})).toEqual([['unchanged', null]]);
    expect(await outcome({ fileOf, checkOnly: true })).toEqual([['file-would-be-added', '35-KH-UBND.pdf']]);
    expect(await outcome({ fileOf })).toEqual([['file-added', '35-KH-UBND.pdf']]);
    expect(await outcome({ fileOf })).toEqual([['unchanged', '35-KH-UBND.pdf']]);
    expect(await desk.verify()).toEqual([]);
  });
});

describe('repair', () => {
  const crash = () => Promise.reject(new Error('killed'));

  test('gives a scan its line where a crash came before it', async () => {
    const file = toScanFile({ fileName: 'x.pdf', bytes: smallPdf() }, '35/KH-UBND');
    if ('fault' in file) throw new Error(file.fault);
    const crashing = { ...desk.deps, register: { ...desk.deps.register, bringIn: crash } };
    const brought = { ...OLD, docId: 'a-paper-record', content: { kind: 'record' as const, record: RECORD, file } };
    await expect(bringInDocument(crashing, clerk, brought)).rejects.toThrow('killed');
    expect((await desk.verify()).map(({ code }) => code)).toEqual(['file-without-row']);
    expect(await repaired()).toEqual(['file-adopted']);
    expect(await desk.verify()).toEqual([]);
    const { row: line } = await desk.deps.register.getNumbered(CITY, 'a-paper-record');
    expect(line).toMatchObject({ symbol: '35/KH-UBND', subject: 'cải cách hành chính', broughtIn: true });
    expect(line.files).toMatchObject([{ role: 'scan', fileName: '35-KH-UBND.pdf' }]);
  });

  test('gives a scan that came later to its record, also where the table has lost the record', async () => {
    const { document } = await bringInDocument(desk.deps, clerk, { ...OLD, docId: 'a-paper-record' });
    const crashing = { ...desk.deps, register: { ...desk.deps.register, addScan: crash } };
    const input = { docId: 'a-paper-record', seen: document, bytes: smallPdf() };
    await expect(bringInFile(crashing, clerk, input)).rejects.toThrow('killed');
    expect(await repaired()).toEqual(['file-adopted']);
    expect(await filesOf('a-paper-record')).toEqual([['scan', '35-KH-UBND.pdf']]);
    expect(await desk.verify()).toEqual([]);

    for (const version of [1, 2]) await lose(auditKey(CITY, 'a-paper-record', version));
    await lose(documentKey(CITY, 'a-paper-record'));
    await lose(rowKey(CITY, 2025, 'ke-hoach', 35));
    expect(await repaired()).toEqual(['file-adopted']);
    expect(await filesOf('a-paper-record')).toEqual([['scan', '35-KH-UBND.pdf']]);
    expect(await desk.verify()).toEqual([]);
  });

  test('writes words that are missing, and only those', async () => {
    const { row: line } = await desk.issued('cải cách hành chính', 'a-letter');
    const search = async (text: string) => (await searchDocuments(desk.deps, clerk, { text })).items.length;
    for (const token of ['cach', 'hanh-chinh']) await lose(wordKey(CITY, token, line.issuedDate, line.docId));
    expect([await search('cách'), await search('"hành chính"'), await search('cải')]).toEqual([0, 0, 1]);
    const done = await repair(desk.deps, desk.inspection);
    expect(done).toEqual([{ what: 'words-restored', organ: CITY, where: 'cong-van/2026: 2' }]);
    expect([await search('cách'), await search('"hành chính"'), await search('cải')]).toEqual([1, 1, 1]);
    expect(await repaired()).toEqual([]);
  });
});
