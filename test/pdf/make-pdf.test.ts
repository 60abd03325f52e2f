import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addSignedFile } from '#usecases/issuing/add-signed-file.ts';
import { startTestCloud, type TestCloud } from '../jobs/support/cloud.ts';
import { sqsEvent } from '../jobs/support/events.ts';
import type { RunningFunction } from '../jobs/support/run-function.ts';
import { describeWith } from '../support/ci-tools.ts';
import { smallPdf } from '../support/pdf.ts';
import { type FakeOffice, fakeOffice, HANGS, living } from './support/fake-office.ts';
import { EXAMPLES, type ExampleName, issueExample, someoneOf } from './support/issued-example.ts';
import { drawnPages, fontsOf, printedSections, sectionsOf } from './support/pdf-text.ts';

const names = Object.keys(EXAMPLES) as ExampleName[];
const organs = {
  'ke-hoach-tinh-2025': 'dong-nai',
  'ke-hoach-phuong-2026': 'phuong-binh-long',
  'cong-van-thanh-pho-2026': 'dong-nai',
};
const keyOf = (name: ExampleName) => `issued/${organs[name]}/${name}/van-ban`;
const copyOf = (name: ExampleName) => `exports/${organs[name]}/${name}/van-ban.pdf`;

/** Message that S3 puts into the queue when an object was made. */
function madeInS3(key: string, more: { readonly bucket?: string; readonly eventName?: string } = {}): string {
  const { bucket = 'issued-files', eventName = 'ObjectCreated:Put' } = more;
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: 'ap-southeast-1',
    eventTime: '2026-11-21T09:00:00.000Z',
    eventName,
    userIdentity: { principalId: 'AWS:AROAEXAMPLE:finish-issue' },
    requestParameters: { sourceIPAddress: '203.0.113.7' },
    responseElements: { 'x-amz-request-id': 'C3D13FE58DE4C810', 'x-amz-id-2': 'FMyUVURIY8' },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'pdf',
      bucket: { name: bucket, ownerIdentity: { principalId: 'A3NL1KOZZKExample' }, arn: `arn:aws:s3:::${bucket}` },
      object: {
        key,
        size: 1024,
        eTag: 'd41d8cd98f00b204e9800998ecf8427e',
        versionId: '096fKKXTRTtl3',
        sequencer: '0055AED6DCD90281E5',
      },
    },
  };
  return JSON.stringify({ Records: [record] });
}

const done = { batchItemFailures: [] };
const again = (...places: readonly number[]) => ({
  batchItemFailures: places.map((place) => ({ itemIdentifier: `message-${place}` })),
});

let cloud: TestCloud;
const opened: FakeOffice[] = [];
beforeAll(async () => {
  cloud = await startTestCloud();
  for (const name of names) await issueExample(cloud.deps, name);
});
afterAll(() => cloud.stop());
afterEach(async () => {
  await Promise.all(opened.splice(0).map((office) => office.remove()));
});

async function withOffice(
  ...lines: readonly string[]
): Promise<{ readonly office: FakeOffice; readonly pdf: RunningFunction }> {
  const office = await fakeOffice(...lines);
  opened.push(office);
  return { office, pdf: await cloud.start('make-pdf', { SOFFICE: office.program }) };
}

