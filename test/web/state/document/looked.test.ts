import { expect, test } from 'vitest';
import { lookedLine } from '../../../../web/src/state/document/looked.ts';

const names = new Map([['binh', 'Trần Thị Bình']]);
const files = [{ fileId: 'van-ban', fileName: '35-KH-UBND.docx' }];
const at = '2026-03-16T02:12:00.000Z';

test('says who read a document and who took which file; people of other offices have no name here', () => {
  expect(lookedLine({ kind: 'view', actor: 'binh', at }, names, files)).toBe(
    '09:12 ngày 16/03/2026: Trần Thị Bình đọc.',
  );
  expect(lookedLine({ kind: 'download', actor: 'x', at, fileId: 'van-ban' }, names, files)).toBe(
    '09:12 ngày 16/03/2026: người của cơ quan khác tải 35-KH-UBND.docx.',
  );
});
