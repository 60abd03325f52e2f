import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, SpecDatabase } from '@aws-cdk/service-spec-types';
import type { Json, Resource } from './stage.ts';

/** Faults of a resource by CloudFormation's schema: `Properties.X.Y: unknown property`. None where it fits. */
export type SchemaCheck = (resource: Resource) => string[];

/** The schema of CloudFormation's resources, as CDK's own generator reads it. */
export interface ResourceSchema {
  readonly check: SchemaCheck;
  /** Paths of properties that CloudFormation replaces the resource for when they change. */
  replacing(resource: Resource): { readonly path: string; readonly value: Json }[];
}

/** Loads the schema: a second or two. */
export async function loadResourceSchema(): Promise<ResourceSchema> {
  const db = await loadAwsServiceSpec();
  const propertiesOf = (type: string): Record<string, Property> | undefined =>
    db.lookup('resource', 'cloudFormationType', 'equals', type)[0]?.properties;
  return {
    check: ({ Type, Properties = {} }) => {
      const properties = propertiesOf(Type);
      return properties ? checkObject(db, properties, Properties, 'Properties') : [`${Type}: unknown type`];
    },
    replacing: ({ Type, Properties = {} }) =>
      Object.entries(propertiesOf(Type) ?? {}).flatMap(([name, property]) =>
        name in Properties && property.causesReplacement === 'yes' ? [{ path: name, value: Properties[name] }] : [],
      ),
  };
}

function checkObject(db: SpecDatabase, properties: Record<string, Property>, value: Json, path: string): string[] {
  const missing = Object.entries(properties).flatMap(([name, { required }]) =>
    required && !(name in value) ? [`${path}.${name}: missing`] : [],
  );
  const wrong = Object.entries(value).flatMap(([name, one]) => {
    const property = properties[name];
    if (!property) return [`${path}.${name}: unknown property`];
    const types = [property.type, ...(property.previousTypes ?? [])];
    const findings = types.map((type) => checkType(db, type, one, `${path}.${name}`));
    return findings.some((found) => found.length === 0) ? [] : (findings[0] ?? []);
  });
  return [...missing, ...wrong];
}

/** Values that CloudFormation puts in later are of any type. */
const isIntrinsic = (value: Json): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 1 &&
  /^(Ref|Fn::\w+)$/.test(Object.keys(value)[0] ?? '');

function checkType(db: SpecDatabase, type: PropertyType, value: Json, path: string): string[] {
  if (isIntrinsic(value)) return [];
  const not = (what: string) => [`${path}: no ${what}`];
  switch (type.type) {
    case 'string': {
      if (typeof value !== 'string') return not('string');
      const { allowedValues, pattern } = type as {
        readonly allowedValues?: readonly string[];
        readonly pattern?: string;
      };
      if (allowedValues && !allowedValues.includes(value)) return [`${path}: ${value} is none of ${allowedValues}`];
      if (pattern !== undefined && !new RegExp(pattern, 'u').test(value))
        return [`${path}: ${value} is not ${pattern}`];
      return [];
    }
    case 'number':
    case 'integer': {
      if (typeof value !== 'number') return not(type.type);
      return type.type === 'integer' && !Number.isInteger(value) ? not('integer') : [];
    }
    case 'boolean':
      return typeof value === 'boolean' ? [] : not('boolean');
    case 'array':
      if (!Array.isArray(value)) return not('array');
      return value.flatMap((one, index) => checkType(db, type.element, one, `${path}[${index}]`));
    case 'map':
      if (typeof value !== 'object' || Array.isArray(value)) return not('map');
      return Object.entries(value).flatMap(([name, one]) => checkType(db, type.element, one, `${path}.${name}`));
    case 'ref':
      if (typeof value !== 'object' || Array.isArray(value)) return not('object');
      return checkObject(db, db.get('typeDefinition', type.reference.$ref).properties, value, path);
    case 'union': {
      const findings = type.types.map((one) => checkType(db, one, value, path));
      return findings.some((found) => found.length === 0) ? [] : (findings[0] ?? []);
    }
    default:
      return [];
  }
}
