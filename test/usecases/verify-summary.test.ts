import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordPuts } from '#register/search/search-tokens.ts';
import { documentKey } from '#register/table/keys/document-keys.ts';
import type { ItemKey } from '#register/table/keys/key-parts.ts';
import { profileKey } from '#register/table/keys/organ-keys.ts';
import { rowKey } from '#register/table/keys/row-keys.ts';
import { counterKey, symbolClaimKey } from '#register/table/keys/series-keys.ts';
import type { StoredItem } from '#register/table/table.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { sendDocument } from '#usecases/sending/send-document.ts';
import { repair } from '#usecases/upkeep/repair.ts';
import { CITY, type Desk, openDesk, PEOPLE } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.issued('Văn bản thứ nhất');
  await desk.issued('Cải cách hành chính', 'the-second');
});
afterAll(() => desk.stop());

const SERIES = [CITY, 2026, 'cong-van'] as const;
const row = rowKey(...SERIES, 2);
const document = documentKey(CITY, 'the-second');

/** Changes one attribute, looks, and puts back what stood. */
async function said(key: ItemKey, change: StoredItem): Promise<string[]> {
  const before = (await desk.table.table.get(key)) ?? {};
  await desk.table.change(key, change);
  const found = (await desk.verify()).map(({ code, what = '' }) => `${code} ${what}`.trim());
  const names = Object.keys(change);
  const absent = names.filter((name) => before[name] === undefined);
  await desk.table.change(key, Object.fromEntries(names.map((name) => [name, before[name]])), absent);
  return [...new Set(found)].sort();
}

test('a register that is whole says nothing', async () => {
  expect(await desk.verify()).toEqual([]);
});

describe('one field that was changed in the table is named', () => {
  const other = { position: 'Chủ tịch', fullName: 'Người khác' };
  test.each<[what: string, key: ItemKey, change: StoredItem, violations: string[]]>([
    [
      'the subject of the row',
      row,
      { subject: 'Khác' },
      ['facts-differ subject', 'keys-differ subjectFolded', 'words-missing 2'],
    ],
    ['the subject of the document', document, { subject: 'Khác' }, ['facts-differ subject']],
    ['the folded subject of the row', row, { subjectFolded: 'khac' }, ['keys-differ subjectFolded']],
    ['the signer of the row', row, { signerInfo: other }, ['facts-differ signerInfo']],
    ['the signer of the document', document, { signerInfo: other }, ['facts-differ signerInfo']],
    ['recipients', row, { to: ['Sở Khác'] }, ['facts-differ to']],
    ['the organ’s name', row, { organName: 'UBND nơi khác' }, ['facts-differ organName']],
    ['the type', document, { typeName: 'Kế hoạch' }, ['facts-differ typeName']],
    ['the unit that keeps it', row, { archivedAt: 'Nơi khác' }, ['facts-differ archivedAt']],
    ['the symbol key of the row', row, { symbolKey: '9/UBND-HCC' }, ['facts-differ symbolKey', 'keys-differ symbolPK']],
    ['its place in the index by symbol', row, { symbolPK: 'SYM#9/UBND-HCC' }, ['keys-differ symbolPK']],
    ['its place in the index by day', row, { dateSK: '2026-01-01#0000002#cong-van' }, ['keys-differ dateSK']],
    [
      'the place of the document in the index by state',
      document,
      { statePK: `A#${CITY}#S#draft` },
      ['keys-differ statePK'],
    ],
    ['the drafter', document, { drafterId: 'somebody-else' }, ['facts-differ drafterId']],
    ['the signer’s id', document, { signerId: 'somebody-else' }, ['facts-differ signerId']],
    [
      'the pointer to the frozen document',
      document,
      { frozen: { key: 'drafts/x/y/z.json', sha256: '0'.repeat(64), size: 1 } },
      ['facts-differ frozen', 'frozen-missing drafts/x/y/z.json'],
    ],
    ['when the number was given', row, { numberedAt: '2026-06-15T01:00:00.000Z' }, ['facts-differ numberedAt']],
    ['files, taken from the row', row, { files: [] }, ['chain-differs files', 'file-without-row', 'no-file']],
    ['that a series takes numbers', counterKey(...SERIES), { open: false }, ['open-differs']],
    [
      'the day of the last number',
      counterKey(...SERIES),
      { lastIssuedOn: '2026-12-31' },
      ['last-day-differs 2026-12-31'],
    ],
    [
      'the series of a symbol',
      symbolClaimKey(CITY, 2026, 'UBND-HCC'),
      { series: 'ke-hoach' },
      ['claim-differs 02/UBND-HCC', 'seal-broken K#UBND-HCC'],
    ],
    ['a profile, emptied', profileKey(CITY, '2026-04-30'), { profile: '{}' }, ['profile-broken']],
    ['a profile of another organ', profileKey(CITY, '2026-04-30'), { profile: 'null' }, ['profile-broken']],
  ])('%s', async (_, key, change, violations) => {
    const found = await said(key, change);
    for (const violation of violations) expect(found).toContainEqual(expect.stringContaining(violation));
    expect(found).toHaveLength(violations.length);
  });
});

test('a word that leads to another number is told, and repair’s to write again', async () => {
  const found = await desk.deps.register.getNumbered(CITY, 'the-second');
  const [{ PK, SK } = { PK: '', SK: '' }] = wordPuts(found.row);
  await desk.table.change({ PK, SK }, { codeNumber: 1 });
  expect(await desk.verify()).toMatchObject([{ code: 'words-missing', what: '1' }]);
  expect((await repair(desk.deps, desk.inspection)).map(({ what }) => what)).toEqual(['words-restored']);
  expect(await desk.verify()).toEqual([]);
});

test('words that are gone are counted, and repair’s to write again', async () => {
  const found = await desk.deps.register.getNumbered(CITY, 'the-second');
  for (const { PK, SK } of wordPuts(found.row).slice(0, 2)) desk.table.remove({ PK, SK });
  expect(await desk.verify()).toMatchObject([{ code: 'words-missing', what: '2' }]);
  expect((await repair(desk.deps, desk.inspection)).map(({ what }) => what)).toEqual(['words-restored']);
  expect(await desk.verify()).toEqual([]);
});

test('a reason or a day of sending that the document lacks, or has otherwise, is named', async () => {
  const { document: seen } = await desk.issued('Gửi rồi thu hồi', 'the-third');
  const third = documentKey(CITY, 'the-third');
  const recipients = [{ name: 'Sở Nội vụ', way: 'post' as const }];
  const sent = await sendDocument(desk.deps, PEOPLE.clerk, { docId: 'the-third', seen, recipients });
  expect(await said(third, { sent: { ...sent.sent, firstDay: '2026-01-02' } })).toEqual(['chain-differs sending']);
  await withdrawDocument(desk.deps, PEOPLE.clerk, { docId: 'the-third', seen: sent, reason: 'Nhầm' });
  expect(await desk.verify()).toEqual([]);
  expect(await said(third, { endReason: 'Khác' })).toEqual(['facts-differ endReason']);
  await desk.table.change(third, {}, ['endReason']);
  expect((await desk.verify()).map(({ code, what }) => [code, what])).toEqual([['facts-differ', 'endReason']]);
});
