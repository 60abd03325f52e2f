import { expect, test } from 'vitest';
import { type MetadataSource, metadataOf } from '#exchange/metadata/metadata.ts';
import { metadataXml } from '#exchange/metadata/metadata-xml.ts';
import { entry } from './entries.ts';
import { readXml, said } from './read-xml.ts';

const source = (changes: Partial<MetadataSource> = {}): MetadataSource => ({
  entry: entry(),
  codeNumber: 5,
  codeNotation: 'KH-UBND',
  organName: 'Ủy ban nhân dân phường Bình Long',
  signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Văn A' },
  urgency: 'THƯỢNG KHẨN',
  codes: new Map([
    ['Ủy ban nhân dân phường Bình Long', '000.12.34.H19'],
    ['Các phòng, ban', 'H19.1'],
  ]),
  ...changes,
});

test('has the letter of an older book’s number with it', () => {
  expect(metadataOf(source({ codeSuffix: 'a' })).metadata.CodeNumber).toBe('05a');
});

test('has the names of PL VI, phần II.I, in their order, and nothing else', () => {
  const { metadata, warnings } = metadataOf(source());
  expect(warnings).toEqual([]);
  expect(JSON.stringify(metadata)).toBe(
    JSON.stringify({
      FileCode: { OrganId: '000.12.34.H19', FileCatalog: null, FileNotation: null },
      DocOrdinal: null,
      TypeName: 'Kế hoạch',
      CodeNumber: '05',
      CodeNotation: 'KH-UBND',
      IssuedDate: '2026-01-24',
      OrganName: 'Ủy ban nhân dân phường Bình Long',
      Subject: 'thực hiện cải cách hành chính năm 2026',
      Language: 'Tiếng Việt',
      PageAmount: null,
      Description: null,
      SignerInfo: { Position: 'Chủ tịch', FullName: 'Nguyễn Văn A' },
      To: [
        { OrganId: null, OrganName: 'Thường trực HĐND' },
        { OrganId: 'H19.1', OrganName: 'Các phòng, ban' },
      ],
      Priority: 2,
      IssuedAmount: 30,
      DueDate: null,
    }),
  );
});

test('keeps each value within its field, and says what was longer', () => {
  const long = (max: number) => 'ế'.repeat(max + 1);
  const { metadata, warnings } = metadataOf(
    source({
      entry: entry({
        typeName: long(100),
        subject: long(500),
        to: ['vừa', long(200)],
        issuedAmount: 1000,
        state: 'withdrawn',
        endReason: long(500),
      }),
      codeNotation: long(30),
      organName: long(200),
      signerInfo: { position: long(100), fullName: long(50) },
      codes: new Map([['vừa', '000.000.00.H19']]),
    }),
  );
  expect(metadata.Subject).toBe('ế'.repeat(500));
  expect(metadata.IssuedAmount).toBeNull();
  expect(warnings).toEqual(
    expect.arrayContaining([
      { field: 'IssuedAmount', length: 4, max: 3 },
      { field: 'TypeName', length: 101, max: 100 },
      { field: 'CodeNotation', length: 31, max: 30 },
      { field: 'OrganName', length: 201, max: 200 },
      { field: 'Subject', length: 501, max: 500 },
      { field: 'Description', length: expect.any(Number), max: 500 },
      { field: 'SignerInfo.Position', length: 101, max: 100 },
      { field: 'SignerInfo.FullName', length: 51, max: 50 },
      { field: 'To[1].OrganName', length: 201, max: 200 },
      { field: 'To[0].OrganId', length: 14, max: 13 },
    ]),
  );
  expect(warnings).toHaveLength(10);
});

test.each([
  [undefined, 0],
  ['KHẨN', 1],
  ['THƯỢNG KHẨN', 2],
  ['HOẢ TỐC', 3],
])('writes %s as the priority %i', (urgency, priority) => {
  expect(metadataOf(source({ urgency })).metadata.Priority).toBe(priority);
});

test('says the same as XML, and any text stays text', () => {
  const hostile = ']]><x a="1">&amp;\'\u0000\u202E<!-- --> =1+1';
  const { metadata } = metadataOf(
    source({ entry: entry({ subject: hostile, to: [hostile, 'constructor'] }), signerInfo: undefined }),
  );
  const read = said(readXml(metadataXml(metadata)));
  const shown = hostile.replace('\u0000', '\uFFFD').replace('\u202E', '\uFFFD');
  expect(read).toMatchObject({
    Subject: shown,
    To: [
      { OrganId: '', OrganName: shown },
      { OrganId: '', OrganName: 'constructor' },
    ],
    SignerInfo: { Position: '', FullName: '' },
    Priority: '2',
  });
  expect(Object.keys(read as object)).toEqual(Object.keys(metadata));
});
