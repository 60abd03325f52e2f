import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from '../test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
});
afterAll(() => api.close());

test('a linter of OpenAPI finds nothing by its recommended rules', async () => {
  const { body } = await api.send(null, 'GET', '/openapi.json');
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: JSON.stringify(body), absoluteRef: 'openapi.json', config });
  const told = problems.map(({ ruleId, severity, message, location }) => {
    const at = location[0];
    return `${severity} ${ruleId} ${at && 'pointer' in at ? at.pointer : ''}: ${message}`;
  });
  expect([...new Set(told)]).toEqual([]);
});

test('a linter of OpenAPI sees what is broken', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const source = JSON.stringify({ openapi: '3.1.0', info: { title: 'x' }, paths: { '/a': { get: {} } } });
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  expect(problems.map(({ ruleId }) => ruleId)).toContain('operation-operationId');
});
