import { expect, test } from 'vitest';
import { linksOf } from '../../../../web/src/state/document/links.ts';
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
