import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallPdf } from '../../support/pdf.ts';
import { must, office, openTestApi, type Reply, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { clerk, drafter } = office(OWN);
const admin = someone(OWN, 'admin');
const pdf = smallPdf();

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  const { items } = (await must(api.send(admin, 'GET', '/profiles'), 200)).body;
  const { profile, validFrom, rev } = items.at(-1);
  const series = [
    { name: 'chung', types: ['QuyetDinh', 'BaoCao', 'ThongBao', 'QuyTrinh'] },
    { name: 'quy-pham', types: ['QuyetDinhQppl'] },
    ...profile.series,
  ];
  const types = [{ code: 'QuyTrinh', typeName: 'Quy trình', abbreviation: 'QTr' }];
  const body = { ...profile, series, types };
  await must(api.send(admin, 'PUT', `/profiles/${validFrom}`, body, { 'if-match': `"r${rev}"` }), 200);
});
afterAll(() => api.close());

const decision = (more: object = {}) => ({
  typeCode: 'QuyetDinh',
  subject: 'kiện toàn Ban Chỉ đạo chuyển đổi số',
  signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Văn An' },
  draftingUnit: 'VX',
  to: ['Như Điều 3', 'Phòng Văn hóa - Xã hội'],
  issuedAmount: 12,
  pageAmount: 3,
  ...more,
});

const register = (body: object, who = clerk): Promise<Reply> => api.send(who, 'POST', '/registered', body);

async function upload(bytes: Uint8Array, contentType = 'application/pdf'): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { body } = await must(api.send(clerk, 'POST', '/uploads', { size: bytes.length, sha256, contentType }), 201);
  const authorization = `Bearer ${await api.tokenOf(clerk)}`;
  const headers = { ...body.headers, authorization };
  await must(api.raw(body.url, { method: 'PUT', headers, body: Buffer.from(bytes) }), 204);
  return body.uploadId;
}

describe('a document that was drafted elsewhere', () => {
  test('gets the next number of its series, without a file, and stands in the book like ours', async () => {
    const { body } = await must(register(decision()), 201);
    expect(body.document).toMatchObject({
      symbol: '01/QĐ-UBND',
      state: 'issued',
      typeName: 'Quyết định',
      issuedDate: '2026-03-16',
      registered: true,
      pageAmount: 3,
    });
    expect(body.files).toEqual([]);
    expect((await register(decision({ typeCode: 'BaoCao', subject: 'kết quả quý I' }))).body.document.symbol).toBe(
      '02/BC-UBND',
    );
  });

  test('keeps the file that came with it, byte for byte, as what was given', async () => {
    const { body } = await must(register(decision({ typeCode: 'ThongBao', uploadId: await upload(pdf) })), 201);
    expect(body.files).toMatchObject([{ role: 'given', fileName: '03-TB-UBND.pdf', contentType: 'application/pdf' }]);
    const got = await must(api.send(clerk, 'GET', body.files[0].href), 200);
    expect(Buffer.from(got.bytes).equals(Buffer.from(pdf))).toBe(true);
  });

  test('gets no number with a file that is called a .docx or a PDF and is none', async () => {
    const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const text = Buffer.from('không phải tệp Word');
    const called = (body: object) => register(decision({ docId: 'tep-hong-1', subject: 'tệp hỏng', ...body }));
    const refused = await must(called({ uploadId: await upload(text, docx) }), 422);
    expect(refused.body).toMatchObject({ code: 'file-unsuitable' });
    expect(refused.body.detail).toContain('không phải một tệp .docx nguyên vẹn');
    expect((await called({ uploadId: await upload(text) })).body.code).toBe('not-a-pdf');
    expect((await api.send(clerk, 'GET', '/documents/tep-hong-1')).status).toBe(404);
  });

  test('has the year in its symbol where it is a normative one, in a series of its own', async () => {
    const { body } = await must(register(decision({ typeCode: 'QuyetDinhQppl' })), 201);
    expect(body.document.symbol).toBe('01/2026/QĐ-UBND');
    const { body: metadata } = await api.send(
      clerk,
      'GET',
      `/issued/${OWN}/${body.document.docId}/metadata?format=json`,
    );
    expect(JSON.stringify(metadata)).toContain('2026/QĐ-UBND');
  });

  test('may be of a type that the office lists itself', async () => {
    expect((await must(register(decision({ typeCode: 'QuyTrinh' })), 201)).body.document.symbol).toBe('04/QTr-UBND');
  });

  test('is one document however often it is sent, and another content with its id is refused', async () => {
    const docId = 'dang-ky-mot-lan';
    const first = await must(register(decision({ docId })), 201);
    const again = await must(register(decision({ docId })), 201);
    expect(again.body).toEqual(first.body);
    expect((await register(decision({ docId, subject: 'khác' }))).body).toMatchObject({ code: 'already-exists' });
    const draft = await must(api.send(drafter, 'GET', '/documents?state=draft'), 200);
    expect(draft.body.items).toEqual([]);
  });

  test.each([
    ['a type that nobody lists', { typeCode: 'CauDo' }, 422, 'document-invalid'],
    ['a công văn without its unit', { typeCode: 'CongVan', draftingUnit: undefined }, 422, 'document-invalid'],
    ['a type without a series', { typeCode: 'HopDong' }, 409, 'no-series'],
    ['a series that is not there', { series: 'ban-nao-do' }, 422, 'no-such-series'],
    ['no signer', { signerInfo: undefined }, 422, 'bad-request'],
  ])('is refused with %s, and no number is spent', async (_, more, status, code) => {
    const series = () => api.deps.register.getSeries(OWN, 2026, 'chung');
    const before = await series();
    expect(await register(decision(more))).toMatchObject({ status, body: { code } });
    expect(await series()).toEqual(before);
  });

  test('is registered by the clerk alone', async () => {
    expect((await register(decision(), drafter)).status).toBe(403);
  });

  test('is found by number and by words, counted, exported, and printed in the book', async () => {
    const ask = async (path: string) => (await must(api.send(clerk, 'GET', path), 200)).body;
    const found = await ask(`/find?number=${encodeURIComponent('qđ 1')}`);
    expect(found.found[0].document.symbol).toBe('01/QĐ-UBND');
    const { items } = await ask(`/search?text=${encodeURIComponent('"chuyển đổi số"')}&typeCode=QuyetDinh`);
    expect(items.length).toBeGreaterThan(0);
    expect((await ask('/statistics?year=2026')).byType).toMatchObject({ 'Báo cáo': 1, 'Thông báo': 1 });
    const book = await must(api.send(clerk, 'GET', '/book?year=2026&series=chung&format=docx'), 200);
    const xml = strFromU8(unzipSync(book.bytes)['word/document.xml']!);
    expect(xml).toContain('02/BC-UBND');
    expect(xml).toContain('Soạn ngoài hệ thống, không kèm tệp');
    const { docId } = found.found[0].document;
    const settings = { schema: 'ExchangeSettings@1', organCode: 'H19.18.9' };
    const edxml = await api.send(clerk, 'POST', `/documents/${docId}/edxml`, settings);
    expect(edxml.status).toBe(200);
    const text = new TextDecoder().decode(edxml.bytes);
    expect(text).toContain('01');
    expect(text).toContain('<Type>2</Type>');
    expect(text).not.toContain('<Reference>');
  });

  test('leaves a register that verifies', async () => {
    expect(await api.verify()).toEqual([]);
  });
});
