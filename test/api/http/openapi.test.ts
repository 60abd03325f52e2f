import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldWord } from '#document/checking/path-labels.ts';
import { SCHEMA_NAMES } from '#present/schemas/json-schemas.ts';
import { role } from '#usecases/actor.ts';
import { approve, example, openTestApi, someone, type TestApi } from '../test-api.ts';

let api: TestApi;
type Operation = {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly security?: readonly unknown[];
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers as they come
  readonly parameters?: readonly any[];
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers as they come
  readonly responses: Record<string, any>;
};
let contract: {
  readonly openapi: string;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: object };
};

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  contract = (await api.send(null, 'GET', '/openapi.json')).body;
});
afterAll(() => api.close());

test('publishes the contract of every operation', () => {
  expect(contract.openapi).toBe('3.1.0');
  const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(operations.sort()).toEqual([
    'DELETE /came-down/{docId}/outside',
    'DELETE /documents/{docId}',
    'GET /activity',
    'GET /awaited-replies',
    'GET /bases',
    'GET /book',
    'GET /book/lines',
    'GET /came-down',
    'GET /documents',
    'GET /documents/{docId}',
    'GET /documents/{docId}/audit',
    'GET /documents/{docId}/changes',
    'GET /documents/{docId}/check',
    'GET /documents/{docId}/files/{fileId}/comparison',
    'GET /documents/{docId}/notes',
    'GET /documents/{docId}/on-paper',
    'GET /documents/{docId}/page-count',
    'GET /documents/{docId}/preview',
    'GET /documents/{docId}/saves',
    'GET /documents/{docId}/saves/{rev}',
    'GET /documents/{docId}/sends',
    'GET /documents/{docId}/signer-proposal',
    'GET /documents/{docId}/slip',
    'GET /documents/{docId}/superior-changes',
    'GET /documents/{docId}/views',
    'GET /documents/{docId}/walk',
    'GET /fan-outs',
    'GET /fan-outs/{runId}',
    'GET /fan-outs/{runId}/targets',
    'GET /fan-outs/{runId}/units',
    'GET /fan-outs/{runId}/units/{unitCode}/file',
    'GET /fan-outs/{runId}/zip',
    'GET /find',
    'GET /guests',
    'GET /healthz',
    'GET /issued/{organ}/{docId}',
    'GET /issued/{organ}/{docId}/cited-by',
    'GET /issued/{organ}/{docId}/files/{fileId}',
    'GET /issued/{organ}/{docId}/files/{fileId}/pdf',
    'GET /issued/{organ}/{docId}/metadata',
    'GET /lists',
    'GET /members',
    'GET /memberships',
    'GET /office',
    'GET /people',
    'GET /people/{staffId}/held-documents',
    'GET /profiles',
    'GET /recipient-groups',
    'GET /reminders',
    'GET /schemas/{name}',
    'GET /search',
    'GET /series',
    'GET /series/{year}/{series}/blanks',
    'GET /series/{year}/{series}/open-points',
    'GET /statistics',
    'GET /suggestions',
    'GET /unsent',
    'GET /working-days/{year}',
    'POST /bases/list',
    'POST /brought-in',
    'POST /brought-in/list',
    'POST /brought-in/scans/match',
    'POST /checks',
    'POST /documents',
    'POST /documents/{docId}/amend',
    'POST /documents/{docId}/approve',
    'POST /documents/{docId}/ask-void',
    'POST /documents/{docId}/compared-file',
    'POST /documents/{docId}/consent-void',
    'POST /documents/{docId}/copy',
    'POST /documents/{docId}/correct',
    'POST /documents/{docId}/drop-void',
    'POST /documents/{docId}/edxml',
    'POST /documents/{docId}/files/{fileId}/replace',
    'POST /documents/{docId}/hand-over',
    'POST /documents/{docId}/issue',
    'POST /documents/{docId}/notes',
    'POST /documents/{docId}/opened',
    'POST /documents/{docId}/pass',
    'POST /documents/{docId}/predecessor-link',
    'POST /documents/{docId}/presence',
    'POST /documents/{docId}/record',
    'POST /documents/{docId}/return',
    'POST /documents/{docId}/returned-file',
    'POST /documents/{docId}/seen',
    'POST /documents/{docId}/send',
    'POST /documents/{docId}/step-back',
    'POST /documents/{docId}/strike',
    'POST /documents/{docId}/submit',
    'POST /documents/{docId}/superior-changes',
    'POST /documents/{docId}/superior-file-changes',
    'POST /documents/{docId}/take-back',
    'POST /documents/{docId}/void',
    'POST /documents/{docId}/withdraw',
    'POST /fan-outs',
    'POST /fan-outs/preview',
    'POST /fan-outs/{runId}/remind',
    'POST /fan-outs/{runId}/retry',
    'POST /guests',
    'POST /imports',
    'POST /memberships/{organ}/accept',
    'POST /registered',
    'POST /returned-files',
    'POST /series/{year}/{series}/blanks',
    'POST /series/{year}/{series}/blanks/drop',
    'POST /series/{year}/{series}/close',
    'POST /sheets',
    'POST /superior-files',
    'POST /superior-files/plan',
    'POST /uploads',
    'PUT /bases',
    'PUT /brought-in/{docId}',
    'PUT /came-down/{docId}/outside',
    'PUT /documents/{docId}',
    'PUT /documents/{docId}/co-drafters',
    'PUT /documents/{docId}/deadlines',
    'PUT /documents/{docId}/place',
    'PUT /documents/{docId}/restricted',
    'PUT /documents/{docId}/scan',
    'PUT /documents/{docId}/sends/{line}/receipt',
    'PUT /documents/{docId}/signed',
    'PUT /documents/{docId}/signer',
    'PUT /documents/{docId}/submitted',
    'PUT /documents/{docId}/walk',
    'PUT /guests/{staffId}',
    'PUT /members/{staffId}',
    'PUT /office',
    'PUT /profiles/{validFrom}',
    'PUT /recipient-groups',
    'PUT /series/{year}/{series}',
    'PUT /uploads/{uploadId}',
    'PUT /working-days/{year}',
  ]);
});

