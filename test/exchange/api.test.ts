import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  approve,
  codes,
  example,
  issue,
  must,
  office,
  openTestApi,
  type Reply,
  someone,
  type TestApi,
} from '../api/test-api.ts';
import { uploaded } from '../api/uploaded.ts';
import { smallPdf } from '../support/pdf.ts';
import { at, readXml, said } from './read-xml.ts';
import { row, TITLES, workbook } from './workbook.ts';

const ORGAN = 'dong-nai';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const clerk = someone(ORGAN, 'clerk');
let api: TestApi;

beforeAll(async () => {
  api = await openTestApi('2026-06-16T09:00:00+07:00');
});
afterAll(() => api.close());

async function upload(path: string, bytes: Uint8Array, type = XLSX): Promise<Reply> {
  const headers = { authorization: `Bearer ${await api.tokenOf(clerk)}`, 'content-type': type };
  return api.raw(path, { method: 'POST', headers, body: Buffer.from(bytes) });
}

test('takes a list, answers row by row, and prints it as a book', async () => {
  const bytes = await workbook([
    TITLES,
    row('35/KH-UBND', '24/01/2025', 'Kế hoạch cải cách hành chính'),
    row('năm', '24/01/2025', 'Kế hoạch x'),
  ]);
  const checked = await upload('/brought-in/list?check=true', bytes);
  const none = { 'file-added': 0, 'file-would-be-added': 0, unchanged: 0 };
  expect(checked.body.counts).toEqual({ ...none, 'brought-in': 0, 'would-be-brought-in': 1, refused: 1 });
  const done = await upload('/brought-in/list', bytes);
  expect(done.status).toBe(200);
  expect(done.body).toEqual({
    counts: { ...none, 'brought-in': 1, 'would-be-brought-in': 0, refused: 1 },
    skippedSheets: [],
    lines: [
      {
        sheet: 'Trang 1',
        row: 2,
        outcome: 'brought-in',
        outcomeName: 'đã nhập',
        symbol: '35/KH-UBND',
        issuedDate: '2025-01-24',
        blank: null,
        blankName: null,
        file: null,
        errors: [],
        warnings: [],
      },
      {
        sheet: 'Trang 1',
        row: 3,
        outcome: 'refused',
        outcomeName: 'không nhập',
        symbol: null,
        issuedDate: null,
        blank: null,
        blankName: null,
        file: null,
        errors: [
          {
            code: 'CODE_UNREADABLE',
            column: 'Số, ký hiệu',
            message: 'không đọc được số và ký hiệu trong “năm”; cần như 35/KH-UBND',
          },
        ],
        warnings: [],
      },
    ],
    sheets: [
      {
        sheet: 'Trang 1',
        hasHeader: true,
        isHidden: false,
        hiddenColumns: [],
        passedOver: [],
        headerRow: 1,
        columns: expect.arrayContaining([
          { letter: 'A', title: TITLES[0], sample: '35/KH-UBND', field: 'code' },
          { letter: 'H', title: 'Ngày chuyển', sample: '', field: null },
        ]),
      },
    ],
  });
  const again = await upload('/brought-in/list', bytes);
  expect(again.body.counts).toMatchObject({ unchanged: 1, refused: 1 });

  const book = await api.send(clerk, 'GET', '/book?year=2025&format=xlsx');
  expect(book.headers.get('content-disposition')).toContain('So-dang-ky-van-ban-di-2025.xlsx');
  expect((await readSheet(Buffer.from(book.bytes)))[5]?.[0]).toBe('35/KH-UBND');
  const docx = await api.send(clerk, 'GET', '/book?from=2025-01-01&to=2025-06-30&format=docx&volume=2');
  expect([docx.status, docx.headers.get('content-type')]).toEqual([200, expect.stringContaining('wordprocessingml')]);
});

