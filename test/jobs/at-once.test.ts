import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, office } from '../api/test-api.ts';
import { ask, must } from './support/ask.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import { type ConflictingTable, startConflictingTable } from './support/conflicts.ts';
import type { RunningFunction } from './support/run-function.ts';

const COPIES = 3;
const EACH = 5;
const { drafter, signer, clerk } = office('phuong-binh-long');
let cloud: TestCloud;
let table: ConflictingTable;
let copies: RunningFunction[];

beforeAll(async () => {
  cloud = await startTestCloud();
  table = await startConflictingTable(cloud.table.endpoint);
  const env = { DYNAMODB_ENDPOINT: table.endpoint };
  copies = await Promise.all(Array.from({ length: COPIES }, () => cloud.start('api', env)));
});
afterAll(async () => {
  await cloud.stop();
  await table.stop();
});

/** Takes the ward's plan to approved; its ETag. */
async function approved(api: RunningFunction, docId: string): Promise<string> {
  const data = await example('ke-hoach-phuong-2026');
  const path = `/documents/${docId}`;
  const seen = (etag = '') => ({ headers: { 'if-match': etag } });
  const draft = await must(ask(api, cloud, drafter, 'POST', '/documents', { json: { docId, data } }), 201);
  const submitted = await must(ask(api, cloud, drafter, 'POST', `${path}/submit`, seen(draft.headers['etag'])), 200);
  const answer = await must(ask(api, cloud, signer, 'POST', `${path}/approve`, seen(submitted.headers['etag'])), 200);
  return answer.headers['etag'] ?? '';
}

function issue(api: RunningFunction, docId: string, etag: string) {
  const headers = { 'if-match': etag, 'content-type': 'application/json' };
  const body = JSON.stringify({ signatureConfirmed: true });
  return ask(api, cloud, clerk, 'POST', `/documents/${docId}/issue`, { headers, body });
}

test('copies of the API that issue at once on one series give every number once', async () => {
  const work = await Promise.all(
    copies.map(async (api, copy) => {
      const documents: [docId: string, etag: string][] = [];
      for (let n = 0; n < EACH; n++) {
        const docId = `cung-luc-${copy}-${n}`;
        documents.push([docId, await approved(api, docId)]);
      }
      return { api, documents };
    }),
  );
  // In Lambda a copy has one request at a time.
  const numbers = await Promise.all(
    work.map(async ({ api, documents }) => {
      const given: number[] = [];
      for (const [docId, etag] of documents) {
        given.push((await must(issue(api, docId, etag), 200)).body.document.codeNumber);
      }
      return given;
    }),
  );
  const all = Array.from({ length: COPIES * EACH }, (_, n) => n + 1);
  expect(numbers.flat().sort((a, b) => a - b)).toEqual(all);
});

test('a number that met others is tried again, and each meeting is counted', async () => {
  const api = copies[0]!;
  const etag = await approved(api, 'gap-ba-lan');
  const before = api.metrics()['SeriesConflict']?.length ?? 0;
  table.meet(3);
  const { body } = await must(issue(api, 'gap-ba-lan', etag), 200);
  expect(body.document.codeNumber).toBe(COPIES * EACH + 1);
  expect(api.metrics()['SeriesConflict']?.slice(before)).toEqual([1, 1, 1]);
});

test('a number that never gets its turn is 503 with Retry-After within eight seconds, and spends none', async () => {
  const api = copies[0]!;
  const etag = await approved(api, 'khong-den-luot');
  table.meet(Number.POSITIVE_INFINITY);
  const refused = await must(issue(api, 'khong-den-luot', etag), 503);
  expect(refused.body.code).toBe('busy');
  expect(refused.headers['retry-after']).toBe('2');
  table.meet(0);
  const { body } = await must(issue(api, 'khong-den-luot', etag), 200);
  expect(body.document.codeNumber).toBe(COPIES * EACH + 2);
});
