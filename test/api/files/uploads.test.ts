import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Store } from '#store/s3-store.ts';
import { scannedPdf } from '../../support/pdf.ts';
import { startTestBucket, type TestBucket } from '../../support/s3rver.ts';
import {
  approve,
  example,
  issue,
  must,
  office,
  openTestApi,
  type Reply,
  someone,
  type TestApi,
  type Who,
} from '../test-api.ts';

const OWN = 'phuong-binh-long';
const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const JSON_TYPE = 'application/json';
const pdf = scannedPdf(5 * 1024 * 1024);
const { drafter, clerk } = office(OWN);

const announced = (bytes: Uint8Array, contentType: string) => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  contentType,
});

/** Announces and sends bytes, by whichever way the answer names. */
async function upload(api: TestApi, who: Who, bytes: Uint8Array, contentType: string): Promise<string> {
  const { body } = await must(api.send(who, 'POST', '/uploads', announced(bytes, contentType)), 201);
  expect(body.method).toBe('PUT');
  if (body.url.startsWith('/')) {
    const authorization = `Bearer ${await api.tokenOf(who)}`;
    await must(api.raw(body.url, { method: 'PUT', headers: { ...body.headers, authorization }, body: bytes }), 204);
  } else {
    expect((await fetch(body.url, { method: 'PUT', headers: body.headers, body: bytes })).status).toBe(200);
  }
  return body.uploadId;
}

const named = (uploadId: string) => ({ uploadId });

describe.each(['on one machine', 'in S3'])('%s', (where) => {
  let api: TestApi;
  let bucket: TestBucket;
  beforeAll(async () => {
    bucket = await startTestBucket();
    const store = createS3Store({ client: createS3Client(bucket.clientOptions), bucket: bucket.bucket });
    api = await openTestApi(new Date().toISOString(), (deps) => (where === 'in S3' ? { ...deps, store } : deps));
  });
  afterAll(async () => {
    await api.close();
    await bucket.stop();
  });

  test('a signed PDF of 5 MB is named by its upload', async () => {
    const data = await example('ke-hoach-phuong-2026');
    const issued = await must(issue(api, clerk, await approve(api, data, 'to-be-signed')), 200);
    const path = '/documents/to-be-signed/signed';
    const seen = { 'if-match': issued.etag };
    const id = await upload(api, clerk, pdf, PDF);
    const { body } = await must(api.send(clerk, 'PUT', path, named(id), seen), 200);
    expect(body.files.at(-1)).toMatchObject({ role: 'signed', size: pdf.length });
  });

  test('a draft whose data is larger than a body may be is made and saved by its upload', async () => {
    const data = await example('ke-hoach-phuong-2026');
    const bytes = Buffer.from(`${' '.repeat(5 * 1024 * 1024)}${JSON.stringify(data)}`);
    const first = await upload(api, drafter, bytes, JSON_TYPE);
    const made = await must(api.send(drafter, 'POST', '/documents', { docId: 'a-large-draft', ...named(first) }), 201);
    data.subject = 'về việc khác';
    const second = await upload(api, drafter, Buffer.from(JSON.stringify(data)), JSON_TYPE);
    const saved = api.send(drafter, 'PUT', '/documents/a-large-draft', named(second), { 'if-match': made.etag });
    expect((await must(saved, 200)).body.document.subject).toBe('về việc khác');
  });

  test('a paper record is brought in with its scan, and a document with its data', async () => {
    const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'về việc cũ' };
    const number = { codeNumber: 7, issuedDate: '2025-12-31', record };
    const scan = await upload(api, clerk, pdf, PDF);
    const { body } = await must(api.send(clerk, 'POST', '/brought-in', { ...number, ...named(scan) }), 201);
    expect(body.files).toMatchObject([{ role: 'scan', fileName: '07-KH-UBND.pdf', size: pdf.length }]);
    const again = await must(api.send(clerk, 'POST', '/brought-in', { ...number, ...named(scan) }), 201);
    expect(again.body.document.docId).toBe(body.document.docId);

    const data = Buffer.from(JSON.stringify(await example('ke-hoach-phuong-2026')));
    const whole = { codeNumber: 8, issuedDate: '2026-03-16', ...named(await upload(api, clerk, data, JSON_TYPE)) };
    const refused = await must(api.send(clerk, 'POST', '/brought-in', whole), 409);
    expect(refused.body.code).toBe('number-not-below-start');
  });

  test('a list is read from its upload, within the bounds of any other', async () => {
    const zip = Buffer.from('PK\x03\x04 not a workbook');
    const id = await upload(api, clerk, zip, XLSX);
    const { body } = await must(api.send(clerk, 'POST', '/brought-in/list?check=true', named(id)), 422);
    expect(body.code).toBe('list-unreadable');
  });

  test('a list that swells beyond all bounds is not unpacked', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    const id = await upload(api, clerk, bomb, XLSX);
    const { body } = await must(api.send(clerk, 'POST', '/brought-in/list?check=true', named(id)), 422);
    expect(body.code).toBe('list-unreadable');
  });

  test.each([
    ['another organ', someone('dong-nai', 'clerk', 'drafter')],
    ['a colleague', { ...someone(OWN, 'clerk', 'drafter'), staffId: 'a-colleague' }],
  ])('%s cannot name it, nor send its bytes', async (_, other) => {
    const id = await upload(api, clerk, pdf, PDF);
    const list = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'về việc cũ' };
    const body = { codeNumber: 3, issuedDate: '2025-12-31', record: list, ...named(id) };
    const unknown = { ...body, ...named('no-such-upload') };
    const replies = [
      await api.send(other, 'POST', '/brought-in', body),
      await api.send(other, 'POST', '/brought-in', unknown),
      await api.send(other, 'PUT', `/uploads/${id}`, '', { 'content-type': PDF }),
    ];
    for (const { status, body: said } of replies) expect([status, said.code]).toEqual([404, 'not-found']);
    expect(replies[0]?.body).toEqual(replies[1]?.body);
  });

  test('an upload whose bytes have not come, or of another type, is not taken', async () => {
    const { body } = await must(api.send(clerk, 'POST', '/uploads', announced(pdf, XLSX)), 201);
    const check = (id: string) => api.send(clerk, 'POST', '/brought-in/list', named(id));
    expect((await must(check(body.uploadId), 409)).body.code).toBe('upload-missing');
    expect((await must(check(await upload(api, clerk, pdf, PDF)), 422)).body.code).toBe('upload-unsuitable');
  });

  test.each(['{"a":1,"a":2}', '{"__proto__":{}}', '{', '\ufeff{}'])(
    'data is read as strictly as a body: %s',
    async (text) => {
      const id = await upload(api, drafter, Buffer.from(text), JSON_TYPE);
      const { body } = await must(api.send(drafter, 'POST', '/documents', named(id)), text === '\ufeff{}' ? 422 : 400);
      expect(body.code).toBe(text === '\ufeff{}' ? 'document-invalid' : 'upload-not-json');
    },
  );

  test('what is too large is refused before a byte is sent', async () => {
    const input = { size: 20 * 1024 * 1024 + 1, sha256: 'ab'.repeat(32), contentType: PDF };
    const { body } = await must(api.send(clerk, 'POST', '/uploads', input), 413);
    expect(body.detail).toBe('Tệp loại này chỉ nhận đến 20 MB; hãy giảm dung lượng hoặc tách tệp.');
  });

  test.each([
    { contentType: 'text/html' },
    { size: 0 },
    { sha256: 'AB'.repeat(32) },
    { organ: 'dong-nai' },
    { uploadId: 'mine' },
  ])('an announcement with %j is refused', async (more) => {
    const input = { ...announced(pdf, PDF), ...more };
    expect((await api.send(clerk, 'POST', '/uploads', input)).status).toBe(422);
  });
});

