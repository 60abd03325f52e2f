import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FILE_SCHEMA_NAMES, jsonSchemaOf } from '#present/schemas/json-schemas.ts';
import { openTestApi, type TestApi } from '../api/test-api.ts';

/** JSON Schema as it comes. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into schemas as they come
type Json = any;
/** A field of an object, and the definitions that its references name. */
interface Field {
  readonly path: string;
  readonly schema: Json;
  readonly definitions: Json;
}

const NESTED = ['items', 'additionalProperties', 'anyOf', 'oneOf', 'allOf', 'prefixItems'];

/** Every field of every object in a schema and in its definitions. */
function fieldsOf(schema: Json, path: string, definitions: Json = schema?.$defs ?? {}): Field[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => fieldsOf(one, path, definitions));
  if (schema === null || typeof schema !== 'object') return [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, field]) => [
    { path: `${path}.${key}`, schema: field, definitions },
    ...fieldsOf(field, `${path}.${key}`, definitions),
  ]);
  const nested = NESTED.flatMap((key) => fieldsOf(schema[key], path, definitions));
  const inner = Object.entries(schema.$defs ?? {}).flatMap(([key, one]) => fieldsOf(one, key, definitions));
  return [...own, ...nested, ...inner];
}

/** Classes of letters written out: the library compiles patterns without the flag that knows them. */
function withPlainPatterns(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('\\\\p{Lu}', '[A-ZĐ]').replaceAll('\\\\p{L}', 'A-Za-zĐđ'));
}

/** Faults of a field's description. */
function faults({ path, schema, definitions }: Field): string[] {
  const { description, examples } = schema;
  if (typeof description !== 'string' || !/^(?:\p{Lu}|“).*\.$/u.test(description)) return [`${path}: no description`];
  if (!Array.isArray(examples) || examples.length === 0) return [`${path}: no example`];
  const check = z.fromJSONSchema(withPlainPatterns({ ...schema, $defs: definitions }));
  return examples.filter((example) => !check.safeParse(example).success).map((one) => `${path}: takes no ${one}`);
}

/** The schema of a parameter with what the parameter itself says. */
function parameter({ schema, description = schema.description, example }: Json): Json {
  return { ...schema, description, ...(example === undefined ? {} : { examples: [example] }) };
}

describe.each(FILE_SCHEMA_NAMES)('the schema of %s', (name) => {
  test('says of each field what it is, with an example that it takes', () => {
    const fields = fieldsOf(jsonSchemaOf(name), name);
    expect(fields.length).toBeGreaterThan(10);
    expect(fields.flatMap(faults)).toEqual([]);
  });
});

describe('the contract', () => {
  let api: TestApi;
  let contract: Json;
  beforeAll(async () => {
    api = await openTestApi('2026-03-16T09:00:00+07:00');
    contract = JSON.parse(JSON.stringify((await api.send(null, 'GET', '/openapi.json')).body));
  });
  afterAll(() => api.close());

  test('says of each parameter and field of a request what it is, with an example that it takes', () => {
    const text = JSON.stringify(contract).replaceAll('#/components/schemas/', '#/$defs/');
    const { paths, components } = JSON.parse(text);
    const definitions = components.schemas;
    const operations: [string, Json][] = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods as object).map(([method, one]): [string, Json] => [`${method} ${path}`, one]),
    );
    const fields = operations.flatMap(([name, { parameters = [], requestBody }]) => {
      const asked = parameters.map((one: Json) => ({
        path: `${name} ${one.name}`,
        schema: parameter(one),
        definitions,
      }));
      const bodies: Json[] = Object.values(requestBody?.content ?? {}).map(({ schema }: Json) => schema);
      const inBodies = bodies.flatMap((body) => {
        const ref = body.$ref?.replace('#/$defs/', '');
        return fieldsOf(ref ? definitions[ref] : body, `${name} ${ref ?? 'body'}`, definitions);
      });
      return [...asked, ...inBodies];
    });
    expect(fields.length).toBeGreaterThan(60);
    expect(fields.flatMap(faults)).toEqual([]);
  });
});
