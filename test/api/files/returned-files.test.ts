import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCX } from '#base/content-types.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { docxParts, p, zipDocx } from '../../read/support/make-docx.ts';
import { example, must, office, openTestApi, type TestApi } from '../test-api.ts';

const { drafter } = office('phuong-binh-long');
const DOC = 'ke-hoach-di-va-ve';
let api: TestApi;
let sent: ReadonlyMap<string, string>;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  const data = await example('ke-hoach-phuong-2026');
  await must(api.send(drafter, 'POST', '/documents', { docId: DOC, data }), 201);
  const { bytes } = await must(api.send(drafter, 'GET', `/documents/${DOC}/preview`), 200);
  sent = readOwnZip(bytes);
});
afterAll(() => api.close());

/** The file as a leader sent it back: the document's XML edited, comments added. */
function edited(change: (xml: string) => string, comments?: string): Uint8Array {
  const xml = sent.get('word/document.xml') ?? '';
  const after = change(xml);
  expect(after).not.toBe(xml);
  const part =
    comments === undefined
      ? {}
      : { 'word/comments.xml': String(docxParts({ body: '', comments })['word/comments.xml']) };
  const rels = sent.get('word/_rels/document.xml.rels') ?? '';
  const relation =
    '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>';
  return zipDocx({
    ...Object.fromEntries(sent),
    'word/document.xml': after,
    'word/_rels/document.xml.rels':
      comments === undefined ? rels : rels.replace('</Relationships>', `${relation}</Relationships>`),
    ...part,
  });
}

/** Sends a file ahead: the id of the upload. */
async function sentAhead(bytes: Uint8Array): Promise<string> {
  const announced = { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), contentType: DOCX };
  const { body } = await must(api.send(drafter, 'POST', '/uploads', announced), 201);
  const authorization = `Bearer ${await api.tokenOf(drafter)}`;
  await must(
    api.raw(body.url, { method: 'PUT', headers: { ...body.headers, authorization }, body: Buffer.from(bytes) }),
    204,
  );
  return body.uploadId;
}

async function compare(bytes: Uint8Array, decisions: Record<string, string> = {}) {
  const uploadId = await sentAhead(bytes);
  return api.send(drafter, 'POST', `/documents/${DOC}/returned-file`, { uploadId, decisions });
}

const AUTHOR = 'w:id="9" w:author="Trần Văn B" w:date="2026-03-15T10:00:00Z"';
const OLD = 'phù hợp với từng nhóm đối tượng';
const tracked = (xml: string) =>
  xml.replace(
    new RegExp(`<w:t([^>]*)>([^<]*)${OLD}([^<]*)</w:t>`),
    (_, space: string, before: string, after: string) => {
      const deleted = `<w:del ${AUTHOR}><w:r><w:delText>${OLD}</w:delText></w:r></w:del>`;
      const inserted = `<w:ins ${AUTHOR}><w:r><w:t>sát từng nhóm đối tượng</w:t></w:r></w:ins>`;
      return `<w:t${space} xml:space="preserve">${before}</w:t></w:r>${deleted}${inserted}<w:r><w:t xml:space="preserve">${after}</w:t>`.replace(
        /( xml:space="preserve"){2}/,
        '$1',
      );
    },
  );

test('a file that nobody changed changes nothing, though it holds less than the draft', async () => {
  const { body } = await must(
    compare(edited((xml) => xml.replace('</w:body>', '<!-- mở ra, đóng lại --></w:body>'))),
    200,
  );
  expect([body.isLikely, body.likeness > 0.95]).toEqual([true, true]);
  expect(body.changes.filter(({ file }: { readonly file: string }) => file !== 'unchanged')).toEqual([]);
  const { body: saved } = await must(api.send(drafter, 'GET', `/documents/${DOC}`), 200);
  expect(body.data).toEqual(saved.data);
});

test('tracked changes and comments come with their authors, and are taken or left one by one', async () => {
  const comments = `<w:comment w:id="3" w:author="Lê Thị C">${p('Bổ sung thời hạn')}</w:comment>`;
  const file = edited(
    (xml) => tracked(xml).replace(/(<w:pStyle w:val="GachDauDong"\/><\/w:pPr>)/, '$1<w:commentRangeStart w:id="3"/>'),
    comments,
  );
  const { body } = await must(compare(file), 200);
  const [change, ...others] = body.changes.filter(({ file: by }: { readonly file: string }) => by !== 'unchanged');
  expect(others).toEqual([]);
  expect(change).toMatchObject({ file: 'changed', draft: 'unchanged', outcome: 'file' });
  expect(JSON.stringify(change.now)).toContain('sát từng nhóm');
  expect(body.tracked.map(({ kind, author, text }: Record<string, string>) => [kind, author, text])).toEqual([
    ['deleted', 'Trần Văn B', OLD],
    ['inserted', 'Trần Văn B', 'sát từng nhóm đối tượng'],
  ]);
  expect(body.tracked.map(({ partId }: { readonly partId: string }) => partId)).toEqual([change.id, change.id]);
  expect(body.comments).toMatchObject([{ author: 'Lê Thị C', text: 'Bổ sung thời hạn' }]);
  expect(JSON.stringify(body.data)).toContain('sát từng nhóm');

  const left = await must(compare(file, { [change.id]: 'draft' }), 200);
  expect(JSON.stringify(left.body.data)).not.toContain('sát từng nhóm');
});

