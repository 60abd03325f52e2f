import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '#api/create-api.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { BULK_POOL, openThreadPool } from '#local/heavy/thread-pool.ts';
import { renderDocument } from '#render/render.ts';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Store } from '#store/s3-store.ts';
import type { Actor } from '#usecases/actor.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { runFanOut } from '#usecases/fan-out/run-fan-out.ts';
import { startFanOut } from '#usecases/fan-out/start-fan-out.ts';
import { zipFanOut } from '#usecases/fan-out/zip-fan-out.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { banhanh, root } from '../local/run-banhanh.ts';
import { exampleProfiles } from '../support/desk.ts';
import { startTestBucket } from '../support/s3rver.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';
import { provincePlan } from './support/example.ts';
import { fanOutDeps } from './support/fan-out-scene.ts';

const clerk: Actor = { organ: 'dong-nai', staffId: 'van-thu', roles: ['clerk'] };
const POISONED = '26179';
const profiles = [{ schema: 'DonVi@1', unitCode: POISONED, offices: { 'kinh tế': null } }];

let table: TestTable;
let deps: FanOutDeps;
let rendered = 0;

beforeAll(async () => {
  table = await openTestTable();
  const files = join(table.dir, 'files');
  const startsAt = '2026-03-16T09:00:00+07:00';
  deps = {
    ...fanOutDeps({ table: table.table, files, startsAt }),
    render: (request) => {
      rendered += 1;
      return renderDocument(request);
    },
  };
  for (const profile of await exampleProfiles()) {
    const admin: Actor = { organ: profile.organId, staffId: 'quan-tri', roles: ['admin'] };
    await putProfile(deps, admin, { profile, rev: null });
  }
});
afterAll(() => table.stop());

const start = (runId: string, units: string) =>
  startFanOut(deps, clerk, { runId, plan: provincePlan(), units, profiles });
