import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOC, DOCX, ODT, PDF } from '#base/content-types.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { olderFiles } from '#local/server/office/older-files.ts';
import { runOffice } from '#pdf/run-office.ts';
import { examples } from '../../format/examples.ts';
import { pdfOf } from '../../read/support/example-pdf.ts';
import { makeDocx } from '../../read/support/make-docx.ts';
import { officePlan } from '../../read/support/office-plan.ts';
import { approve, example, issue, must, office, openTestApi, type TestApi } from '../test-api.ts';

const ORGAN = 'phuong-binh-long';
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
});
afterAll(() => api.close());

const plan = makeDocx(officePlan({}));

/** Sends a file as the drafter of the ward. */
async function upload(path: string, bytes: Uint8Array, type = DOCX, to = api) {
  const authorization = `Bearer ${await to.tokenOf(office(ORGAN).drafter)}`;
  return await to.raw(path, {
    method: 'POST',
    headers: { authorization, 'content-type': type },
    body: Buffer.from(bytes),
  });
}

test('checks a Word file and keeps nothing of it', async () => {
  const { drafter } = office(ORGAN);
  const { body } = await must(upload('/checks', plan), 200);
  expect(body).toMatchObject({ kind: 'administrative', typeName: 'Kế hoạch' });
  const label = body.results.find(({ id }: { readonly id: string }) => id === 'recipients-label.size');
  expect(label).toMatchObject({ verdict: 'fail', clause: 'PL I, II.9.d', violations: [{ found: 'cỡ 14' }] });
  expect((await must(api.send(drafter, 'GET', '/documents?state=draft'), 200)).body.items).toEqual([]);
});

test('makes data of a Word file that can be saved as a draft', async () => {
  const { drafter } = office(ORGAN);
  const data = await example('ke-hoach-phuong-2026');
  await must(api.send(drafter, 'POST', '/documents', { docId: 'as-it-was-typed', data }), 201);
  const { bytes } = await must(api.send(drafter, 'GET', '/documents/as-it-was-typed/preview'), 200);
  const { body } = await must(upload('/imports', bytes), 200);
  expect(body.data).toMatchObject({ schema: 'KeHoach@1', organ: ORGAN, subject: data.subject, bases: data.bases });
  expect(body.notes).toEqual([]);
  await must(api.send(drafter, 'POST', '/documents', { docId: 'as-it-came-back', data: body.data }), 201);
  const again = await must(api.send(drafter, 'GET', '/documents/as-it-came-back/preview'), 200);
  expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
});

test('says which organ a file names when it is not one’s own', async () => {
  const { body } = await must(upload('/imports', plan), 200);
  expect(body.data).toMatchObject({ schema: 'KeHoach@1', organ: ORGAN, subject: 'Cải cách hành chính năm 2026' });
  expect(body.notes.map(({ code }: { readonly code: string }) => code)).toContain('ORGAN_GUESSED');
});

/** Sends a .docx ahead: the id of the upload. */
async function sentAhead(bytes: Uint8Array): Promise<string> {
  const { drafter } = office(ORGAN);
  const announced = { size: bytes.length, sha256: sha256Hex(bytes), contentType: DOCX };
  const { body } = await must(api.send(drafter, 'POST', '/uploads', announced), 201);
  const authorization = `Bearer ${await api.tokenOf(drafter)}`;
  const put = { method: 'PUT', headers: { ...body.headers, authorization }, body: Buffer.from(bytes) };
  await must(api.raw(body.url, put), 204);
  return body.uploadId;
}

test('draws the file beside what was understood, and reads it again with a level that a person corrected', async () => {
  const { drafter } = office(ORGAN);
  const uploadId = await sentAhead(plan);
  const { body } = await must(api.send(drafter, 'POST', '/imports', { uploadId }), 200);
  const point = body.drawn.blocks.find(({ level }: { readonly level?: string }) => level === 'point');
  expect(point).toMatchObject({ kind: 'paragraph', role: 'part', runs: [{ text: 'a) Cấp tỉnh.' }] });
  expect(body.drawn.blocks.filter(({ kind }: { readonly kind: string }) => kind === 'table')).toHaveLength(3);
  const levels = { [point.index]: 'dash' };
  const again = await must(api.send(drafter, 'POST', '/imports', { uploadId, levels }), 200);
  expect(JSON.stringify(body.data)).toContain('{"level":"point","text":"Cấp tỉnh."');
  expect(JSON.stringify(again.body.data)).toContain('{"level":"dash","text":"Cấp tỉnh."');
  const { body: wrong } = await must(
    api.send(drafter, 'POST', '/imports', { uploadId, levels: { '1': 'heading' } }),
    422,
  );
  expect(JSON.stringify(wrong)).toContain('levels');
});

test('reads the text layer of a PDF: data to save, and a check of what a PDF says', async () => {
  const golden = examples.find(({ name }) => name === 'ke-hoach-phuong-2026')!;
  const pdf = await pdfOf(golden);
  const { body } = await must(upload('/imports', pdf, PDF), 200);
  expect(body.data).toMatchObject({ schema: 'KeHoach@1', organ: ORGAN, subject: golden.document.subject });
  expect(body.notices.map(({ code }: { readonly code: string }) => code)).toEqual(['PAGE_MARKS']);
  const { body: report } = await must(upload('/checks', pdf, PDF), 200);
  expect(report).toMatchObject({ typeName: 'Kế hoạch', counts: { error: 0, warning: 0 } });
  const spacing = report.results.find(({ id }: { readonly id: string }) => id === 'text.line-spacing');
  expect(spacing).toMatchObject({ verdict: 'not-assessed', reason: expect.stringContaining('Tệp PDF không cho biết') });
});

