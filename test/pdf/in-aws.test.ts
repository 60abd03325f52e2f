import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { toScanFile } from '#usecases/bring-in/scan-file.ts';
import { addSignedFile } from '#usecases/issuing/add-signed-file.ts';
import type { FileToStore } from '#usecases/issuing/issued-files.ts';
import { someone } from '../api/test-api.ts';
import { ask, must } from '../jobs/support/ask.ts';
import { startTestCloud, type TestCloud } from '../jobs/support/cloud.ts';
import { sqsEvent } from '../jobs/support/events.ts';
import { numbered } from '../jobs/support/numbered.ts';
import type { RunningFunction } from '../jobs/support/run-function.ts';
import { CITY } from '../support/desk.ts';
import { smallPdf } from '../support/pdf.ts';
import { type FakeOffice, fakeOffice } from './support/fake-office.ts';
import { sendExample, someoneOf } from './support/issued-example.ts';

const WARD = 'phuong-binh-long';
const reader = someone('dong-nai', 'reader');
const href = `/issued/${WARD}/ke-hoach-phuong-2026/files`;
let cloud: TestCloud;
let api: RunningFunction;
let office: FakeOffice;

beforeAll(async () => {
  cloud = await startTestCloud();
  api = await cloud.start('api', { PDF_QUEUE_URL: `${cloud.env['SQS_ENDPOINT']}/123456789012/pdf` });
  office = await fakeOffice('printf "%%PDF-1.6 made of $(wc -c <document.docx) bytes" >"$OUT/document.pdf"');
  await sendExample(cloud.deps, 'ke-hoach-phuong-2026');
});
afterAll(async () => {
  await cloud.stop();
  await office.remove();
});

