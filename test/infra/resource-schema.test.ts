import { beforeAll, describe, expect, test } from 'vitest';
import { stageName } from '#infra/stages.ts';
import { loadResourceSchema, type ResourceSchema } from './support/service-spec.ts';
import { type Json, type Resource, resourcesOf, templatesOf } from './support/stage.ts';

// Property by property, against what CloudFormation says of its resources.

let schema: ResourceSchema;
beforeAll(async () => {
  schema = await loadResourceSchema();
});

/** Every resource of a stage, by stack and logical id; CDK's own marks and custom resources have no schema. */
const allOf = (stage: (typeof stageName.options)[number]): [string, Resource][] =>
  Object.entries(templatesOf(stage, { trail: 'on', mailFrom: 'a@b.gov.vn' })).flatMap(([part, template]) =>
    Object.entries(resourcesOf(template))
      .filter(([, { Type }]) => !/^(Custom::|AWS::CDK::)/.test(Type))
      .map(([id, resource]): [string, Resource] => [`${part}/${id}`, resource]),
  );

const usesStackOutput = (value: Json): boolean => JSON.stringify(value).includes('"Fn::GetStackOutput"');

describe.each(stageName.options)('the resources of %s', (stage) => {
  const all = allOf(stage);

  test('have properties that there are, of the types that they have, and lack none that is required', () => {
    expect(all.length).toBeGreaterThan(80);
    expect(all.flatMap(([id, resource]) => schema.check(resource).map((found) => `${id} ${found}`))).toEqual([]);
  });

  test('feed nothing that is replaced on update from an output that CloudFormation reads anew at each deployment', () => {
    const fed = all.flatMap(([id, resource]) =>
      schema
        .replacing(resource)
        .filter(({ value }) => usesStackOutput(value))
        .map(({ path }) => `${id}.${path}`),
    );
    expect(fed).toEqual([]);
  });
});

describe('the check itself', () => {
  const queue = (Properties: Json): Resource => ({ Type: 'AWS::SQS::Queue', Properties });

  test.each([
    ['an unknown type', { Type: 'AWS::SQS::Quue' }, ['AWS::SQS::Quue: unknown type']],
    ['an unknown property', queue({ DelaySecond: 1 }), ['Properties.DelaySecond: unknown property']],
    ['a wrong type', queue({ DelaySeconds: 'x' }), ['Properties.DelaySeconds: no integer']],
    [
      'a missing property',
      { Type: 'AWS::Lambda::EventSourceMapping', Properties: {} },
      ['Properties.FunctionName: missing'],
    ],
    [
      'a property of a property',
      {
        Type: 'AWS::S3::Bucket',
        Properties: { ObjectLockConfiguration: { Rule: { DefaultRetention: { Day: 1 } } } },
      },
      ['Properties.ObjectLockConfiguration.Rule.DefaultRetention.Day: unknown property'],
    ],
  ])('finds %s', (_, resource, found) => {
    expect(schema.check(resource)).toEqual(found);
  });

  test('knows that the source of an event source mapping is one that is replaced', () => {
    const EventSourceArn = { 'Fn::GetStackOutput': { StackName: 's', OutputName: 'o' } };
    const mapping = { Type: 'AWS::Lambda::EventSourceMapping', Properties: { EventSourceArn, BatchSize: 1 } };
    expect(schema.replacing(mapping)).toEqual([{ path: 'EventSourceArn', value: EventSourceArn }]);
  });
});
