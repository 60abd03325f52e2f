import { expect, test } from 'vitest';
import { linksOf, oldOnes } from '../../../../web/src/state/document/links.ts';
import { officeDocument } from '../../support/office-document.ts';

test('a document leads to what it replaces and to what it cites by number', () => {
  const data = {
    bases: [
      { cites: { typeName: 'Nghị định', code: '30/2020/NĐ-CP' } },
      { cites: { typeName: 'Luật' } },
      { text: 'Xét đề nghị' },
    ],
  };
  expect(linksOf(officeDocument({ replaces: ['cu'] }), data)).toEqual([
    { how: 'Thay thế', text: 'Mở văn bản ấy', href: '/van-ban/p/cu' },
    { how: 'Căn cứ', text: 'Nghị định số 30/2020/NĐ-CP', href: '/tra-cuu?tim=30%2F2020%2FN%C4%90-CP' },
  ]);
  expect(linksOf(officeDocument(), null)).toEqual([]);
});

test('a document leads to what cites it, and names what it replaces where that may be seen', () => {
  const document = officeDocument({ state: 'issued', replaces: ['cu', 'khong-thay-duoc'] });
  const citing = officeDocument({ docId: 'moi', typeName: 'Kế hoạch', symbol: '02/KH-UBND', subject: 'tuyên truyền' });
  const links = linksOf(document, null, { symbols: new Map([['cu', '01/KH-UBND']]), citedBy: [citing] });
  expect(links.map(({ how, text }) => `${how}: ${text}`)).toEqual([
    'Thay thế: 01/KH-UBND',
    'Thay thế: Mở văn bản ấy',
    'Được viện dẫn tại: Kế hoạch số 02/KH-UBND tuyên truyền',
  ]);
});

test('a document leads to those of an organ that was taken over, and theirs lead to it', () => {
  const link = { docId: 'cu', symbol: '35/KH-UBND', issuedDate: '2025-01-20' };
  const replacing = officeDocument({ predecessorLinks: [{ ...link, organ: 'xa-cu', kind: 'replaces' }] });
  expect(linksOf(replacing, null)).toEqual([
    { how: 'Thay thế', text: '35/KH-UBND ngày 20/01/2025', href: '/van-ban/xa-cu/cu' },
  ]);
  const amended = officeDocument({ successorLinks: [{ ...link, organ: 'p', docId: 'moi', kind: 'amends' }] });
  expect(linksOf(amended, null)).toMatchObject([{ how: 'Được sửa đổi, bổ sung bởi', href: '/van-ban/p/moi' }]);
});

test('documents of two organs with one number are told apart by organ and day; one’s own are none of them', () => {
  const document = officeDocument({ state: 'issued', symbol: '35/KH-UBND', subject: 'tuyên truyền' });
  const old = (organ: string, organName: string, issuedDate: string) => ({
    document: { ...document, organ, organName, issuedDate },
  });
  const found = [old('xa-a', 'UBND xã A', '2025-01-20'), old('xa-b', 'UBND xã B', '2025-01-21'), { document }];
  expect(oldOnes('p', found).map(({ text }) => text)).toEqual([
    '35/KH-UBND ngày 20/01/2025, UBND xã A: tuyên truyền',
    '35/KH-UBND ngày 21/01/2025, UBND xã B: tuyên truyền',
  ]);
});