test('reads a book by the columns that a person told, with titles of its own and without any', async () => {
  const sent = async (body: unknown) => api.send(clerk, 'POST', '/brought-in/list?check=true', body);
  const bytes = await workbook(
    [
      ['Sổ công văn đi', null, null, null],
      ['Mã', 'Lúc', 'Về việc gì', 'Ai ký'],
      ['41/KH-UBND', '24/01/2025', 'Kế hoạch phòng cháy', 'Nguyễn Văn An'],
    ],
    [
      ['42/KH-UBND', '25/01/2025', 'Kế hoạch trồng cây'],
      ['43/KH-UBND', '26/01/2025', 'Kế hoạch diễn tập'],
    ],
  );
  const uploadId = await uploaded(api, clerk, bytes, XLSX);
  const asked = await must(sent({ uploadId, columns: [] }), 200);
  expect(asked.body.lines).toEqual([]);
  expect(asked.body.skippedSheets).toEqual(['Trang 1', 'Trang 2']);
  expect(asked.body.sheets[0]).toMatchObject({
    headerRow: 2,
    columns: [{ letter: 'A', title: 'Mã', field: null }, {}, {}, {}],
  });
  const columns = [
    { sheet: 'Trang 1', headerRow: 2, columns: { code: 'A', issuedDate: 'B', subject: 'C', signer: 'D' } },
    { sheet: 'Trang 2', headerRow: 0, columns: { code: 'A', issuedDate: 'B', subject: 'C' } },
  ];
  const { lines, sheets } = (await must(sent({ uploadId, columns }), 200)).body;
  expect(
    lines.map(({ symbol, outcome }: { readonly symbol: string; readonly outcome: string }) => [symbol, outcome]),
  ).toEqual(['41/KH-UBND', '42/KH-UBND', '43/KH-UBND'].map((symbol) => [symbol, 'would-be-brought-in']));
  expect(sheets[1].columns[2]).toMatchObject({ letter: 'C', field: 'subject', sample: 'Kế hoạch trồng cây' });
  const refused = await sent({ uploadId, columns: [{ ...columns[0], columns: { code: 'a1' } }] });
  expect([refused.status, (await sent({ uploadId })).body.code]).toEqual([422, 'list-unreadable']);
});

test('finds the documents of scans by the names of their files, and says why where it finds none', async () => {
  const rows = [
    row('51/KH-UBND', '24/01/2025', 'Kế hoạch một'),
    row('51/BC-UBND', '24/01/2025', 'Báo cáo một'),
    row('52/KH-UBND', '24/01/2025', 'Kế hoạch hai'),
  ];
  await must(upload('/brought-in/list', await workbook([TITLES, ...rows])), 200);
  const names = ['51-KH-UBND.pdf', '51.pdf', '52-kh-ubnd-2025.pdf', '52-KH-UBND-2024.pdf', 'scan.pdf'];
  const ask = () => api.send(clerk, 'POST', '/brought-in/scans/match', { year: 2025, names });
  const { items } = (await must(ask(), 200)).body;
  const told = (all: typeof items) =>
    all.map((one: { readonly outcome: string; readonly documents: readonly { readonly symbol: string }[] }) => [
      one.outcome,
      ...one.documents.map(({ symbol }) => symbol),
    ]);
  expect(told(items)).toEqual([
    ['found', '51/KH-UBND'],
    ['several', '51/KH-UBND', '51/BC-UBND'],
    ['found', '52/KH-UBND'],
    ['not-found'],
    ['unreadable'],
  ]);
  const [{ docId, etag }] = items[0].documents;
  const scan = { uploadId: await uploaded(api, clerk, smallPdf('51'), 'application/pdf') };
  await must(api.send(clerk, 'PUT', `/documents/${docId}/scan`, scan, { 'if-match': etag }), 200);
  expect(told((await must(ask(), 200)).body.items)[0]).toEqual(['has-file', '51/KH-UBND']);
});