test('a file that was typed over without tracking is compared with the draft as it is', async () => {
  const { body } = await must(compare(edited((xml) => xml.replace(OLD, 'gần từng nhóm đối tượng'))), 200);
  const changed = body.changes.filter(({ file }: { readonly file: string }) => file !== 'unchanged');
  expect(changed).toMatchObject([{ file: 'changed', draft: 'unchanged', outcome: 'file' }]);
  expect(body.isLikely).toBe(true);
  expect(JSON.stringify(body.data)).toContain('gần từng nhóm');
});

test('what is taken can be saved as the draft', async () => {
  const { body } = await must(compare(edited(tracked)), 200);
  const { headers } = await must(api.send(drafter, 'GET', `/documents/${DOC}`), 200);
  const request = { 'if-match': headers.get('etag') ?? '' };
  await must(api.send(drafter, 'PUT', `/documents/${DOC}`, { data: body.data }, request), 200);
});

test('another document’s file is told, and a file without a body is refused', async () => {
  const other = zipDocx(docxParts({ body: p('Giấy mời họp tổ dân phố tháng Tư, mời ông bà đến dự đông đủ.') }));
  const { body } = await must(compare(other), 200);
  expect(body.isLikely).toBe(false);
  const empty = await must(compare(zipDocx(docxParts({ body: p('') }))), 422);
  expect(empty.body.code).toBe('returned-unclear');
});

test('the draft of a returned file is found by its words, among others and after another name', async () => {
  const other = { ...(await example('cong-van-thanh-pho-2026')), organ: 'phuong-binh-long' };
  await api.send(drafter, 'POST', '/documents', { docId: 'van-ban-khac', data: other });
  const plan = await example('ke-hoach-phuong-2026');
  const alike = { ...plan, subject: 'Kiểm tra cải cách hành chính năm 2026', body: plan.body.slice(0, 1) };
  await must(api.send(drafter, 'POST', '/documents', { docId: 'ke-hoach-gan-giong', data: alike }), 201);
  const find = async (bytes: Uint8Array) => {
    const uploadId = await sentAhead(bytes);
    return (await must(api.send(drafter, 'POST', '/returned-files', { uploadId }), 200)).body.items;
  };
  const [first, ...rest] = await find(edited((xml) => tracked(xml).replace('năm 2026 trên địa bàn', 'trên địa bàn')));
  expect(first).toMatchObject({ docId: DOC, isLikely: true, state: 'draft', typeName: 'Kế hoạch' });
  for (const one of rest) expect(one.likeness).toBeLessThan(first.likeness);
  const stranger = zipDocx(docxParts({ body: p('Giấy mời họp tổ dân phố tháng Tư, mời ông bà đến dự đông đủ.') }));
  expect(await find(stranger)).toEqual([]);
});

test('căn cứ and the opening sentence that a hand changed are asked for too, and what they cite stays known', async () => {
  const by = (xml: string) =>
    xml
      .replace(/(<w:t[^>]*>)([^<]*)cụ thể như sau:<\/w:t>/, (_, open: string, before: string) => {
        const rest = `<w:del ${AUTHOR}><w:r><w:delText>cụ thể </w:delText></w:r></w:del><w:r><w:t>như sau:</w:t>`;
        return `${open.replace('<w:t>', '<w:t xml:space="preserve">')}${before}</w:t></w:r>${rest}`;
      })
      .replace('Căn cứ Kế hoạch số 51/KH-UBND', 'Căn cứ Kế hoạch số 52/KH-UBND');
  const { body } = await must(compare(edited(by)), 200);
  const changed = body.changes.filter(({ file }: { readonly file: string }) => file !== 'unchanged');
  expect(changed.map(({ id }: { readonly id: string }) => id)).toEqual(['opening']);
  expect(body.data.opening).toMatch(/phường Bình Long, như sau:$/u);
  expect(body.tracked.map(({ partId }: { readonly partId: string }) => partId)).toEqual(['opening']);

  // Typed over without tracking: compared with what the draft prints.
  const typed = (xml: string) => xml.replace('Căn cứ Kế hoạch số 51/KH-UBND', 'Căn cứ Kế hoạch số 52/KH-UBND');
  const again = await must(compare(edited(typed)), 200);
  const bases = again.body.changes.find(({ id }: { readonly id: string }) => id === 'bases');
  expect(bases).toMatchObject({ file: 'changed', draft: 'unchanged', outcome: 'file' });
  const { body: saved } = await must(api.send(drafter, 'GET', `/documents/${DOC}`), 200);
  expect(again.body.data.bases[0]).toEqual(saved.data.bases[0]);
  expect(JSON.stringify(again.body.data.bases[1])).toContain('52/KH-UBND');
});

test('the file of a draft that has errors since is found, and what is wrong in the draft is told before it is compared', async () => {
  const plan = await example('ke-hoach-phuong-2026');
  const [basis] = plan.bases;
  const wrong = { ...plan, bases: [{ ...basis, cites: { ...basis.cites, issuedDate: '2026-02-30' } }] };
  const begun = { docId: 'du-thao-con-sai', data: wrong, withErrors: true };
  await must(api.send(drafter, 'POST', '/documents', begun), 201);
  const uploadId = await sentAhead(edited(tracked));
  const { items } = (await must(api.send(drafter, 'POST', '/returned-files', { uploadId }), 200)).body;
  expect(items.map(({ docId }: { readonly docId: string }) => docId)).toContain('du-thao-con-sai');
  const asked = { uploadId, decisions: {} };
  const { body } = await must(api.send(drafter, 'POST', '/documents/du-thao-con-sai/returned-file', asked), 422);
  expect(body.code).toBe('document-invalid');
  expect(body.errors.map(({ code }: { readonly code: string }) => code)).toContain('INVALID_DATE');
});
