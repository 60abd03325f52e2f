import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExchangeSettings } from '#exchange/exchange-settings.schema.ts';
import { element, xmlDocument } from '#exchange/xml.ts';
import { renderDocument } from '#render/render.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { exportEdxml } from '#usecases/exchange/export-edxml.ts';
import { addSignedFile } from '#usecases/issuing/add-signed-file.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { smallPdf } from '../support/pdf.ts';
import { at, type ReadElement, readXml, said } from './read-xml.ts';

const NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';
const { clerk, drafter } = PEOPLE;
const HOSTILE = "về “<b>” & ]]> 'x' {{y}} --> *";
const settings: ExchangeSettings = {
  schema: 'ExchangeSettings@1',
  organCode: '000.00.00.H19',
  email: 'vanthu@dongnai.gov.vn',
  recipientCodes: { 'Sở Nội vụ': '000.01.00.H19' },
};

let desk: Desk;
let docId: string;
let root: ReadElement;
let files: {
  readonly fileId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly sha256: string;
}[];

beforeAll(async () => {
  desk = await openDesk((deps) => ({ ...deps, render: renderDocument }));
  const issued = await desk.issued(HOSTILE);
  docId = issued.document.docId;
  const signed = await addSignedFile(desk.deps, clerk, { docId, seen: issued.document, bytes: smallPdf() });
  files = signed.row.files;
  root = await pack(docId);
});
afterAll(() => desk.stop());

async function pack(id: string, changes: Partial<ExchangeSettings> = {}): Promise<ReadElement> {
  const file = await exportEdxml(desk.deps, clerk, { docId: id, settings: { ...settings, ...changes } });
  return readXml(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes));
}

test('is an envelope with header and manifest, and attachments beside it', () => {
  expect([root.name, root.uri, root.prefix]).toEqual(['edXML', NAMESPACE, '']);
  expect(root.children.map(({ name, prefix, uri }) => [name, prefix, uri])).toEqual([
    ['edXMLEnvelope', 'edXML', NAMESPACE],
    ['AttachmentEncoded', '', NAMESPACE],
  ]);
  const [envelope] = root.children;
  expect(envelope!.children.map(({ name, prefix }) => `${prefix}:${name}`)).toEqual([
    'edXML:edXMLHeader',
    'edXML:edXMLBody',
  ]);
  expect(at(envelope!, 'edXMLHeader')[0]!.children.map(({ name }) => name)).toEqual([
    'MessageHeader',
    'TraceHeaderList',
  ]);
  const [manifest] = at(envelope!, 'edXMLBody', 'edXMLManifest');
  expect([manifest!.prefix, manifest!.attributes]).toEqual(['edXML', { version: '1.0' }]);
});

test('says of the document what the register says, every text as text', () => {
  const [header] = at(root, 'edXMLEnvelope', 'edXMLHeader', 'MessageHeader');
  expect(header!.children.map(({ name }) => name)).toEqual([
    'From',
    'To',
    'To',
    'Code',
    'PromulgationInfo',
    'DocumentType',
    'Subject',
    'Content',
    'SignerInfo',
    'DueDate',
    'ToPlaces',
    'OtherInfo',
    'DocumentId',
  ]);
  expect(said(header!)).toMatchObject({
    From: {
      OrganId: '000.00.00.H19',
      OrganName: 'Ủy ban nhân dân thành phố Đồng Nai',
      Email: 'vanthu@dongnai.gov.vn',
      Fax: '',
    },
    To: [
      { OrganName: 'Các sở, ban, ngành', OrganId: '' },
      { OrganName: 'Sở Nội vụ', OrganId: '000.01.00.H19' },
    ],
    Code: { CodeNumber: '01', CodeNotation: 'UBND-HCC' },
    PromulgationInfo: { PromulgationDate: '2026/06/15' },
    DocumentType: { Type: '18', TypeName: 'Công văn' },
    Subject: HOSTILE,
    SignerInfo: { Competence: 'KT. Chủ tịch', Position: 'Phó Chủ tịch' },
    ToPlaces: { Place: ['Các sở, ban, ngành', 'Sở Nội vụ'] },
    OtherInfo: { Priority: '0', PromulgationAmount: '', PageAmount: '' },
    DocumentId: '000.00.00.H19,2026/06/15,01/UBND-HCC',
  });
});

test('has a trace of its making, new and on paper', () => {
  const [trace] = at(root, 'edXMLEnvelope', 'edXMLHeader', 'TraceHeaderList');
  expect(said(trace!)).toEqual({
    TraceHeader: { OrganId: '000.00.00.H19', Timestamp: expect.stringMatching(/^2026\/06\/15 09:\d\d:\d\d$/) },
    Bussiness: { BussinessDocType: '0', BussinessDocReason: '', Paper: '1' },
  });
});

