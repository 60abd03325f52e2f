import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openThreadPool, SERVER_POOL, type ThreadPool } from '#local/heavy/thread-pool.ts';
import { approve, example, issue, must, office, openTestApi, type Reply, type TestApi } from '../test-api.ts';

const { clerk, drafter } = office('phuong-binh-long');
const NOW = '2026-03-16T09:00:00+07:00';

let pool: ThreadPool;
let threaded: TestApi;
let inPlace: TestApi;
/** A plan of more than a megabyte. */
let text: string;

beforeAll(async () => {
  pool = openThreadPool(SERVER_POOL);
  threaded = await openTestApi(NOW, (deps) => ({ ...deps, heavy: pool.run }));
  inPlace = await openTestApi(NOW);
  const good = await example('ke-hoach-phuong-2026');
  const children = Array.from({ length: 900 }, (_, n) => ({
    id: `viec-${n + 1}`,
    level: 'dash',
    text: `Nhiệm vụ thứ ${n + 1}: ${'rà soát '.repeat(130)}.`,
  }));
  text = JSON.stringify({ ...good, body: [{ ...good.body[0], children }, ...good.body.slice(1)] });
});
afterAll(async () => {
  await Promise.all([threaded.close(), inPlace.close(), pool.close()]);
});

const known = ({ status, body }: Reply) => ({ status, body: { ...body, instance: undefined, document: undefined } });

async function both(path: string, method: string, body: string, headers: Record<string, string> = {}) {
  const replies = [];
  for (const api of [threaded, inPlace]) replies.push(known(await api.send(drafter, method, path, body, headers)));
  return replies;
}

async function upload(api: TestApi, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const announced = { size: bytes.length, sha256, contentType: 'application/json' };
  const { body } = await must(api.send(drafter, 'POST', '/uploads', announced), 201);
  const authorization = `Bearer ${await api.tokenOf(drafter)}`;
  await must(api.raw(body.url, { method: 'PUT', headers: { ...body.headers, authorization }, body: bytes }), 204);
  return body.uploadId;
}

/** Characters of the longest text that this thread parses meanwhile. */
async function longestParsed(act: () => Promise<unknown>): Promise<number> {
  const parse = vi.spyOn(JSON, 'parse');
  try {
    await act();
    return Math.max(0, ...parse.mock.calls.map(([parsed]) => String(parsed).length));
  } finally {
    parse.mockRestore();
  }
}