describe('bytes sent to this server', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi('2026-03-16T09:00:00+07:00');
  });
  afterAll(() => api.close());

  const put = async (path: string, contentType: string, body: Uint8Array): Promise<Reply> =>
    api.raw(path, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await api.tokenOf(clerk)}`, 'content-type': contentType },
      body,
    });
  const start = async () => (await must(api.send(clerk, 'POST', '/uploads', announced(pdf, PDF)), 201)).body;

  test('are those that were announced, or refused', async () => {
    const { url } = await start();
    const changed = Buffer.from(pdf);
    changed[100]! ^= 1;
    for (const [type, bytes] of [
      [PDF, changed],
      [PDF, pdf.subarray(1)],
      [XLSX, pdf],
      [PDF, Buffer.alloc(0)],
    ] as const)
      expect((await must(put(url, type, bytes), 422)).body.code).toBe('upload-differs');
    await must(put(url, PDF, pdf), 204);
    await must(put(url, PDF, pdf), 204);
  });

  test('come within fifteen minutes, and are named within a day', async () => {
    const late = await start();
    const { url, uploadId } = await start();
    await must(put(url, PDF, pdf), 204);
    api.calendar.moveTo('2026-03-16T09:16:00+07:00');
    expect((await must(put(late.url, PDF, pdf), 409)).body.code).toBe('upload-expired');
    api.calendar.moveTo('2026-03-17T10:00:00+07:00');
    const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'về việc cũ' };
    const input = { codeNumber: 7, issuedDate: '2025-12-31', record, uploadId };
    expect((await api.send(clerk, 'POST', '/brought-in', input)).status).toBe(404);
  });

  test('are never more than the largest upload', async () => {
    const { url } = await start();
    expect((await put(url, PDF, Buffer.alloc(20 * 1024 * 1024 + 1))).status).toBe(413);
  });
});
