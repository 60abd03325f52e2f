import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NumberedDocument } from '#register/register.ts';
import { auditKey, documentKey } from '#register/table/keys/document-keys.ts';
import type { ItemKey } from '#register/table/keys/key-parts.ts';
import { officeKey } from '#register/table/keys/organ-keys.ts';
import { rowKey } from '#register/table/keys/row-keys.ts';
import { counterKey } from '#register/table/keys/series-keys.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { addSignedFile } from '#usecases/issuing/add-signed-file.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { downloadFile } from '#usecases/search/download-file.ts';
import { repair } from '#usecases/upkeep/repair.ts';
import { CITY, type Desk, letter, openDesk, PEOPLE } from '../support/desk.ts';
import { smallPdf } from '../support/pdf.ts';

let desk: Desk;
let issued: NumberedDocument;
beforeEach(async () => {
  desk = await openDesk();
  await desk.issued('Văn bản thứ nhất');
  issued = await desk.issued('Văn bản thứ hai', 'the-second');
  await desk.issued('Văn bản thứ ba');
});
afterEach(() => desk.stop());

const SERIES = [CITY, 2026, 'cong-van'] as const;

const change = (key: ItemKey, name: string, value: unknown) => desk.table.change(key, { [name]: value });
const lose = async (key: ItemKey) => desk.table.remove(key);
const placeOf = (key: string) => join(desk.dir, 'files', `${key}@`);

async function rewrite(path: string, edit: (bytes: Buffer) => void) {
  const bytes = await readFile(path);
  edit(bytes);
  await chmod(path, 0o644);
  await writeFile(path, bytes);
}

/** Changes one bit of one byte: the one given, or that in the middle. */
const flip = (at?: number) => (bytes: Buffer) => {
  bytes[at ?? bytes.length >> 1]! ^= 1;
};

const fileKey = () => issued.row.files[0]!.key;

/** One thing broken, and what is said of it. */
const broken: [what: string, breakIt: () => Promise<unknown>, violations: string[]][] = [
  [
    'a row that is gone',
    () => lose(rowKey(...SERIES, 2)),
    ['I1 number-missing', 'I2 document-without-row', 'I5 chain-differs', 'I4 file-without-row'],
  ],
  ['a counter that fell back', () => change(counterKey(...SERIES), 'seq', 2), ['I1 row-beyond-counter']],
  ['a counter that ran ahead', () => change(counterKey(...SERIES), 'seq', 4), ['I1 number-missing']],
  ['a counter that is gone', () => lose(counterKey(...SERIES)), ['I1 no-counter']],
  [
    'a day before the day before',
    () => change(rowKey(...SERIES, 2), 'issuedDate', '2026-06-20'),
    ['I1 day-goes-back', 'I2 row-differs', 'I8 keys-differ', 'I8 words-missing'],
  ],
  [
    'a row of another document',
    () => change(rowKey(...SERIES, 2), 'docId', 'no-such'),
    ['I2 row-without-document', 'I2 document-without-row', 'I4 file-without-row'],
  ],
  [
    'a document with another number',
    () => change(documentKey(CITY, 'the-second'), 'codeNumber', 9),
    ['I2 row-differs', 'I2 document-without-row', 'I5 chain-differs', 'I4 file-without-row'],
  ],
  ['a file with one bit changed', () => rewrite(join(placeOf(fileKey()), 'content'), flip()), ['I3 file-damaged']],
  ['a file that is gone', () => rm(placeOf(fileKey()), { recursive: true }), ['I3 file-missing']],
  [
    'a file and its record changed together',
    async () => {
      await rewrite(join(placeOf(fileKey()), 'content'), flip(0));
      await rm(join(placeOf(fileKey()), 'object.json'));
    },
    ['I3 file-missing'],
  ],
  [
    'a hash changed in the row',
    () => change(rowKey(...SERIES, 2), 'files', [{ ...issued.row.files[0], sha256: '0'.repeat(64) }]),
    ['I3 file-damaged', 'I5 chain-differs'],
  ],
  [
    'a file that nobody issued',
    () =>
      desk.deps.store.put(`issued/${CITY}/the-second/other`, Buffer.from('x'), {
        contentType: 'text/plain',
        ifAbsent: true,
      }),
    ['I4 file-without-row'],
  ],
  [
    'an event that was changed',
    () => change(auditKey(CITY, 'the-second', 3), 'actor', 'somebody-else'),
    ['I5 chain-broken', 'I8 facts-differ'],
  ],
  [
    'a state that no event made',
    () => change(documentKey(CITY, 'the-second'), 'state', 'withdrawn'),
    ['I5 chain-differs', 'I8 keys-differ'],
  ],
  [
    'how an office works, where no schema reads it',
    async () => {
      const { deps } = desk;
      await deps.register.putOffice({
        organ: CITY,
        ownDraftAllowed: true,
        rev: null,
        actor: 'a',
        at: deps.clock.now(),
      });
      await change(officeKey(CITY), 'ownDraftAllowed', 'perhaps');
    },
    ['I2 broken-item'],
  ],
  ['an item that cannot be read', () => change(documentKey(CITY, 'the-second'), 'rev', 'x'), ['I2 broken-item']],
];