describe('a large draft', () => {
  test('is answered as in place, made and saved', async () => {
    const [made, same] = await both('/documents', 'POST', `{"docId":"van-ban-lon","data":${text}}`);
    expect(made).toEqual(same);
    expect(made).toMatchObject({ status: 201 });
    const replies = [];
    for (const api of [threaded, inPlace]) {
      const { etag } = await must(api.send(drafter, 'GET', '/documents/van-ban-lon'), 200);
      const body = `{"data":${text.replace('thứ 1:', 'thứ nhất:')}}`;
      replies.push(known(await api.send(drafter, 'PUT', '/documents/van-ban-lon', body, { 'if-match': etag })));
      const { body: read } = await must(api.send(drafter, 'GET', '/documents/van-ban-lon'), 200);
      expect(JSON.stringify(read.data)).toContain('thứ nhất:');
    }
    expect(replies[0]).toEqual(replies[1]);
    expect(replies[0]).toMatchObject({ status: 200 });
  });

  const faults: [name: string, body: (data: string) => string, status: number, code: string][] = [
    ['a key twice', (data) => `{"data":{"a":1,"a":2,"b":${data}}}`, 400, 'bad-json'],
    ['__proto__', (data) => `{"data":{"__pro\\u0074o__":1,"b":${data}}}`, 422, 'bad-request'],
    ['text that is no JSON', (data) => `{"data":${data}`, 400, 'bad-json'],
    ['a key that no body has', (data) => `{"khac":1,"data":${data}}`, 422, 'bad-request'],
    ['a list in place of data', (data) => `{"data":[${data}]}`, 422, 'bad-request'],
    ['data beside an upload', (data) => `{"uploadId":"tl-1","data":${data}}`, 422, 'bad-request'],
    [
      'an organ of others',
      (data) => `{"data":${data.replaceAll('phuong-binh-long', 'dong-nai')}}`,
      422,
      'foreign-organ',
    ],
    ['a hundred thousand levels', () => `{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400, 'bad-json'],
    [
      'all levels that there may be',
      (data) => `{"data":{"a":${'['.repeat(900)}${']'.repeat(900)},${data.slice(1)}}`,
      422,
      'document-invalid',
    ],
    ['bytes that are no UTF-8', (data) => `{"data":${data.slice(0, -1)},"x":"\ud800"}}`, 422, 'document-invalid'],
    ['a state', (data) => `{"data":{"state":"issued",${data.slice(1)}}`, 422, 'document-invalid'],
  ];
  test.each(faults)('with %s is refused as in place', async (_, body, status, code) => {
    const [refused, same] = await both('/documents', 'POST', body(text));
    expect(refused).toEqual(same);
    expect(refused).toMatchObject({ status, body: { code } });
  });

  test('is never parsed in the thread that answers requests', async () => {
    const body = `{"docId":"van-ban-khac","data":${text}}`;
    const make = (api: TestApi) => api.send(drafter, 'POST', '/documents', body);
    expect(await longestParsed(() => must(make(threaded), 201))).toBeLessThan(64 * 1024);
    expect(await longestParsed(() => must(make(inPlace), 201))).toBeGreaterThan(text.length);
  });

  test('is issued, and brought in from an older book, without being parsed there either', async () => {
    const older = `{"codeNumber":8,"issuedDate":"2026-02-02","data":${text}}`;
    const bringIn = async (api: TestApi) => known(await api.send(clerk, 'POST', '/brought-in', older));
    expect(await bringIn(inPlace)).toMatchObject({ status: 409, body: { code: 'number-not-below-start' } });
    const approved = await approve(threaded, JSON.parse(text), 'van-ban-ban-hanh');
    const acts = async () => {
      expect(await bringIn(threaded)).toMatchObject({ status: 409, body: { code: 'number-not-below-start' } });
      await must(issue(threaded, clerk, approved), 200);
    };
    expect(await longestParsed(acts)).toBeLessThan(64 * 1024);
  });

  test('is read as it was stored, unparsed, with the ETag and headers of every answer', async () => {
    const read = (api: TestApi) => must(api.send(drafter, 'GET', '/documents/van-ban-doc'), 200);
    const make = { docId: 'van-ban-doc', data: JSON.parse(text) };
    await must(threaded.send(drafter, 'POST', '/documents', make), 201);
    const { etag, headers, body } = await read(threaded);
    expect(body.data).toEqual(JSON.parse(text));
    expect([body.document.docId, body.notes]).toEqual(['van-ban-doc', []]);
    expect([etag === '', headers.get('cache-control')]).toEqual([false, 'no-store']);
    expect(headers.get('content-type')).toContain('application/json');
    const parse = vi.spyOn(JSON, 'parse');
    await read(threaded);
    const long = parse.mock.calls.filter(([parsed]) => String(parsed).length > 64 * 1024);
    parse.mockRestore();
    // Once, by this test.
    expect(long).toHaveLength(1);
  });

  test('of an upload is not either, and its faults are told with their place', async () => {
    const good = new TextEncoder().encode(text);
    const bad = new TextEncoder().encode(text.replace('{', '{"a":1,"a":2,'));
    const replies = [];
    for (const api of [threaded, inPlace]) {
      const uploadId = await upload(api, good);
      const longest = await longestParsed(() =>
        must(api.send(drafter, 'POST', '/documents', { docId: 'van-ban-tai-len', uploadId }), 201),
      );
      expect(longest < 64 * 1024).toBe(api === threaded);
      replies.push(known(await api.send(drafter, 'POST', '/documents', { uploadId: await upload(api, bad) })));
    }
    expect(replies[0]).toEqual(replies[1]);
    expect(replies[0]).toMatchObject({ status: 400, body: { code: 'upload-not-json' } });
  });
});