describe('the bundled API', () => {
  test('asks for a copy that is not there, then links to it; the taking is recorded, the asking is not', async () => {
    const early = await must(ask(api, cloud, reader, 'GET', `${href}/van-ban/pdf`), 404);
    expect(early.body).toMatchObject({ code: 'pdf-not-ready', title: 'Chưa có bản PDF' });
    expect(early.headers['retry-after']).toBe('15');
    expect(cloud.engines.messages.map((body) => JSON.parse(body))).toEqual([
      { schema: 'pdf@1', organ: WARD, docId: 'ke-hoach-phuong-2026', fileId: 'van-ban' },
    ]);
    const makePdf = await cloud.start('make-pdf', { SOFFICE: office.program });
    expect(await makePdf.invoke(sqsEvent(...cloud.engines.messages))).toEqual({ batchItemFailures: [] });

    const handed = await must(ask(api, cloud, reader, 'GET', `${href}/van-ban/pdf`), 303);
    const got = await fetch(handed.headers['location']!);
    const { size } = await cloud.deps.store.head(`issued/${WARD}/ke-hoach-phuong-2026/van-ban`);
    expect(await got.text()).toBe(`%PDF-1.6 made of ${size} bytes`);
    expect(got.headers.get('content-type')).toBe('application/pdf');
    expect(got.headers.get('content-disposition')).toBe('attachment; filename=01-KH-UBND.pdf');
    expect(cloud.engines.messages).toHaveLength(1);

    const { items } = await cloud.deps.register.listAccess(WARD, 'ke-hoach-phuong-2026');
    expect(items).toMatchObject([{ kind: 'download', actor: reader.staffId, fileId: 'van-ban' }]);
  });

  test('asks no more for what was tried in vain, until a copy comes of it after all', async () => {
    await sendExample(cloud.deps, 'ke-hoach-phuong-2026', 'one-that-fails');
    const path = `/issued/${WARD}/one-that-fails/files/van-ban/pdf`;
    await must(ask(api, cloud, reader, 'GET', path), 404);
    const message = cloud.engines.messages.pop()!;
    const broken = await fakeOffice('exit 1');
    const failing = await cloud.start('make-pdf', { SOFFICE: broken.program });
    for (const _ of [1, 2]) expect((await failing.invoke(sqsEvent(message))).batchItemFailures).toHaveLength(1);
    expect((await must(ask(api, cloud, reader, 'GET', path), 404)).body.code).toBe('pdf-given-up');
    expect(cloud.engines.messages).toHaveLength(1);
    const repaired = await cloud.start('make-pdf', { SOFFICE: office.program });
    expect((await repaired.invoke(sqsEvent(message))).batchItemFailures).toEqual([]);
    await must(ask(api, cloud, reader, 'GET', path), 303);
    await broken.remove();
  });

  test('links to a signed file itself, which is a PDF', async () => {
    const { version, rev } = await cloud.deps.register.getDocument(WARD, 'ke-hoach-phuong-2026');
    const bytes = smallPdf('signed by hand');
    const input = { docId: 'ke-hoach-phuong-2026', seen: { version, rev }, bytes };
    await addSignedFile(cloud.deps, someoneOf(WARD, 'clerk'), input);
    const handed = await must(ask(api, cloud, reader, 'GET', `${href}/signed-1/pdf`), 303);
    expect(await (await fetch(handed.headers['location']!)).text()).toContain('signed by hand');
  });

  test('a file whose row is not written yet comes again after half a minute, then ever later', async () => {
    const makePdf = await cloud.start('make-pdf', {
      SOFFICE: office.program,
      PDF_QUEUE_URL: `${cloud.env['SQS_ENDPOINT']}/123456789012/pdf`,
    });
    await numbered(cloud.deps, 'chua-co-dong');
    const event = sqsEvent(JSON.stringify({ schema: 'pdf@1', organ: CITY, docId: 'chua-co-dong', fileId: 'van-ban' }));
    for (const receives of [1, 2, 3, 4, 5]) {
      event.Records[0]!.attributes.ApproximateReceiveCount = String(receives);
      expect((await makePdf.invoke(event)).batchItemFailures).toHaveLength(1);
    }
    expect(cloud.engines.waits.map(({ VisibilityTimeout }) => VisibilityTimeout)).toEqual([30, 120, 480, 1920, 1920]);
    expect(makePdf.metrics()['PdfFailed']).toBeUndefined();
  });

  test('makes nothing of a .docx that a person brought', async () => {
    const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'Kế hoạch cũ' } as const;
    const file = toScanFile(
      { fileName: 'cu.docx', bytes: Uint8Array.of(0x50, 0x4b, 3, 4) },
      '900/KH-UBND',
    ) as FileToStore;
    const input = {
      docId: 'an-old-one',
      codeNumber: 900,
      issuedDate: '2025-11-05',
      content: { kind: 'record' as const, record, file },
    };
    await bringInDocument(cloud.deps, someoneOf(WARD, 'clerk'), input);
    const path = `/issued/${WARD}/an-old-one/files/${file.fileId}`;
    expect((await must(ask(api, cloud, reader, 'GET', `${path}/pdf`), 404)).body.code).toBe('no-pdf-copy');
    await must(ask(api, cloud, reader, 'GET', path), 303);
  });

  test('says of a file that there is not what it says of any', async () => {
    for (const path of [`${href}/phu-luc-9/pdf`, `/issued/${WARD}/no-such-document/files/van-ban/pdf`]) {
      expect((await must(ask(api, cloud, reader, 'GET', path), 404)).body.code).toBe('not-found');
    }
    expect(cloud.engines.messages).toHaveLength(1);
  });

  test('a copy of other bytes than the row names is not handed out', async () => {
    await sendExample(cloud.deps, 'ke-hoach-phuong-2026', 'one-with-a-wrong-copy');
    const metadata = { 'doc-id': 'one-with-a-wrong-copy', 'source-sha256': '0'.repeat(64) };
    const key = `exports/${WARD}/one-with-a-wrong-copy/van-ban.pdf`;
    await cloud.deps.store.put(key, smallPdf(), { contentType: 'application/pdf', metadata, ifAbsent: true });
    const path = `/issued/${WARD}/one-with-a-wrong-copy/files/van-ban/pdf`;
    expect((await must(ask(api, cloud, reader, 'GET', path), 500)).body.code).toBe('stored-file-differs');
    expect(api.metrics()['IntegrityMismatch']).toEqual([1]);
  });
});
