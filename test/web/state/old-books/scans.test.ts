import { expect, test } from 'vitest';
import { changedRecord, isOldRecord, recordForm } from '../../../../web/src/state/old-books/correct-record.ts';
import { openScans, readyScans, type Scan, scanCounts, scansOf } from '../../../../web/src/state/old-books/scans.ts';
import { officeDocument } from '../../support/office-document.ts';

const file = (name: string) => new File(['%PDF'], name);
const document = (docId: string) => ({
  docId,
  etag: '"v1-r1"',
  symbol: '35/KH-UBND',
  issuedDate: '2025-01-24',
  typeName: 'Kế hoạch',
  subject: 'x',
});
const scan = (key: string, outcome: Scan['outcome'], ...docIds: readonly string[]): Scan => ({
  key,
  file: file(key),
  outcome,
  documents: docIds.map(document),
});

test('takes the PDFs and .docx of a folder by name, 2 before 10, and names what is neither', () => {
  const { scans, others } = scansOf(['10.pdf', '2.PDF', 'anh.jpg', 'Thumbs.db', '.DS_Store', 'a.docx'].map(file));
  expect(scans.map(({ name }) => name)).toEqual(['2.PDF', '10.pdf', 'a.docx']);
  expect(others).toEqual(['anh.jpg']);
});

test('a document takes one scan; what is not known waits for a number', () => {
  const all = [
    scan('1', 'found', 'a'),
    scan('2', 'found', 'a'),
    scan('3', 'several', 'a', 'b'),
    scan('4', 'unreadable'),
    scan('5', 'has-file', 'c'),
  ];
  expect(readyScans(all).map(({ key }) => key)).toEqual(['1']);
  expect(openScans(all).map(({ key }) => key)).toEqual(['3', '4']);
  expect(scanCounts(all)).toBe(
    '2 khớp, chưa thêm; 1 tên khớp nhiều văn bản; 1 văn bản đã có tệp; 1 tên tệp không có số',
  );
});

test('a correction names what changed alone, and empties nothing', () => {
  const own = officeDocument({
    state: 'issued',
    subject: 'cải cách',
    issuedDate: '2025-01-24',
    signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Văn An' },
    to: ['Sở Nội vụ'],
  });
  const before = recordForm(own);
  expect(changedRecord(before, before)).toEqual({});
  expect(changedRecord(before, { ...before, subject: ' ' })).toEqual({});
  const form = { ...before, fullName: 'Nguyễn Vân Á', to: 'Sở Nội vụ\n\nSở Y tế ', issuedAmount: '12' };
  expect(changedRecord(before, form)).toEqual({
    signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Vân Á' },
    to: ['Sở Nội vụ', 'Sở Y tế'],
    issuedAmount: 12,
  });
});

test('only a line of an older book without data is mended by its paper', () => {
  const own = officeDocument({ state: 'issued', broughtIn: true });
  expect(isOldRecord({ own, data: null })).toBe(true);
  expect(isOldRecord({ own, data: {} })).toBe(false);
  expect(isOldRecord({ own: officeDocument({ state: 'issued' }), data: null })).toBe(false);
});
