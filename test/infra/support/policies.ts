import type { Template } from 'aws-cdk-lib/assertions';
import { type Json, resourcesOf } from './stage.ts';

/** One right: an action on a resource, under conditions. */
export interface Right {
  readonly action: string;
  readonly resource: string;
  readonly when: string;
  /** The condition as it stands. */
  readonly condition: Json;
}

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** Reads the rights of a role out of the policies of a template, each action and each resource a row. */
export function rightsOf(template: Template, roleId: string): Right[] {
  const role = resourcesOf(template, 'AWS::IAM::Role')[roleId];
  const documents: Json[] = list(role?.Properties?.['Policies'] ?? []).map(({ PolicyDocument }) => PolicyDocument);
  return documents
    .flatMap(({ Statement }) => list<Json>(Statement))
    .flatMap(({ Effect, Action, Resource, Condition }) => {
      if (Effect !== 'Allow') throw new Error(`${roleId} has a statement that is no Allow`);
      return list<string>(Action).flatMap((action) =>
        list<Json>(Resource).map((resource) => ({
          action,
          resource: nameOf(resource),
          when: whenOf(Condition),
          condition: Condition ?? {},
        })),
      );
    });
}

/** Policies beside those of roles: none, or a role has rights that stand elsewhere. */
export function strayPolicies(template: Template): string[] {
  const types = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy'];
  return types.flatMap((type) => Object.keys(resourcesOf(template, type)));
}

/** A resource by what a reader calls it: `Register/index/outbox`, `IssuedFiles/issued/*`, `IssueQueue`. */
function nameOf(resource: Json): string {
  if (typeof resource === 'string') return resource;
  if (resource['Fn::Join']) return resource['Fn::Join'][1].map(nameOf).join('');
  const said: string = resource.Ref ?? resource['Fn::GetAtt']?.[0] ?? resource['Fn::ImportValue'] ?? outputOf(resource);
  return said.replace(/^.*Output(FnGetAtt|Ref)/, '').replace(/(Log)?[0-9A-F]{8}(Arn.*|[0-9A-F]{8})?$/, '$1');
}

/** The output that a weak reference reads. */
function outputOf(resource: Json): string {
  const { OutputName } = resource['Fn::GetStackOutput'] ?? {};
  if (typeof OutputName === 'string') return OutputName;
  throw new Error(`A resource without a name: ${JSON.stringify(resource)}`);
}

/** A condition in a line, in the words of the tests. */
function whenOf(condition: Json): string {
  if (condition === undefined) return '';
  const parts = Object.entries<Record<string, Json>>(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(
      ([key, value]) => sayings[`${operator} ${key}`]?.(list<string>(value)) ?? `${operator} ${key} ${value}`,
    ),
  );
  return parts.filter((part) => part !== '').join('; ');
}

const sayings: Record<string, (values: readonly string[]) => string> = {
  'ForAnyValue:StringEquals dynamodb:EnclosingOperation': (values) => `in ${values.join()}`,
  'ForAllValues:StringLike dynamodb:LeadingKeys': (values) => values.join(' '),
  'ForAllValues:StringNotLike dynamodb:LeadingKeys': (values) => `not ${values.join(' ')}`,
  'Null dynamodb:LeadingKeys': (values) => (values.join() === 'false' ? 'keys' : 'NO KEYS'),
  'StringEquals kms:ViaService': (values) => values.map((value) => `through ${value.split('.')[0]}`).join(),
};

/** Rights as lines, those of one resource under one condition together: `dynamodb: GetItem Query | Register | A#*#F#*; keys`. */
export function linesOf(rights: readonly Right[]): string[] {
  const lines = new Map<string, string[]>();
  for (const { action, resource, when } of rights) {
    const [service, name = ''] = action.split(':');
    const line = `${service}: * | ${resource}${when && ` | ${when}`}`;
    lines.set(line, [...(lines.get(line) ?? []), name]);
  }
  return [...lines].map(([line, names]) => line.replace('*', () => names.sort().join(' '))).sort();
}
