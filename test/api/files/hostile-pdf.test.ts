import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallPdf } from '../../support/pdf.ts';
import { approve, example, issue, must, office, openTestApi, type TestApi } from '../test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
});
afterAll(() => api.close());

test('a signed file that acts by itself is not kept; one that goes to its own pages is', async () => {
  const data = await example('ke-hoach-phuong-2026');
  const { clerk } = office(data.organ);
  const approved = await approve(api, data, randomUUID());
  const { etag } = await must(issue(api, clerk, approved), 200);
  const text = new TextDecoder().decode(smallPdf());
  const send = async (action: string) => {
    const body = text.replace('xref\n', `3 0 obj<<${action}>>endobj\nxref\n`);
    return api.raw(`${approved.path}/signed`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${await api.tokenOf(clerk)}`,
        'content-type': 'application/pdf',
        'if-match': etag,
      },
      body: Uint8Array.from(body, (char) => char.charCodeAt(0)),
    });
  };
  const refused = await must(send('/S/JavaScript/JS(app.alert\\(1\\))'), 422);
  expect(refused.body).toMatchObject({ code: 'pdf-unsafe', detail: expect.stringContaining('JavaScript') });
  await must(send('/S/GoTo/D[0]'), 200);
});
