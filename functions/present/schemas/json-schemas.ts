import { z } from 'zod';
import { congVan } from '#document/schemas/cong-van.schema.ts';
import { keHoach } from '#document/schemas/ke-hoach.schema.ts';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import { TYPE_CODES } from '#document/type-traits.ts';
import { localisablePlan } from '#localise/localisable-plan.schema.ts';
import { unitOverride } from '#localise/units/unit-override.schema.ts';

/** Schemas of input data, by name. */
const schemas = { KeHoach: keHoach, CongVan: congVan, OrganProfile: organProfile } as const;

/** Names of the schemas that are published. */
export const SCHEMA_NAMES = [...TYPE_CODES, 'OrganProfile'] as const;

/** See {@link SCHEMA_NAMES}. */
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** Schemas that the command line prints besides: data of plans for units. */
const fileSchemas = { ...schemas, KeHoachDiaPhuong: localisablePlan, DonVi: unitOverride } as const;

/** Names of all data that people write in files. */
export const FILE_SCHEMA_NAMES = [...SCHEMA_NAMES, 'KeHoachDiaPhuong', 'DonVi'] as const;

/** JSON Schema (2020-12) of what a caller sends or writes in a file. */
export function jsonSchemaOf(name: (typeof FILE_SCHEMA_NAMES)[number]): object {
  return z.toJSONSchema(fileSchemas[name], { io: 'input' });
}

/** The same as components of an OpenAPI 3.1 document: parts that are shared stand once. */
export function schemaComponents(): Record<string, object> {
  const components: Record<string, object> = {};
  for (const name of SCHEMA_NAMES) {
    const { $schema: _, $defs = {}, ...schema } = z.toJSONSchema(schemas[name], { io: 'input' });
    for (const [inner, definition] of Object.entries({ [name]: schema, ...$defs })) {
      components[inner] = JSON.parse(JSON.stringify(definition).replaceAll('"#/$defs/', '"#/components/schemas/'));
    }
  }
  return components;
}
