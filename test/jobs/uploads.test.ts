import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { office } from '../api/test-api.ts';
import { scannedPdf } from '../support/pdf.ts';
import { ask, must } from './support/ask.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import type { RunningFunction } from './support/run-function.ts';

const { clerk } = office('phuong-binh-long');
const other = office('dong-nai').clerk;
// What Lambda takes is 6 MB, base64 included.
const scan = scannedPdf(8 * 1024 * 1024);
const OLD = {
  codeNumber: 7,
  issuedDate: '2025-12-31',
  record: { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'về việc cũ' },
};
let cloud: TestCloud;
let api: RunningFunction;

beforeAll(async () => {
  cloud = await startTestCloud();
  api = await cloud.start('api');
});
afterAll(() => cloud.stop());

test('a scan larger than Lambda takes goes into the bucket by a link, and comes out by one; no log has either', async () => {
  const sha256 = createHash('sha256').update(scan).digest('hex');
  const announced = { size: scan.length, sha256, contentType: 'application/pdf' };
  const { body: started } = await must(ask(api, cloud, clerk, 'POST', '/uploads', { json: announced }), 201);
  expect(new URL(started.url).searchParams.get('X-Amz-SignedHeaders')).toContain('content-length');

  const json = { ...OLD, uploadId: started.uploadId };
  expect((await ask(api, cloud, clerk, 'POST', '/brought-in', { json })).body.code).toBe('upload-missing');
  expect((await fetch(started.url, { method: 'PUT', headers: started.headers, body: scan })).status).toBe(200);
  await must(ask(api, cloud, other, 'POST', '/brought-in', { json }), 404);

  const brought = await must(ask(api, cloud, clerk, 'POST', '/brought-in', { json }), 201);
  const [file] = brought.body.files;
  expect(file).toMatchObject({ role: 'scan', fileName: '07-KH-UBND.pdf', size: scan.length, sha256 });
  const handed = await must(ask(api, cloud, clerk, 'GET', file.href), 303);
  const got = await fetch(handed.headers['location']!);
  const bytes = await got.bytes();
  expect(got.headers.get('content-disposition')).toBe('attachment; filename=07-KH-UBND.pdf');
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  expect(api.written()).not.toContain('X-Amz-');
});