describeWith('soffice', 'with LibreOffice', () => {
  describeWith('pdftotext', 'and poppler', () => {
    let pdf: RunningFunction;
    beforeAll(async () => {
      pdf = await cloud.start('make-pdf');
      const bodies = names.map((name) => madeInS3(keyOf(name)));
      expect(await pdf.invoke(sqsEvent(...bodies), { remainingMs: 300_000 })).toEqual(done);
    });

    test.each(names)('%s: the PDF has the pages and the text of the .docx', async (name) => {
      const docx = (await cloud.deps.store.get(keyOf(name))).bytes;
      const copy = await cloud.deps.store.get(copyOf(name));
      const sections = sectionsOf(docx);
      const pages = await drawnPages(copy.bytes);
      const printed = printedSections(
        pages,
        sections.flatMap(({ repeated }) => repeated),
      );
      expect(printed).toEqual(sections.map(({ text }) => text));
      expect(pages.length).toBeGreaterThan(sections.length);
      expect(copy).toMatchObject({ contentType: 'application/pdf', metadata: { 'doc-id': name } });
    });

    test.each(names)('%s: every font is embedded, and is Liberation Serif', async (name) => {
      const fonts = await fontsOf((await cloud.deps.store.get(copyOf(name))).bytes);
      expect(fonts.length).toBeGreaterThanOrEqual(3);
      for (const font of fonts) {
        expect(font).toEqual({ name: expect.stringMatching(/^LiberationSerif(-|$)/), embedded: true, unicode: true });
      }
    });

    test('a copy that is there is enough, however often it is told of', async () => {
      const [name] = names;
      const before = await cloud.deps.store.head(copyOf(name!));
      const asked = JSON.stringify({ schema: 'pdf@1', organ: organs[name!], docId: name, fileId: 'van-ban' });
      expect(await pdf.invoke(sqsEvent(madeInS3(keyOf(name!)), asked))).toEqual(done);
      expect(await cloud.deps.store.head(copyOf(name!))).toEqual(before);
      expect(pdf.logs().filter(({ code }) => code === 'there')).toHaveLength(2);
      expect(pdf.metrics()['PdfFailed']).toBeUndefined();
    });
  });
});

describe('a document that hangs the converter', () => {
  test('is killed, reported, and left to the queue; it stands in nobody’s way', async () => {
    await issueExample(cloud.deps, 'ke-hoach-phuong-2026', 'one-that-hangs');
    const { office, pdf } = await withOffice(...HANGS);
    const key = 'issued/phuong-binh-long/one-that-hangs/van-ban';
    const test = JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'issued-files' });
    const answer = await pdf.invoke(sqsEvent(madeInS3(key), test), { remainingMs: 16_000 });
    expect(answer).toEqual(again(0));
    await expect.poll(() => living(office), { timeout: 30_000 }).toEqual([]);
    expect(pdf.metrics()['PdfFailed']).toEqual([1]);
    expect(pdf.logs().find(({ message }) => message === 'pdf-copy-failed')).toMatchObject({
      level: 'ERROR',
      organ: 'phuong-binh-long',
      docId: 'one-that-hangs',
      code: 'timed-out',
      said: 'half way through\n',
      correlation_id: 'message-0',
    });
    await expect(cloud.deps.store.head(key.replace('issued', 'exports'))).rejects.toMatchObject({ code: 'not-found' });
  });

  test('can be converted later, when the converter does its work', async () => {
    await issueExample(cloud.deps, 'ke-hoach-phuong-2026', 'one-for-later');
    const { pdf } = await withOffice('printf "%%PDF-1.6 made" >"$OUT/document.pdf"');
    const key = 'issued/phuong-binh-long/one-for-later/van-ban';
    expect(await pdf.invoke(sqsEvent(madeInS3(key)))).toEqual(done);
    const copy = await cloud.deps.store.get('exports/phuong-binh-long/one-for-later/van-ban.pdf');
    expect(Buffer.from(copy.bytes).toString()).toBe('%PDF-1.6 made');
    expect(copy.metadata).toEqual({
      'doc-id': 'one-for-later',
      'source-sha256': (await cloud.deps.store.head(key)).sha256,
    });
  });
});