describe('verify', () => {
  test('finds nothing in a register that is whole', async () => {
    expect(await desk.verify()).toEqual([]);
  });

  test.each(broken)('names %s', async (_what, breakIt, violations) => {
    await breakIt();
    const found = await desk.verify().catch((error: Error) => [{ invariant: error.name, code: error.message }]);
    expect([...new Set(found.map(({ invariant, code }) => `${invariant} ${code}`))].sort()).toEqual(
      [...new Set(violations)].sort(),
    );
  });

  test('names a number that was never finished, five minutes on', async () => {
    const document = await desk.approved('Dở dang');
    const { deps } = desk;
    const lost = { ...deps, store: { ...deps.store, put: () => Promise.reject(new Error('disk full')) } };
    const { issueDocument } = await import('#usecases/issuing/issue-document.ts');
    await expect(
      issueDocument(lost, PEOPLE.clerk, { docId: document.docId, seen: document, signatureConfirmed: true }),
    ).rejects.toThrow('disk full');
    expect(await desk.verify()).toEqual([]);
    desk.calendar.moveTo('2026-06-15T09:06:00+07:00');
    expect((await desk.verify()).map(({ code }) => code)).toEqual(['never-finished']);
    expect((await repair(deps, desk.inspection)).map(({ what }) => what)).toEqual(['issue-finished']);
    expect(await desk.verify()).toEqual([]);
  });
});

test('a file with one bit changed is never served', async () => {
  await rewrite(join(placeOf(fileKey()), 'content'), flip(3));
  const { fileId } = issued.row.files[0]!;
  await expect(
    downloadFile(desk.deps, PEOPLE.clerk, { organ: CITY, docId: 'the-second', fileId }),
  ).rejects.toMatchObject({
    code: 'integrity-mismatch',
  });
});

describe('repair', () => {
  const codes = async () => (await desk.verify()).map(({ code }) => code);
  const repaired = async () => (await repair(desk.deps, desk.inspection)).map(({ what }) => what);

  test('lets a counter follow its rows, so that no number is given twice', async () => {
    await change(counterKey(...SERIES), 'seq', 1);
    expect(await repaired()).toEqual(['counter-raised']);
    expect(await desk.verify()).toEqual([]);
    expect((await desk.issued('Văn bản thứ tư')).row.codeNumber).toBe(4);
  });

  test('makes a counter that is gone', async () => {
    await lose(counterKey(...SERIES));
    await repaired();
    expect(await desk.deps.register.getSeries(...SERIES)).toMatchObject({ start: 1, seq: 3, open: true });
  });

  test('gives an issued file back its number, document and row when the table has lost them all', async () => {
    for (const version of [1, 2, 3, 4, 5]) await lose(auditKey(CITY, 'the-second', version));
    await lose(documentKey(CITY, 'the-second'));
    await lose(rowKey(...SERIES, 2));
    expect(await codes()).toContain('number-missing');
    expect(await repaired()).toContain('file-adopted');
    expect(await desk.verify()).toEqual([]);
    const again = await desk.deps.register.findInOwnSeries(...SERIES, 2);
    expect(again?.row.files).toEqual(issued.row.files);
    expect(again?.document).toMatchObject({ state: 'issued', docId: 'the-second', symbol: issued.row.symbol });
  });

  test('gives a number back that is newer than the table', async () => {
    // As a table that was restored to a moment before the last issue: the file is there, the table knows the approved document.
    const document = await desk.approved('Ban hành sau bản sao lưu', 'after-the-backup');
    const { table, dir } = desk;
    const before = {
      document: await desk.inspection.document(CITY, document.docId),
      counter: await desk.deps.register.getSeries(...SERIES),
    };
    const { row } = await desk.issue(document);
    for (const version of [4, 5]) await lose(auditKey(CITY, document.docId, version));
    await lose(rowKey(...SERIES, row.codeNumber));
    for (const [name, value] of Object.entries(before.document.document!))
      await change(documentKey(CITY, document.docId), name, value);
    await table.change(documentKey(CITY, document.docId), {}, ['codeNumber', 'issuedDate', 'year', 'symbol']);
    await change(counterKey(...SERIES), 'seq', before.counter!.seq);
    expect(dir).toBe(table.dir);
    expect(await repaired()).toEqual(expect.arrayContaining(['file-adopted', 'counter-raised']));
    expect(await desk.verify()).toEqual([]);
    expect((await desk.issued('Số kế tiếp')).row.codeNumber).toBe(row.codeNumber + 1);
  });

  test('takes up a signed file and a bringing in that a crash left half done', async () => {
    const { deps } = desk;
    const crash = () => Promise.reject(new Error('killed'));
    const crashing = { ...deps, register: { ...deps.register, addSigned: crash, bringIn: crash } };
    const seen = issued.document;
    const added = addSignedFile(crashing, PEOPLE.clerk, { docId: 'the-second', seen, bytes: smallPdf() });
    await expect(added).rejects.toThrow('killed');
    const old = { codeNumber: 7, issuedDate: '2025-03-04', content: { kind: 'data' as const, data: letterOf2025() } };
    await expect(bringInDocument(crashing, PEOPLE.clerk, old)).rejects.toThrow('killed');
    expect(await codes()).toEqual(['file-without-row', 'file-without-row']);
    expect(await repaired()).toEqual(['file-adopted', 'file-adopted']);
    expect(await desk.verify()).toEqual([]);
    expect((await deps.register.findInOwnSeries(CITY, 2025, 'cong-van', 7))?.row.broughtIn).toBe(true);
    expect((await deps.register.getNumbered(CITY, 'the-second')).row.files.map(({ role }) => role)).toEqual([
      'rendered',
      'signed',
    ]);
  });

  test('changes nothing in a register that is whole, and deletes nothing in a broken one', async () => {
    await withdrawDocument(desk.deps, PEOPLE.clerk, { docId: 'the-second', seen: issued.document, reason: 'Nhầm' });
    expect(await repaired()).toEqual([]);
    await rm(placeOf(fileKey()), { recursive: true });
    expect(await repaired()).toEqual([]);
    expect(await codes()).toEqual(['file-missing']);
  });
});

function letterOf2025() {
  return { ...letter('Văn bản năm trước'), signer: { authority: [{ position: 'Chủ tịch' }] } };
}