test('says of a scan that it has no text layer', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const { body } = await must(upload('/imports', await pdf.save(), PDF), 422);
  expect(body.detail).toBe('Đây là tệp ảnh quét, không có lớp chữ; hãy dùng tệp Word hoặc bản PDF xuất từ Word.');
});

test('reads a .doc and an .odt where there is LibreOffice, and names the .doc where there is none', async () => {
  const doc = await officeFile('doc');
  const { body } = await must(upload('/imports', doc, DOC), 422);
  expect(body.detail).toContain('tệp Word đời cũ (.doc)');
  const withOffice = await openTestApi('2026-03-16T09:00:00+07:00', (deps) => ({ ...deps, toDocx: olderFiles() }));
  try {
    for (const [bytes, type] of [
      [doc, DOC],
      [await officeFile('odt'), ODT],
    ] as const) {
      const read = await must(upload('/imports', bytes, type, withOffice), 200);
      expect(read.body.data).toMatchObject({ schema: 'KeHoach@1', subject: 'Cải cách hành chính năm 2026' });
    }
  } finally {
    await withOffice.close();
  }
});

/** The plan as Word 97 or OpenDocument has it. */
async function officeFile(ending: 'doc' | 'odt'): Promise<Uint8Array> {
  const convertTo = ending === 'doc' ? 'doc:MS Word 97' : 'odt:writer8';
  const job = { bytes: plan, name: 'ban.docx', readAs: 'MS Word 2007 XML', convertTo, timeoutMs: 60_000 };
  return runOffice({}, job, (dir) => readFile(join(dir, `ban.${ending}`)));
}

test('warns of a căn cứ that the register knows as withdrawn, and of a name that the organ did not bear on the day', async () => {
  const { clerk } = office(ORGAN);
  const approved = await approve(api, await example('ke-hoach-phuong-2026'), 'bi-thu-hoi');
  const { path } = approved;
  const issued = await must(issue(api, clerk, approved), 200);
  const { symbol } = issued.body.document;
  const cites = `Căn cứ Kế hoạch số ${symbol} ngày 16/3/2026 của UBND phường Bình Long về cải cách hành chính;`;
  const citing = makeDocx({
    ...officePlan({}),
    body: officePlan({}).body.replace(/Căn cứ Kế hoạch số 12[^<]*/, cites),
  });
  const inForce = async (bytes: Uint8Array) => {
    const { body } = await must(upload('/checks', bytes), 200);
    return body.results.find(({ id }: { readonly id: string }) => id === 'citation.in-force');
  };
  expect(await inForce(citing)).toMatchObject({ verdict: 'pass' });
  const shown = await must(api.send(clerk, 'GET', path), 200);
  await must(api.send(clerk, 'POST', `${path}/withdraw`, { reason: 'Ban hành nhầm' }, { 'if-match': shown.etag }), 200);
  expect(await inForce(citing)).toMatchObject({
    verdict: 'fail',
    severity: 'warning',
    violations: [{ found: `văn bản số ${symbol} đã thu hồi`, quote: expect.stringContaining(symbol), page: 1 }],
  });
  const { body } = await must(upload('/checks', plan), 200);
  expect(body.results.find(({ id }: { readonly id: string }) => id === 'organ.name-on-day')).toMatchObject({
    verdict: 'not-assessed',
  });
});

test('refuses a file that bears a secrecy mark, whatever it is brought for', async () => {
  const secret = officePlan({});
  const body = secret.body.replace('SỞ NỘI VỤ</w:t></w:r></w:p>', '$&<w:p><w:r><w:t>MẬT</w:t></w:r></w:p>');
  for (const path of ['/checks', '/imports']) {
    const refused = await must(upload(path, makeDocx({ ...secret, body })), 422);
    expect(refused.body.code).toBe('file-secret');
    expect(refused.body.detail).toContain('Tệp mang dấu “MẬT”');
  }
});

test('says why a file cannot be read', async () => {
  const html = new TextEncoder().encode('<html><body>Công văn</body></html>');
  const { body } = await must(upload('/checks', html), 422);
  expect(body.code).toBe('word-unreadable');
  expect(body.detail).toBe('Tệp này là trang web (HTML) mang tên tệp Word; hãy mở bằng Word rồi lưu lại thành .docx.');
});

test('keeps the check of what was approved with it, by the hash of its content', async () => {
  const { drafter, signer } = office(ORGAN);
  const data = await example('ke-hoach-phuong-2026');
  await must(api.send(drafter, 'POST', '/documents', { docId: 'chua-duyet', data }), 201);
  expect((await must(api.send(drafter, 'GET', '/documents/chua-duyet/check'), 404)).body.code).toBe('not-found');
  await approve(api, data, 'duoc-kiem-tra');
  const { body } = await must(api.send(signer, 'GET', '/documents/duoc-kiem-tra/check'), 200);
  const { body: shown } = await must(api.send(signer, 'GET', '/documents/duoc-kiem-tra'), 200);
  expect(body.contentHash).toBe(shown.document.contentHash);
  expect(body.fileSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(body.report).toMatchObject({ kind: 'administrative', typeName: 'Kế hoạch', counts: { error: 0, warning: 0 } });
});