test('carries every kept file, byte for byte, and its manifest names each', () => {
  const references = at(root, 'edXMLEnvelope', 'edXMLBody', 'edXMLManifest', 'Reference').map(said);
  const attached = at(root, 'AttachmentEncoded', 'Attachment').map((one) => said(one) as Record<string, string>);
  expect(files.map(({ fileId }) => fileId)).toEqual(['van-ban', 'signed-1']);
  expect(references).toEqual(
    files.map(({ fileId, fileName, contentType }) => ({
      ContentId: `cid:${fileId}`,
      ContentType: contentType,
      AttachmentName: fileName,
      Description: fileId === 'signed-1' ? 'Bản đã ký' : 'Bản có số (chưa ký)',
    })),
  );
  for (const [i, { sha256 }] of files.entries()) {
    const { ContentTransferEncoded = '', ...named } = attached[i]!;
    expect(named).toEqual(references[i]);
    expect(createHash('sha256').update(Buffer.from(ContentTransferEncoded, 'base64')).digest('hex')).toBe(sha256);
  }
});

describe('what public sources disagree on is a setting', () => {
  const header = (from: ReadElement) => at(from, 'edXMLEnvelope', 'edXMLHeader', 'MessageHeader')[0]!;

  test('DocumentId as a UUID that stays the same', async () => {
    const [one, two] = await Promise.all([pack(docId, { documentId: 'uuid' }), pack(docId, { documentId: 'uuid' })]);
    const id = at(header(one), 'DocumentId')[0]!.text;
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(at(header(two), 'DocumentId')[0]!.text).toBe(id);
  });

  test('the number of a type', async () => {
    const read = await pack(docId, { documentTypes: { CongVan: 1 } });
    expect(at(header(read), 'DocumentType', 'Type')[0]!.text).toBe('1');
  });

  test('attachments in a zip of their own', async () => {
    const read = await pack(docId, { attachments: 'zip-base64' });
    const encoded = at(read, 'AttachmentEncoded', 'Attachment', 'ContentTransferEncoded');
    for (const [i, { fileName, sha256 }] of files.entries()) {
      const unzipped = unzipSync(Buffer.from(encoded[i]!.text, 'base64'));
      expect(Object.keys(unzipped)).toEqual([fileName]);
      expect(createHash('sha256').update(unzipped[fileName]!).digest('hex')).toBe(sha256);
    }
  });

  test('the prefix on every child', async () => {
    const read = await pack(docId, { prefix: 'all' });
    const prefixes = (one: ReadElement): string[] => [one.prefix, ...one.children.flatMap(prefixes)];
    expect(new Set(read.children.flatMap(prefixes))).toEqual(new Set(['edXML']));
    expect(said(header(read))).toEqual(said(header(root)));
  });
});

test('goes out as recalled once it is withdrawn', async () => {
  const { document } = await desk.issued('sẽ thu hồi');
  await withdrawDocument(desk.deps, clerk, { docId: document.docId, seen: document, reason: 'sai <thẩm quyền>' });
  const [business] = at(await pack(document.docId), 'edXMLEnvelope', 'edXMLHeader', 'TraceHeaderList', 'Bussiness');
  expect(said(business!)).toMatchObject({ BussinessDocType: '1', BussinessDocReason: 'sai <thẩm quyền>' });
});

test('refuses what has no file, is not out, is another organ’s, or is asked for by another than the clerk', async () => {
  const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'giấy' } as const;
  const brought = await bringInDocument(desk.deps, clerk, {
    codeNumber: 9,
    issuedDate: '2025-02-03',
    content: { kind: 'record', record },
  });
  const draft = await desk.approved('chưa ban hành');
  const ask = (id: string, actor: Parameters<typeof exportEdxml>[1] = clerk) =>
    exportEdxml(desk.deps, actor, { docId: id, settings });
  await expect(ask(brought.document.docId)).rejects.toMatchObject({ code: 'nothing-to-export' });
  await expect(ask(draft.docId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(ask(docId, { ...clerk, organ: 'phuong-binh-long' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(ask(docId, drafter)).rejects.toMatchObject({ code: 'role-missing' });
});

test('any text comes back from XML as it was, or with a mark where nobody could have seen it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, attribute) => {
      const xml = xmlDocument({ name: 'a', attributes: { b: attribute }, content: [element('c', text)] }, text);
      const read = readXml(xml);
      const kept = (value: string) => [...value].filter((char) => /[\p{L}\p{N}\p{P}\p{S} \n]/u.test(char)).join('');
      if (text !== '')
        expect(kept(read.children[0]!.text).replaceAll('\uFFFD', '')).toBe(kept(text).replaceAll('\uFFFD', ''));
      expect(kept(read.attributes['b']!).replaceAll('\uFFFD', '')).toBe(kept(attribute).replaceAll('\uFFFD', ''));
    }),
  );
});
