import { afterAll, beforeAll, expect, test } from 'vitest';
import { role } from '#usecases/actor.ts';
import { approve, example, issue, must, office, openTestApi, type Reply, someone, type TestApi } from '../test-api.ts';

/** Schema of the contract, as far as bodies are made by it. */
interface Shape {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly examples?: readonly unknown[];
}

const OWN = 'phuong-binh-long';
const all = someone(OWN, ...role.options);
/** Paths of reads that draw, print or pack: tested elsewhere. */
const SLOW = /pdf|page-count|preview|slip|book|zip|fan-outs|schemas|check$/;
const STATES = ['dai-ban-thao', 'dai-da-trinh', 'dai-da-duyet', 'dai-da-cap-so'];
let api: TestApi;
let operations: { readonly method: string; readonly path: string; readonly body: Shape | undefined }[];
let component: (ref: string) => Shape;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  const data = await example('ke-hoach-phuong-2026');
  const { drafter, clerk } = office(OWN);
  await must(api.send(drafter, 'POST', '/documents', { docId: 'dai-ban-thao', data }), 201);
  const second = await must(api.send(drafter, 'POST', '/documents', { docId: 'dai-da-trinh', data }), 201);
  await must(api.send(drafter, 'POST', '/documents/dai-da-trinh/submit', undefined, { 'if-match': second.etag }), 200);
  await approve(api, data, 'dai-da-duyet');
  await must(issue(api, clerk, await approve(api, data, 'dai-da-cap-so')), 200);
  const contract = (await api.send(null, 'GET', '/openapi.json')).body;
  component = (ref) => contract.components.schemas[ref.split('/').at(-1) ?? ''];
  operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
    // biome-ignore lint/suspicious/noExplicitAny: the contract as it is published
    Object.entries(methods as Record<string, any>).map(([method, { requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      body: requestBody?.content?.['application/json']?.schema,
    })),
  );
});
afterAll(() => api.close());

/** The largest value that the contract allows, every field given; texts without a form of their own are as long as may be. */
function largest(given: Shape, depth = 0): unknown {
  const shape = given.$ref === undefined ? given : component(given.$ref);
  if (depth > 6) return null;
  if (shape.const !== undefined) return shape.const;
  const [choice] = shape.anyOf ?? shape.oneOf ?? [];
  if (choice) return largest(choice, depth + 1);
  if (shape.enum) return shape.enum.at(-1);
  if (shape.type === 'array' && shape.items) {
    const item = largest(shape.items, depth + 1);
    return shape.items.enum ?? (shape.maxItems === 1 ? [item] : [item, item]);
  }
  if (shape.properties) {
    const entries = Object.entries(shape.properties).map(([name, one]) => [name, largest(one, depth + 1)]);
    return Object.fromEntries(entries);
  }
  if (shape.type === 'string' && shape.pattern === undefined && shape.format === undefined && shape.maxLength) {
    return 'Ư'.repeat(shape.maxLength);
  }
  return shape.examples?.[0] ?? (shape.type === 'boolean' ? true : shape.type === 'string' ? 'x' : 1);
}

async function etagOf(docId: string): Promise<string> {
  const { version, rev } = await api.deps.register.getDocument(OWN, docId);
  return `"v${version}-r${rev}"`;
}

function ask(method: string, path: string, docId: string, body: unknown, headers = {}): Promise<Reply> {
  const at = path
    .replace('{docId}', docId)
    .replace('{organ}', OWN)
    .replace('{fileId}', 'van-ban')
    .replace('{validFrom}', '2026-04-01')
    .replace('{year}', '2025')
    .replace('{series}', 'ke-hoach')
    .replace('{staffId}', 'nguoi-dai')
    .replace('{line}', '1')
    .replace('{rev}', '1')
    .replace('{name}', 'KeHoach')
    .replace(/\{\w+\}/g, 'khong-co');
  const year = '?year=2026';
  const query = {
    '/find': '?number=1',
    '/search': '?text=x',
    '/series': year,
    '/statistics': year,
    '/book/lines': year,
  };
  const url = method === 'GET' ? `${at}${query[path as '/find'] ?? ''}` : at;
  return api.send(all, method, url, body, headers);
}

test('the longest texts that the contract allows are read again, wherever they were written', async () => {
  const taken = new Set<string>();
  const writes = operations.filter(({ method, body }) => method !== 'GET' && body !== undefined);
  expect(writes.length).toBeGreaterThan(40);
  const reads = operations.filter(({ method, path }) => method === 'GET' && !SLOW.test(path));
  for (const { method, path, body } of writes) {
    for (const docId of path.includes('{docId}') ? STATES : ['dai-moi-tao']) {
      const seen = path.startsWith('/documents/{docId}') ? { 'if-match': await etagOf(docId) } : {};
      for (const headers of path.includes('{docId}') ? [seen] : [{}, { 'if-none-match': '*' }]) {
        const { status } = await ask(method, path, docId, largest(body ?? {}), headers);
        expect(status, `${method} ${path} ${docId}`).toBeLessThan(500);
        if (status >= 300) continue;
        taken.add(`${method} ${path}`);
        for (const read of reads) {
          const answer = await ask('GET', read.path, docId, undefined);
          expect(answer.status, `${read.path} after ${method} ${path}`).toBeLessThan(500);
        }
      }
    }
  }
  expect(api.reports).toEqual([]);
  expect(taken.size).toBeGreaterThan(15);
}, 120_000);