test('resolves every reference in it', () => {
  const text = JSON.stringify(contract);
  const names = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref!);
  expect(names.length).toBeGreaterThan(20);
  const broken = names.filter((ref) => !(ref.replace('#/components/schemas/', '') in contract.components.schemas));
  expect(new Set(broken)).toEqual(new Set());
  expect(contract.components.schemas).toHaveProperty('KeHoach.properties');
});

test('lets nobody in without signing in, but to what is public', async () => {
  for (const [path, methods] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const isPublic = path === '/schemas/{name}' || path === '/healthz';
      expect(operation.security, path).toEqual(isPublic ? [] : [{ bearer: [] }]);
      expect(operation.responses).toHaveProperty('default');
      if (isPublic) continue;
      const reply = await api.send(null, method.toUpperCase(), path.replace(/\{[^}]+\}/g, '2026-01-01'));
      expect(reply.status, `${method} ${path}`).toBe(401);
      expect(reply.headers.get('www-authenticate')).toBe('Bearer');
    }
  }
});

/** Names of all fields of requests, those of a document's own data left out. */
function requestFields(): Set<string> {
  const names = new Set<string>();
  // biome-ignore lint/suspicious/noExplicitAny: a test walks the contract as it comes
  const walk = (shape: any, depth = 0): void => {
    const of = shape?.$ref?.split('/').at(-1);
    if (!shape || depth > 6 || ['KeHoach', 'CongVan', 'OrganProfile', 'KeHoachDiaPhuong', 'DonVi'].includes(of)) return;
    const schemas = contract.components.schemas as Record<string, unknown>;
    if (of !== undefined) walk(schemas[of], depth + 1);
    for (const one of [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), shape.items]) walk(one, depth + 1);
    for (const [name, one] of Object.entries(shape.properties ?? {})) {
      names.add(name);
      walk(one, depth + 1);
    }
  };
  for (const operation of Object.values(contract.paths).flatMap((methods) => Object.values(methods))) {
    // biome-ignore lint/suspicious/noExplicitAny: a test walks the contract as it comes
    walk((operation as any).requestBody?.content?.['application/json']?.schema);
    for (const { in: place, name } of operation.parameters ?? []) if (place !== 'header') names.add(name);
  }
  return names;
}

test('has a word that people know for every field that they may get wrong', () => {
  const fields = requestFields();
  expect(fields.size).toBeGreaterThan(100);
  expect([...fields].filter((name) => fieldWord(name) === name)).toEqual([]);
});

test('names every operation once, puts it in a group, and says who the server and the licence are', () => {
  const operations = Object.values(contract.paths).flatMap((methods) => Object.values(methods));
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(operations.length);
  expect(ids).toContain('postDocumentsDocIdSubmit');
  const groups = contract.tags.map(({ name }) => name);
  expect(new Set(groups).size).toBe(groups.length);
  for (const { tags } of operations) expect(groups).toContain(tags?.[0]);
  expect(contract).toMatchObject({
    info: { license: { name: 'Apache-2.0' } },
    servers: [{ url: '/' }, { url: '/o/{organ}' }],
  });
  expect(JSON.stringify(contract.components)).toContain('already-exists');
});

