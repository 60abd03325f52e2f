import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallPdf } from '../../support/pdf.ts';
import { certificateOf, signedPdf } from '../../support/signed-pdf.ts';
import { approve, example, issue, must, office, openTestApi, type Reply, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const PDF = 'application/pdf';
const { clerk, drafter } = office(OWN);

let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

async function issued(docId: string): Promise<{ readonly path: string; readonly etag: string }> {
  const approved = await approve(api, { ...data, subject: `${data.subject} (${docId})` }, docId);
  return { path: approved.path, etag: (await must(issue(api, clerk, approved), 200)).etag };
}

async function addSigned(
  { path, etag }: { readonly path: string; readonly etag: string },
  bytes: Uint8Array,
  query = '',
): Promise<Reply> {
  const authorization = `Bearer ${await api.tokenOf(clerk)}`;
  const headers = { authorization, 'content-type': PDF, 'if-match': etag };
  return api.raw(`${path}/signed${query}`, { method: 'PUT', headers, body: Buffer.from(bytes) });
}

async function upload(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const announced = { size: bytes.length, sha256, contentType: PDF };
  const { body } = await must(api.send(clerk, 'POST', '/uploads', announced), 201);
  const headers = { ...body.headers, authorization: `Bearer ${await api.tokenOf(clerk)}` };
  await must(api.raw(body.url, { method: 'PUT', headers, body: Buffer.from(bytes) }), 204);
  return body.uploadId;
}

const replace = (path: string, etag: string, fileId: string, body: object, who = clerk) =>
  api.send(who, 'POST', `${path}/files/${fileId}/replace`, body, { 'if-match': etag });

test('files have their legal names: with a signature the original, a scan where the clerk says so, else attached', async () => {
  const [one, two, three] = [await issued('phap-ly-1'), await issued('phap-ly-2'), await issued('phap-ly-3')];
  const signed = await must(addSigned(one, signedPdf(await certificateOf('Nguyễn Văn An'))), 200);
  expect(signed.body.files.map(({ legalName }: { readonly legalName: string }) => legalName)).toEqual([
    'Bản có số (chưa ký)',
    'Bản gốc điện tử',
  ]);
  expect(signed.body.files[1].signatureNote).toBe('Chữ ký số của Nguyễn Văn An; chưa kiểm tra chứng thư');
  const scan = await must(addSigned(two, smallPdf(), '?scan=true'), 200);
  expect(scan.body.files[1]).toMatchObject({ legalName: 'Bản quét từ bản gốc giấy' });
  const other = await must(addSigned(three, smallPdf()), 200);
  expect(other.body.files[1]).toMatchObject({ legalName: 'Tệp kèm theo' });
  expect(await api.verify()).toEqual([]);
});

test('a wrong file is replaced with a reason, and stays in the row; what we rendered is not', async () => {
  const at = await issued('thay-tep-1');
  const wrong = await must(addSigned(at, smallPdf('thiếu trang'), '?scan=true'), 200);
  const body = { uploadId: await upload(smallPdf('đủ trang')), reason: 'Quét thiếu trang 3', isScan: true };
  expect((await replace(at.path, wrong.etag, 'van-ban', body)).body.code).toBe('not-replaceable');
  expect((await replace(at.path, wrong.etag, 'signed-1', body, drafter)).status).toBe(403);
  const right = await must(replace(at.path, wrong.etag, 'signed-1', body), 200);
  expect(right.body.files.slice(1)).toMatchObject([
    { fileId: 'signed-1', supersededBy: 'signed-2', reason: 'Quét thiếu trang 3' },
    { fileId: 'signed-2', legalName: 'Bản quét từ bản gốc giấy' },
  ]);
  expect((await replace(at.path, right.etag, 'signed-1', body)).body.code).toBe('not-replaceable');
  const got = await must(api.send(clerk, 'GET', right.body.files[2].href), 200);
  expect(Buffer.from(got.bytes).toString()).toContain('%');
  const { events } = (await must(api.send(clerk, 'GET', `${at.path}/audit`), 200)).body;
  expect(events.at(-1)).toMatchObject({ act: 'replace-file', facts: { replaced: 'signed-1' } });
  expect(await api.verify()).toEqual([]);
});

test('before a year is closed, what was not sent, has no signed copy or no place is listed; after it no file is replaced', async () => {
  const at = await issued('khoa-so-1');
  const lines = async () =>
    (await must(api.send(clerk, 'GET', '/series/2026/ke-hoach/open-points'), 200)).body.items.find(
      ({ docId }: { readonly docId: string }) => docId === 'khoa-so-1',
    );
  expect((await lines()).lackNames).toEqual([
    'đã cấp số, chưa gửi',
    'chưa có bản đã ký',
    'chưa ghi nơi để bản gốc giấy',
  ]);
  const placed = await must(
    api.send(clerk, 'PUT', `${at.path}/place`, { place: 'Tủ 2, hộp 14' }, { 'if-match': at.etag }),
    200,
  );
  expect(placed.body.paperPlace).toBe('Tủ 2, hộp 14');
  const scanned = await must(addSigned({ ...at, etag: placed.etag }, smallPdf(), '?scan=true'), 200);
  expect((await lines()).lacks).toEqual(['unsent']);

  api.calendar.moveTo('2027-01-05T09:00:00+07:00');
  await must(api.send(clerk, 'POST', '/series/2026/ke-hoach/close', {}), 200);
  const body = { uploadId: await upload(smallPdf('khác')), reason: 'x' };
  expect((await replace(at.path, scanned.etag, 'signed-1', body)).body.code).toBe('series-closed');
  expect(await api.verify()).toEqual([]);
});
