import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_DRAFTS } from '#usecases/drafting/create-document.ts';
import { MAX_UPLOADS } from '#usecases/uploads/upload-ticket.ts';
import { example, must, office, openTestApi, type TestApi } from '../test-api.ts';

const { drafter, clerk } = office('dong-nai');
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
});
afterAll(() => api.close());

test('a person has so many drafts and no more; others, and what is repeated, are not held up', async () => {
  const data = await example('cong-van-thanh-pho-2026');
  const create = (docId: string, who = drafter) => api.send(who, 'POST', '/documents', { docId, data });
  const first = randomUUID();
  await must(create(first), 201);
  for (let n = 2; n <= MAX_DRAFTS; n++) {
    await api.deps.register.createDraft({
      ...{ organ: 'dong-nai', docId: `cua-toi-${n}`, drafterId: drafter.staffId, at: api.calendar.clock.now() },
      data: { key: 'k', sha256: '0'.repeat(64), size: 1 },
      summary: {
        ...{ typeCode: 'CongVan', typeName: 'Công văn', organName: 'UBND', codeNotation: 'UBND-VP' },
        ...{ series: 'cong-van', subject: 'x', to: [] },
      },
    });
  }
  const refused = await must(create(randomUUID()), 409);
  expect(refused.body).toMatchObject({ code: 'too-many-drafts', detail: expect.stringContaining(`${MAX_DRAFTS}`) });
  await must(create(first), 201);
  await must(create(randomUUID(), { ...drafter, staffId: 'nguoi-khac' }), 201);
});

test('a person announces so many uploads in a day and no more; others are not held up', async () => {
  const upload = (who = clerk) =>
    api.send(who, 'POST', '/uploads', { size: 1, sha256: '0'.repeat(64), contentType: 'application/pdf' });
  for (let n = 0; n < MAX_UPLOADS; n++) await must(upload(), 201);
  expect((await must(upload(), 429)).body.code).toBe('too-many-uploads');
  await must(upload({ ...clerk, staffId: 'nguoi-khac' }), 201);
  api.calendar.moveTo('2026-03-17T10:00:00+07:00');
  await must(upload(), 201);
});
