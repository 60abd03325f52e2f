import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FILE_SCHEMA_NAMES, jsonSchemaOf } from '#present/schemas/json-schemas.ts';

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

/** What is missing or wrong in what a field says of itself. */
function faults({ path, schema, definitions }: Field): string[] {
  const { description, examples } = schema;
  if (typeof description !== 'string' || !/^\p{Lu}.*\.$/u.test(description)) return [`${path}: no description`];
  if (!Array.isArray(examples) || examples.length === 0) return [`${path}: no example`];
  const check = z.fromJSONSchema({ ...schema, $defs: definitions });
  return examples.filter((example) => !check.safeParse(example).success).map((one) => `${path}: takes no ${one}`);
}

describe.each(FILE_SCHEMA_NAMES)('the schema of %s', (name) => {
  test('says of each field what it is, with an example that it takes', () => {
    const fields = fieldsOf(jsonSchemaOf(name), name);
    expect(fields.length).toBeGreaterThan(10);
    expect(fields.flatMap(faults)).toEqual([]);
  });
});