const pump = (runId: string) => runFanOut(deps, 'dong-nai', runId, { worker: 'a' });
/** The ZIP over HTTP, on one machine or where the store makes links. */
const ask = (from: FanOutDeps, runId: string) => {
  const api = createApi({
    deps: from,
    authenticate: async () => clerk,
    startPump: async () => undefined,
    report: ({ error }) => {
      throw error;
    },
  });
  return api.request(`/fan-outs/${runId}/zip`, { headers: { authorization: 'Bearer a.b.c' } });
};
const contents = (bytes: Uint8Array) => {
  const parts = unzipSync(bytes);
  const text = (name: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(parts[name]);
  return { parts, manifest: JSON.parse(text('manifest.json')), csv: text('manifest.csv') };
};

test('holds the file of each unit and says who has what, for machines and for people', async () => {
  await start('mot', `25326, ${POISONED}`);
  await pump('mot');
  const response = await ask(deps, 'mot');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename=ke-hoach-don-vi-mot.zip');
  const { parts, manifest, csv } = contents(await response.bytes());
  expect(Object.keys(parts)).toEqual(['don-vi/25326-phuong-binh-long.docx', 'manifest.json', 'manifest.csv']);
  const sha256 = sha256Hex(parts['don-vi/25326-phuong-binh-long.docx']!);
  expect(manifest).toMatchObject({ runId: 'mot', on: '2026-03-16', counts: { units: 2, done: 1, failed: 1 } });
  expect(manifest.units).toMatchObject([
    { unitCode: '25326', state: 'done', files: [{ fileName: '25326-phuong-binh-long.docx', sha256 }] },
    { unitCode: POISONED, state: 'failed', files: [] },
  ]);
  expect(manifest.units[1].reasons[0]).toContain('Đơn vị không có cơ quan cho “[[coQuan.kinh tế]]”');
  const [titles, first, second] = csv.split('\r\n');
  expect(titles).toBe('\uFEFFMã đơn vị,Đơn vị,Mã văn bản,Tệp,SHA-256,Trạng thái,Lý do,Đơn vị cần bổ sung');
  expect(first).toContain(
    `25326,phường Bình Long,${manifest.units[0].docId},25326-phuong-binh-long.docx,${sha256},xong,`,
  );
  expect(second).toContain(',lỗi,');
});

test('holds the very files that the command line makes', async () => {
  const out = mkdtempSync(join(tmpdir(), 'banhanh-zip-'));
  try {
    await start('nhu-dong-lenh', '25326, 25195');
    await pump('nhu-dong-lenh');
    const plan = join(root, 'examples/localise/ke-hoach-tinh-2026.json');
    const made = banhanh(['localise', plan, '--units', '25326, 25195', '--out', out, '--date', '2026-03-16']);
    expect(made.status).toBe(0);
    const { manifest } = contents(await (await ask(deps, 'nhu-dong-lenh')).bytes());
    const ofCommand = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(manifest.units).toEqual(ofCommand.units);
    expect(contents(readFileSync(join(out, 'ke-hoach-don-vi.zip'))).manifest).toEqual(ofCommand);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});

test('is made in threads as it is made in place, one file after the other', async () => {
  const pool = openThreadPool({ ...BULK_POOL, threads: 2 });
  try {
    await start('trong-luong', `25326, 25195, ${POISONED}, 25217, 25222`);
    await pump('trong-luong');
    const here = await (await ask(deps, 'trong-luong')).bytes();
    rendered = 0;
    const there = await (await ask({ ...deps, heavy: pool.run }, 'trong-luong')).bytes();
    expect(rendered).toBe(0);
    expect(Buffer.compare(here, there)).toBe(0);
    expect(contents(there).manifest.counts).toMatchObject({ done: 4, failed: 1 });
  } finally {
    await pool.close();
  }
});

test('says of units that are not done yet that they wait', async () => {
  await start('chua-lam', '25326, 25195');
  const { parts, manifest } = contents(await (await ask(deps, 'chua-lam')).bytes());
  expect(Object.keys(parts)).toEqual(['manifest.json', 'manifest.csv']);
  expect(manifest.counts).toEqual({ units: 2, done: 0, failed: 0, left: 2 });
});

test('makes a unit when its piece is asked for, and stops when nobody asks any more', async () => {
  await start('ca-thanh-pho', '75');
  await pump('ca-thanh-pho');
  const zip = await zipFanOut(deps, clerk, 'ca-thanh-pho', () => '');
  if (!('pieces' in zip)) throw new Error('a directory makes no links');
  rendered = 0;
  let taken = 0;
  for await (const _ of zip.pieces) if (++taken === 3) break;
  expect(rendered).toBe(3);
});

test('is kept among the exports where the store makes links, and is given by a link', async () => {
  const bucket = await startTestBucket();
  try {
    const store = createS3Store({ client: createS3Client(bucket.clientOptions), bucket: bucket.bucket });
    // What the run was started with lies in the directory; links are signed by the clock, and S3 compares with its own.
    const input = await deps.fanOuts.get('dong-nai', 'mot');
    const { bytes } = await deps.store.get(input.input.key);
    await store.put(input.input.key, bytes, { contentType: 'application/json', ifAbsent: false });
    const inAws: FanOutDeps = { ...deps, store, clock: { ...deps.clock, now: () => new Date() } };
    for (const round of ['first', 'again']) {
      const response = await ask(inAws, 'mot');
      expect(response.status, round).toBe(303);
      const file = await fetch(response.headers.get('location')!);
      expect(file.headers.get('content-disposition')).toBe('attachment; filename=ke-hoach-don-vi-mot.zip');
      expect(contents(await file.bytes()).manifest.counts).toEqual({ units: 2, done: 1, failed: 1 });
    }
    expect(await keysOf(store.list('exports'))).toEqual([
      expect.stringMatching(/^exports\/dong-nai\/mot\/[0-9a-f]{64}\.zip$/),
    ]);
  } finally {
    await bucket.stop();
  }
});

async function keysOf(keys: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const key of keys) found.push(key);
  return found;
}
