import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOwnZip } from '#package/read-zip.ts';
import { approve, codes, example, issue, must, office, openTestApi, type TestApi } from '../test-api.ts';

const WARD = 'phuong-binh-long';
const { drafter, signer, clerk } = office(WARD);
let api: TestApi;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
});
afterAll(() => api.close());

describe('the way of a document', () => {
  test('goes from data to an issued file that is found by its number', async () => {
    const data = await example('ke-hoach-phuong-2026');
    const created = await must(api.send(drafter, 'POST', '/documents', { data }), 201);
    const path = created.headers.get('location')!;
    expect(created.body.document).toMatchObject({ state: 'draft', stateName: 'bản thảo', subject: data.subject });

    const saved = await must(
      api.send(drafter, 'PUT', path, { data: { ...data, urgency: 'KHẨN' } }, { 'if-match': created.etag }),
      200,
    );
    const read = await must(api.send(signer, 'GET', path), 200);
    expect(read.body.data.urgency).toBe('KHẨN');
    expect(read.etag).toBe(saved.etag);

    const submitted = await must(api.send(drafter, 'POST', `${path}/submit`, {}, { 'if-match': saved.etag }), 200);
    const approved = await must(
      api.send(signer, 'POST', `${path}/approve`, undefined, { 'if-match': submitted.etag }),
      200,
    );
    const issued = await must(issue(api, clerk, { path, etag: approved.etag }), 200);
    const { document, files } = issued.body;
    expect(document).toMatchObject({ state: 'issued', symbol: '01/KH-UBND', issuedDate: '2026-03-16', codeNumber: 1 });

    const file = await must(api.send(clerk, 'GET', files[0].href), 200);
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(files[0].sha256);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename=01-KH-UBND.docx');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toBe('no-store');

    const found = await must(api.send(clerk, 'GET', '/find?number=1%20kh%20ubnd'), 200);
    expect(found.body.found[0]).toMatchObject({ document: { docId: document.docId }, files });

    const audit = await must(api.send(clerk, 'GET', `${path}/audit`), 200);
    const acts = audit.body.events.map(
      (event: { readonly act: string; readonly actor: string }) => `${event.act} ${event.actor}`,
    );
    const [d, s, c] = [drafter.staffId, signer.staffId, clerk.staffId];
    expect(acts).toEqual([`create ${d}`, `submit ${d}`, `approve ${s}`, `number ${c}`, `complete ${c}`]);
  });

  test('answers the same number when it is issued again', async () => {
    const approved = await approve(api, await example('ke-hoach-phuong-2026'), 'issued-twice');
    const first = await must(issue(api, clerk, approved), 200);
    const second = await must(issue(api, clerk, approved), 200);
    expect(second.body).toEqual(first.body);
  });

  test('answers the same draft when creating is repeated, and refuses another one under its id', async () => {
    const data = await example('ke-hoach-phuong-2026');
    const body = { docId: 'repeated-draft', data };
    const first = await must(api.send(drafter, 'POST', '/documents', body), 201);
    const second = await must(api.send(drafter, 'POST', '/documents', body), 201);
    expect(second.body.document).toEqual(first.body.document);
    const other = { ...body, data: { ...data, urgency: 'KHẨN' } };
    expect((await must(api.send(drafter, 'POST', '/documents', other), 409)).body.code).toBe('already-exists');
  });

  test('refuses a change of what is no longer what was seen, and one that does not say what was seen', async () => {
    const data = await example('ke-hoach-phuong-2026');
    const draft = await must(api.send(drafter, 'POST', '/documents', { docId: 'two-editors', data }), 201);
    const match = { 'if-match': draft.etag };
    await must(api.send(drafter, 'PUT', '/documents/two-editors', { data: { ...data, urgency: 'KHẨN' } }, match), 200);
    const late = await must(api.send(drafter, 'PUT', '/documents/two-editors', { data }, match), 412);
    expect(late.body.code).toBe('stale');
    expect((await must(api.send(drafter, 'PUT', '/documents/two-editors', { data }), 428)).body.code).toBe(
      'if-match-required',
    );
    await must(api.send(drafter, 'PUT', '/documents/two-editors', { data }, { 'if-match': '*' }), 400);
  });

  test('goes back to its drafter with a reason, and forth again', async () => {
    const data = await example('ke-hoach-phuong-2026');
    const { path, etag } = await approve(api, data, 'sent-back');
    const reason = 'Bổ sung nơi nhận.';
    const back = await must(api.send(signer, 'POST', `${path}/return`, { reason }, { 'if-match': etag }), 200);
    expect(back.body).toMatchObject({ state: 'draft', returnReason: reason });
    const changed = { ...data, recipients: [...data.recipients, 'Trạm Y tế phường'] };
    const saved = await must(api.send(drafter, 'PUT', path, { data: changed }, { 'if-match': back.etag }), 200);
    const again = await must(api.send(drafter, 'POST', `${path}/submit`, {}, { 'if-match': saved.etag }), 200);
    expect(again.body).toMatchObject({ state: 'submitted' });
    expect(again.body.returnReason).toBeUndefined();
  });

  test('says which acts a state would take', async () => {
    const { path, etag } = await approve(api, await example('ke-hoach-phuong-2026'), 'wrong-act');
    const refused = await must(api.send(drafter, 'POST', `${path}/submit`, {}, { 'if-match': etag }), 409);
    expect(refused.body.detail).toBe(
      'Văn bản đang ở trạng thái “đã duyệt” nên không thể trình; ở trạng thái này bạn chỉ có thể ghi hạn; người khác có thể trả lại (người ký, văn thư) hoặc cấp số (văn thư).',
    );
  });

  test('shows holes in a draft and refuses to submit them, all at once', async () => {
    const { subject: _, recipients: __, ...data } = await example('ke-hoach-phuong-2026');
    const draft = await must(api.send(drafter, 'POST', '/documents', { docId: 'with-holes', data }), 201);
    const holes = draft.body.findings.filter(({ code }: { readonly code: string }) => code === 'MISSING_SHOWN');
    expect(holes.map(({ path }: { readonly path: string }) => path)).toEqual([
      'Trích yếu (subject)',
      'Nơi nhận (recipients)',
    ]);

    const preview = await must(api.send(drafter, 'GET', '/documents/with-holes/preview'), 200);
    expect(bodyXml(preview.bytes)).toContain('[THIẾU: trích yếu]');

    const refused = await must(
      api.send(drafter, 'POST', '/documents/with-holes/submit', {}, { 'if-match': draft.etag }),
      422,
    );
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(codes(refused).filter((code) => code === 'MISSING')).toHaveLength(2);
  });

  test('gives a paper document no number before the clerk has confirmed its signature', async () => {
    const { path, etag } = await approve(api, await example('ke-hoach-phuong-2026'), 'not-signed');
    for (const body of [{}, { signatureConfirmed: false }]) {
      const refused = await must(api.send(clerk, 'POST', `${path}/issue`, body, { 'if-match': etag }), 422);
      expect(refused.body).toMatchObject({
        code: 'signature-not-confirmed',
        detail: expect.stringContaining('hãy xác nhận đã có chữ ký'),
      });
    }
    expect((await api.send(clerk, 'GET', path)).body.document.state).toBe('approved');
  });

  test('issues an electronic document by itself, an appendix in a file of its own with it', async () => {
    const data = await example('ke-hoach-phuong-2026');
    const [appendix] = data.appendices;
    const electronic = { ...data, medium: 'electronic', appendices: [{ ...appendix, ownFile: true }] };
    const { path, etag } = await approve(api, electronic, 'electronic');
    const { body } = await must(api.send(clerk, 'POST', `${path}/issue`, undefined, { 'if-match': etag }), 200);
    expect(body.files.map(({ role }: { readonly role: string }) => role)).toEqual(['rendered', 'appendix']);
    for (const { href, sha256 } of body.files) {
      const { bytes } = await must(api.send(clerk, 'GET', href), 200);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });
});

function bodyXml(docx: Uint8Array): string {
  return readOwnZip(docx).get('word/document.xml')!;
}