test('answers JSON Schemas and health to anyone', async () => {
  expect((await api.send(null, 'GET', '/schemas/CongVan')).body).toHaveProperty('$schema');
  expect((await api.send(null, 'GET', '/schemas/Secret')).status).toBe(404);
  expect((await api.send(null, 'GET', '/healthz')).body).toEqual({ status: 'ok' });
});

const SAMPLES: [pattern: RegExp, sample: string, not: string][] = [
  [/^\^\[a-z\]\{1,20\}-/, 'basis-1k3f9x0q2', 'basis Căn cứ'],
  [/^\^\[A-Z\]\{1,3\}/, 'AB', 'a1'],
  [/0-9a-f\]\{16\}/, '0123456789abcdef-001', '0123456789abcdef'],
  [/^\^\\d\{2\}\$$/, '01', '1'],
  [/1\[0-2/, '2026-03', '2026-13'],
  [/DỰ THẢO/, 'DỰ THẢO LẦN 2', 'dự thảo'],
  [/Lu/, 'QĐ-UBND', 'kh-ubnd'],
  [/6,62/, 'ke-hoach-2026', 'x'],
  [/0,79\}\$$/, 'van-ban', '-x'],
  [/^\\S$/, 'Số 1', ' '],
  [/0,62/, 'dong-nai', 'Đồng Nai'],
  [/ZĐ/, 'UBND', 'ủy ban'],
  [/64/, 'a'.repeat(64), 'a'],
  [/02-29/, '2028-02-29', '2027-02-29'],
  [/d\{5\}/, '25000', '25'],
  [/1,39/, 'QuyetDinh', 'quyet-dinh'],
  [/a-zđ\]/, 'bis', 'BIS'],
  [/1,4/, '000.00.00.H19', 'h19'],
];

test('publishes patterns that any reader of JSON Schema compiles, each taking what is right and nothing else', async () => {
  const all = [contract, ...(await Promise.all(SCHEMA_NAMES.map((name) => api.send(null, 'GET', `/schemas/${name}`))))];
  const patterns = new Set(JSON.stringify(all).match(/"pattern":"(?:[^"\\]|\\.)*"/g));
  expect(patterns.size).toBeGreaterThan(8);
  for (const found of patterns) {
    const { pattern } = JSON.parse(`{${found}}`);
    const [, sample, not] = SAMPLES.find(([of]) => of.test(pattern)) ?? expect.fail(`no sample of ${pattern}`);
    expect(sample).toMatch(new RegExp(pattern, 'u'));
    expect(not).not.toMatch(new RegExp(pattern, 'u'));
  }
});

test('names If-Match where an operation asks for it, and nowhere else, with what it answers then', async () => {
  const all = someone('phuong-binh-long', ...role.options);
  const data = await example('ke-hoach-phuong-2026');
  const { path, etag } = await approve(api, data, 'contract-approved');
  const got = await api.send(all, 'GET', path);
  expect([got.etag, contract.paths['/documents/{docId}']!['get']!.responses[200].headers]).toEqual([
    etag,
    { ETag: expect.anything() },
  ]);
  const bodies: Record<string, object> = {
    'put /documents/{docId}': { data },
    'post /documents/{docId}/return': { reason: 'x' },
    'post /documents/{docId}/superior-changes': { superior: 'a', from: 'b', to: 'c' },
    'post /documents/{docId}/withdraw': { reason: 'x' },
    'post /documents/{docId}/void': { reason: 'x' },
    'post /documents/{docId}/correct': { by: 'contract-approved' },
    'put /brought-in/{docId}': { reason: 'Gõ sai' },
    'put /profiles/{validFrom}': { validFrom: '2026-03-01' },
    'put /members/{staffId}': { username: 'a', name: 'A', roles: ['admin'], active: true },
  };
  for (const [template, methods] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (method === 'get') continue;
      const name = `${method} ${template}`;
      const url = template.replace('{docId}', 'contract-approved').replace(/\{[^}]+\}/g, '2026-03-01');
      const pdf: Record<string, string> = /(signed|scan)$/.test(name) ? { 'content-type': 'application/pdf' } : {};
      const { status } = await api.send(all, method.toUpperCase(), url, bodies[name] ?? {}, pdf);
      const headers = (operation.parameters ?? []).filter((one: { readonly in: string }) => one.in === 'header');
      expect(status === 428, `${name}: ${status}`).toBe(headers.length > 0);
      expect(Object.keys(operation.responses), name).toEqual(
        expect.arrayContaining(['401', '422', ...(headers.length > 0 ? ['412', '428'] : [])]),
      );
      if (status >= 300) expect(operation.responses, name).toHaveProperty(String(status));
    }
  }
});
