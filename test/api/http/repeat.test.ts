import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example, must, office, openTestApi, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer } = office(OWN);
const otherSigner = { ...someone(OWN, 'signer'), staffId: 'another-signer' };
const otherDrafter = { ...someone(OWN, 'drafter'), staffId: 'another-drafter' };
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

const post = (who: typeof drafter, docId: string, act: string, etag: string, body: object = {}) =>
  api.send(who, 'POST', `/documents/${docId}/${act}`, body, { 'if-match': etag });
const draft = (docId: string) => must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);

describe('an answer that was lost', () => {
  test('of submitting comes again with the ETag from before, and nothing is done twice', async () => {
    const { etag } = await draft('submitted-twice');
    const first = await must(post(drafter, 'submitted-twice', 'submit', etag), 200);
    const again = await must(post(drafter, 'submitted-twice', 'submit', etag), 200);
    expect([again.etag, again.body]).toEqual([first.etag, first.body]);
    expect(await api.deps.register.listEvents(OWN, 'submitted-twice')).toHaveLength(2);
    expect((await post(drafter, 'submitted-twice', 'submit', first.etag)).status).toBe(409);
    expect((await post(drafter, 'submitted-twice', 'submit', '"v1-r9"')).status).toBe(409);
    expect((await post(otherDrafter, 'submitted-twice', 'submit', etag)).status).toBe(403);
    const other = await post(drafter, 'submitted-twice', 'submit', etag, { replaces: ['something-else'] });
    expect(other.status).toBe(409);
  });

  test('of approving comes again to the one who approved', async () => {
    const { etag } = await draft('approved-twice');
    const submitted = await must(post(drafter, 'approved-twice', 'submit', etag), 200);
    const first = await must(post(signer, 'approved-twice', 'approve', submitted.etag), 200);
    const again = await must(post(signer, 'approved-twice', 'approve', submitted.etag), 200);
    expect([again.etag, again.body]).toEqual([first.etag, first.body]);
    expect(await api.deps.register.listEvents(OWN, 'approved-twice')).toHaveLength(3);
    expect((await post(otherSigner, 'approved-twice', 'approve', submitted.etag)).status).toBe(409);
    expect((await post(drafter, 'approved-twice', 'submit', etag)).status).toBe(409);
  });

  test('does not come where the document has gone back since', async () => {
    const { etag } = await draft('sent-back');
    const submitted = await must(post(drafter, 'sent-back', 'submit', etag), 200);
    await must(post(signer, 'sent-back', 'return', submitted.etag, { reason: 'Thiếu căn cứ' }), 200);
    expect((await post(drafter, 'sent-back', 'submit', etag)).status).toBe(412);
    expect((await post(signer, 'sent-back', 'approve', submitted.etag)).status).toBe(409);
  });
});