describe('without any work', () => {
  test('S3’s test event, removed objects and signed files are done with', async () => {
    const { organ, docId, version, rev } = (
      await cloud.deps.register.getNumbered('dong-nai', 'cong-van-thanh-pho-2026')
    ).document;
    const seen = { version, rev };
    await addSignedFile(cloud.deps, someoneOf(organ, 'clerk'), { docId, seen, bytes: smallPdf() });
    const { office, pdf } = await withOffice();
    const bodies = [
      JSON.stringify({
        Service: 'Amazon S3',
        Event: 's3:TestEvent',
        Time: '2026-11-21T09:00:00.000Z',
        Bucket: 'issued-files',
      }),
      madeInS3(keyOf('ke-hoach-phuong-2026'), { eventName: 'ObjectRemoved:DeleteMarkerCreated' }),
      madeInS3(`issued/${organ}/${docId}/signed-1`),
    ];
    expect(await pdf.invoke(sqsEvent(...bodies))).toEqual(done);
    expect(await office.left('pids')).toBe('');
    expect(pdf.logs().map(({ code }) => code)).toEqual(['not-rendered']);
  });

  test('a file that no row names yet comes again, and is no failure', async () => {
    const { organ } = await cloud.deps.register.getDocument('dong-nai', 'ke-hoach-tinh-2025');
    const key = `issued/${organ}/ke-hoach-tinh-2025/phu-luc-9`;
    await cloud.deps.store.put(key, new Uint8Array(9), { contentType: 'application/octet-stream', ifAbsent: true });
    const { office, pdf } = await withOffice();
    expect(await pdf.invoke(sqsEvent(madeInS3(key)))).toEqual(again(0));
    expect(pdf.metrics()['PdfFailed']).toBeUndefined();
    expect(await office.left('pids')).toBe('');
  });

  test('a file that is not what its row says is an alarm, and is not converted', async () => {
    const found = await issueExample(cloud.deps, 'ke-hoach-phuong-2026', 'one-that-changed');
    const { office, pdf } = await withOffice();
    const [file] = found.row.files;
    const place = join(cloud.dirs.issued, `${file!.key}._S3rver_object`);
    const bytes = await readFile(place);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(place, bytes);
    expect(await pdf.invoke(sqsEvent(madeInS3(file!.key)))).toEqual(again(0));
    expect(pdf.metrics()).toMatchObject({ PdfFailed: [1], IntegrityMismatch: [1] });
    expect(await office.left('pids')).toBe('');
  });

  const tricks: [string, string][] = [
    ['another bucket', madeInS3(keyOf('ke-hoach-phuong-2026'), { bucket: 'work-files' })],
    ['another folder', madeInS3('exports/dong-nai/a/b')],
    ['a way up', madeInS3('issued/dong-nai/..%2F..%2Fdrafts/van-ban')],
    ['a way up, spelled out', madeInS3('issued/../drafts/van-ban')],
    ['an encoded slash', madeInS3('issued/dong-nai%2Fcong-van-thanh-pho-2026/van-ban/more')],
    ['a broken code', madeInS3('issued/dong-nai/%E0%A4%A/van-ban')],
    ['a space', madeInS3('issued/dong-nai/cong+van/van-ban')],
    ['a key of the table', madeInS3('issued/dong-nai%23D/x/van-ban')],
    ['a name too long', madeInS3(`issued/dong-nai/${'a'.repeat(81)}/van-ban`)],
    ['a message that is none', 'not JSON'],
    ['a message of another kind', JSON.stringify({ schema: 'issue@1', organ: 'dong-nai', docId: 'x' })],
    ['a way up in a request', JSON.stringify({ schema: 'pdf@1', organ: 'dong-nai', docId: '..', fileId: 'van-ban' })],
  ];
  test('messages that are not ours go back, and say nothing in the log', async () => {
    const { office, pdf } = await withOffice();
    const answer = await pdf.invoke(sqsEvent(...tricks.map(([, body]) => body)));
    expect(answer).toEqual(again(...tricks.keys()));
    expect(await office.left('pids')).toBe('');
    expect(pdf.written()).not.toMatch(/drafts|%2F|not JSON/);
  });
});
