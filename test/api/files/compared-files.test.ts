import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCX, PDF } from '#base/content-types.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { openConverter } from '#pdf/convert.ts';
import { docxParts, p, zipDocx } from '../../read/support/make-docx.ts';
import { approve, example, issue, must, office, openTestApi, type TestApi } from '../test-api.ts';

const ORGAN = 'phuong-binh-long';
const { clerk, drafter } = office(ORGAN);
let api: TestApi;
let path: string;
let issued: ReadonlyMap<string, string>;
let issuedBytes: Uint8Array;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  const approved = await approve(api, await example('ke-hoach-phuong-2026'), 'da-duyet');
  path = approved.path;
  const { body } = await must(issue(api, clerk, approved), 200);
  issuedBytes = (await must(api.send(clerk, 'GET', body.files[0].href), 200)).bytes;
  issued = readOwnZip(issuedBytes);
});
afterAll(() => api.close());

/** Sends a file ahead as the clerk: the id of the upload. */
async function sentAhead(bytes: Uint8Array, contentType = DOCX): Promise<string> {
  const announced = { size: bytes.length, sha256: sha256Hex(bytes), contentType };
  const { body } = await must(api.send(clerk, 'POST', '/uploads', announced), 201);
  const authorization = `Bearer ${await api.tokenOf(clerk)}`;
  const put = { method: 'PUT', headers: { ...body.headers, authorization }, body: Buffer.from(bytes) };
  await must(api.raw(body.url, put), 204);
  return body.uploadId;
}

async function compared(bytes: Uint8Array, contentType = DOCX) {
  const uploadId = await sentAhead(bytes, contentType);
  return (await must(api.send(clerk, 'POST', `${path}/compared-file`, { uploadId }), 200)).body;
}

/** The issued file, typed over. */
function edited(from: string, to: string): Uint8Array {
  const xml = issued.get('word/document.xml') ?? '';
  expect(xml).toContain(from);
  return zipDocx({ ...Object.fromEntries(issued), 'word/document.xml': xml.replace(from, to) });
}

test('the issued file printed to a PDF says the same', async () => {
  const pdf = await openConverter({ searchPath: process.env['PATH'] })(issuedBytes);
  expect(await compared(pdf, PDF)).toMatchObject({
    verdict: 'same',
    message: 'Chữ trong tệp giống văn bản đã duyệt.',
    differences: [],
  });
});

test('a word typed over, taken away or added is told with its page, its place and the words before', async () => {
  const changed = await compared(edited('phù hợp với từng nhóm đối tượng', 'sát với từng nhóm đối tượng'));
  expect(changed).toMatchObject({
    verdict: 'differs',
    message: expect.stringContaining('khác văn bản đã duyệt ở 1 chỗ'),
    differences: [{ was: 'phù hợp', now: 'sát', place: 'nội dung', page: 1 }],
  });
  expect(changed.differences[0].message).toMatch(
    /^Trang 1, nội dung, sau “… .+”: đã duyệt “phù hợp”, trong tệp “sát”\.$/u,
  );
  const [gone] = (await compared(edited('- Sở Nội vụ tỉnh Đồng Nai;', ''))).differences;
  expect(gone).toMatchObject({ was: expect.stringContaining('Sở Nội vụ'), now: '', place: 'nơi nhận' });
  const [more] = (await compared(edited('- Lưu: VT.', '- Lưu: VT, NC.'))).differences;
  expect(more).toMatchObject({ was: '', now: ', NC' });
  expect(more.message).toContain('tệp thêm “, NC”');
});

test('a figure in a table and a number are told too', async () => {
  const code = await compared(edited('Số: 01/KH-UBND', 'Số: 10/KH-UBND'));
  expect(code.differences).toMatchObject([{ was: '01', now: '10', place: 'số, ký hiệu' }]);
  const date = await compared(edited('Mỗi tháng ít nhất 4 bản tin', 'Mỗi tháng ít nhất 5 bản tin'));
  expect(date.differences).toMatchObject([{ was: '4', now: '5', place: 'phụ lục' }]);
});

test('a scan has nothing to compare, and another document is named as such', async () => {
  const scan = await PDFDocument.create();
  scan.addPage();
  expect(await compared(await scan.save(), PDF)).toMatchObject({
    verdict: 'no-text',
    message: 'Tệp là ảnh quét, không có lớp chữ để so; hãy đọc đối chiếu bằng mắt.',
  });
  const other = zipDocx(docxParts({ body: p('Giấy mời họp tổ dân phố tháng Tư, mời ông bà đến dự đông đủ.') }));
  expect(await compared(other)).toMatchObject({ verdict: 'another', differences: [] });
});

test('the signed file of an issued document is compared whenever it is asked for', async () => {
  const pdf = await openConverter({ searchPath: process.env['PATH'] })(edited('- Lưu: VT.', '- Lưu: VT, NC.'));
  const shown = await must(api.send(clerk, 'GET', path), 200);
  const signed = { uploadId: await sentAhead(pdf, PDF) };
  const { body } = await must(api.send(clerk, 'PUT', `${path}/signed`, signed, { 'if-match': shown.etag }), 200);
  const { fileId } = body.files.find(({ role }: { readonly role: string }) => role === 'signed');
  const found = await must(api.send(drafter, 'GET', `${path}/files/${fileId}/comparison`), 200);
  expect(found.body).toMatchObject({ verdict: 'differs', differences: [{ now: ', NC' }] });
  await must(api.send(drafter, 'GET', `${path}/files/khong-co/comparison`), 404);
});