test('hands out metadata and an edXML package of what was issued', async () => {
  const data = await example('cong-van-thanh-pho-2026');
  const { drafter } = office(ORGAN);
  await must(issue(api, clerk, await approve(api, data, 'van-ban-di')), 200);
  const path = '/issued/dong-nai/van-ban-di/metadata';
  const json = await must(api.send(drafter, 'GET', path), 200);
  expect(json.body).toMatchObject({
    metadata: { TypeName: 'Công văn', CodeNumber: '01', Subject: data.subject, FileCode: { OrganId: null } },
    warnings: [],
  });
  const xml = await must(api.send(drafter, 'GET', `${path}?format=xml`), 200);
  expect(xml.headers.get('content-type')).toBe('application/xml');
  expect(said(readXml(new TextDecoder().decode(xml.bytes)))).toMatchObject({ Subject: data.subject, CodeNumber: '01' });

  const settings = { schema: 'ExchangeSettings@1', organCode: '000.00.00.H19' };
  const packed = await must(api.send(clerk, 'POST', '/documents/van-ban-di/edxml', settings), 200);
  expect(packed.headers.get('content-disposition')).toMatch(/Goi-edXML-01-UBND-/);
  const root = readXml(new TextDecoder().decode(packed.bytes));
  expect(at(root, 'edXMLEnvelope', 'edXMLHeader', 'MessageHeader', 'Subject')[0]?.text).toBe(data.subject);
  const wrong = await api.send(clerk, 'POST', '/documents/van-ban-di/edxml', { ...settings, organCode: '<x>', z: 1 });
  expect([wrong.status, codes(wrong).length]).toEqual([422, 2]);
  expect((await api.send(clerk, 'GET', '/issued/dong-nai/khong-co/metadata')).status).toBe(404);
});

test('says why a list is not read', async () => {
  const broken = await upload('/brought-in/list', new TextEncoder().encode('a,b,c'));
  expect([broken.status, broken.body.code]).toEqual([422, 'list-unreadable']);
  expect(broken.body.detail).toBe(
    'Không nhập được danh sách: tệp không phải .xlsx; hãy mở bằng Excel rồi lưu lại kiểu “Excel Workbook (.xlsx)”.',
  );
  const large = await upload('/brought-in/list', new Uint8Array(10 * 1024 * 1024 + 1));
  expect(large.status).toBe(413);
  const other = await upload('/brought-in/list', new Uint8Array(), 'text/csv');
  expect([other.status, other.body.code]).toEqual([415, 'unsupported-media-type']);
});

test.each([
  '/book?format=xlsx',
  '/book?year=2026',
  '/book?year=2026&from=2026-01-01&format=xlsx',
  '/book?from=2026-01-01&format=xlsx',
  '/book?from=2026-02-30&to=2026-03-01&format=xlsx',
  '/book?from=2026-03-01&to=2026-02-01&format=xlsx',
  '/book?year=2026&format=pdf',
  '/book?year=2026&format=xlsx&organ=phuong-binh-long',
  '/book?year=2026&format=xlsx&series=khong-co',
])('refuses %s', async (path) => {
  const { status, body } = await api.send(clerk, 'GET', path);
  expect(status).toBe(422);
  expect(`${body.detail}${JSON.stringify(body.errors)}`).toMatch(/\p{L}/u);
});

test('takes a number of an older book without a document, says it among the others, and frees it with a reason', async () => {
  const path = '/series/2025/so-cu-QuyetDinh/blanks';
  const body = { codeNumber: 12, codeSuffix: 'a', kind: 'cancelled', codeNotation: 'QĐ-UBND', note: 'không ký' };
  const put = await api.send(clerk, 'POST', path, body);
  expect([put.status, put.body.symbol, put.body.kindName]).toEqual([201, '12a/QĐ-UBND', 'số bị hủy']);
  expect((await api.send(clerk, 'GET', path)).body.items).toEqual([put.body]);
  const other = await api.send(clerk, 'POST', path, { ...body, kind: 'empty' });
  expect([other.status, other.body.code]).toEqual([409, 'number-blank']);
  const dropped = await api.send(clerk, 'POST', `${path}/drop`, {
    codeNumber: 12,
    codeSuffix: 'a',
    reason: 'có hồ sơ',
  });
  expect(dropped.status).toBe(200);
  expect((await api.send(clerk, 'GET', path)).body.items).toEqual([]);
});
