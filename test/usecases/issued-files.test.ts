import { afterAll, beforeAll, expect, test } from 'vitest';
import type { role } from '#usecases/actor.ts';
import { findByNumber } from '#usecases/search/find-by-number.ts';
import { CITY, type Desk, openDesk, PEOPLE } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const reader = { organ: CITY, staffId: 'a-reader', roles: ['reader'] } as const;

test('another file under the key of an issue is not taken for its own, and the document stays numbered', async () => {
  const document = await desk.approved('tệp lạ');
  await desk.deps.store.put(`issued/${CITY}/${document.docId}/van-ban`, Buffer.from('tệp của ai khác'), {
    contentType: 'text/plain',
    metadata: { 'doc-id': 'another' },
    ifAbsent: true,
  });
  await expect(desk.issue(document)).rejects.toMatchObject({ code: 'stored-file-differs' });
  expect((await desk.deps.register.getDocument(CITY, document.docId)).state).toBe('numbered');
});

test('a numbered document without its files is found by its drafters and clerks, not by a reader', async () => {
  const document = await desk.approved('chưa có tệp');
  const store = { ...desk.deps.store, put: () => Promise.reject(new Error('disk')) };
  const broken = { ...desk.deps, store };
  const { issueDocument } = await import('#usecases/issuing/issue-document.ts');
  const input = { docId: document.docId, seen: document, signatureConfirmed: true };
  await issueDocument(broken, PEOPLE.clerk, input).catch(() => {});
  const { codeNumber } = await desk.deps.register.getDocument(CITY, document.docId);
  expect(codeNumber).toBeDefined();
  const found = async (who: {
    readonly organ: string;
    readonly staffId: string;
    readonly roles: readonly (typeof role.options)[number][];
  }) => (await findByNumber(desk.deps, who, { text: `${codeNumber}/UBND-HCC` })).found.map(({ row }) => row.docId);
  expect(await found(PEOPLE.clerk)).toEqual([document.docId]);
  expect(await found(reader)).toEqual([]);
});
