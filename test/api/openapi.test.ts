import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
type Operation = { summary?: string; security?: unknown[]; responses: Record<string, unknown> };
let contract: { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: object } };

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
    'GET /book',
    'GET /documents',
    'GET /documents/{docId}',
    'GET /documents/{docId}/audit',
    'GET /documents/{docId}/preview',
    'GET /documents/{docId}/views',
    'GET /find',
    'GET /issued/{organ}/{docId}',
    'GET /issued/{organ}/{docId}/files/{fileId}',
    'GET /issued/{organ}/{docId}/metadata',
    'GET /profiles',
    'GET /reminders',
    'GET /schemas/{name}',
    'GET /search',
    'GET /series',
    'GET /statistics',
    'POST /brought-in',
    'POST /brought-in/list',
    'POST /documents',
    'POST /documents/{docId}/approve',
    'POST /documents/{docId}/copy',
    'POST /documents/{docId}/correct',
    'POST /documents/{docId}/edxml',
    'POST /documents/{docId}/issue',
    'POST /documents/{docId}/return',
    'POST /documents/{docId}/submit',
    'POST /documents/{docId}/void',
    'POST /documents/{docId}/withdraw',
    'POST /series/{year}/{series}/close',
    'PUT /documents/{docId}',
    'PUT /documents/{docId}/signed',
    'PUT /profiles/{validFrom}',
    'PUT /series/{year}/{series}',
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
      const isPublic = path === '/schemas/{name}';
      expect(operation.security === undefined, path).toBe(isPublic);
      expect(operation.responses).toHaveProperty('default');
      if (isPublic) continue;
      const reply = await api.send(null, method.toUpperCase(), path.replace(/\{[^}]+\}/g, '2026-01-01'));
      expect(reply.status, `${method} ${path}`).toBe(401);
      expect(reply.headers.get('www-authenticate')).toBe('Bearer');
    }
  }
});

test('answers JSON Schemas and health to anyone', async () => {
  expect((await api.send(null, 'GET', '/schemas/CongVan')).body).toHaveProperty('$schema');
  expect((await api.send(null, 'GET', '/schemas/Secret')).status).toBe(404);
  expect((await api.send(null, 'GET', '/healthz')).body).toEqual({ status: 'ok' });
});
