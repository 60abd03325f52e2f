import type { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Stacks } from '#infra/build-app.ts';
import { type StageName, stageName } from '#infra/stages.ts';
import { appOf, type Resource, resourcesOf, templatesOf } from './support/stage.ts';

/** Resources that hold something that stands nowhere else. */
const HOLDS_DATA = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::S3::Bucket',
  'AWS::Cognito::UserPool',
  'AWS::Backup::BackupVault',
] as const;

/** Resources that hold data for a while, or what somebody wants to look at later. */
const HOLDS_LEFTOVERS = ['AWS::SQS::Queue', 'AWS::Logs::LogGroup', 'AWS::StepFunctions::StateMachine'] as const;

let templates: Record<StageName, Record<keyof Stacks, Template>>;
beforeAll(() => {
  templates = Object.fromEntries(stageName.options.map((stage) => [stage, templatesOf(stage)])) as typeof templates;
});

const allOf = (stage: StageName, types: readonly string[]): Resource[] =>
  Object.values(templates[stage]).flatMap((template) =>
    Object.values(resourcesOf(template)).filter(({ Type }) => types.includes(Type)),
  );

/**
 * Resources that refuse to be deleted by themselves: a failed first creation leaves them, without a name that would be
 * in the way.
 */
const REFUSES = ['AWS::DynamoDB::GlobalTable', 'AWS::Cognito::UserPool'];
const STAYS = { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' };

describe.each(['staging', 'production'] as const)('deleting the stacks of %s', (stage) => {
  test('leaves all that holds data; what a failed first creation made goes, but what refuses to', () => {
    const resources = allOf(stage, HOLDS_DATA);
    expect(resources.map(({ Type }) => Type).sort()).toEqual([
      'AWS::Backup::BackupVault',
      'AWS::Cognito::UserPool',
      'AWS::DynamoDB::GlobalTable',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
    ]);
    for (const resource of resources) {
      expect(resource).toMatchObject(REFUSES.includes(resource.Type) ? { ...STAYS, DeletionPolicy: 'Retain' } : STAYS);
    }
  });

  test('leaves the keys without which data cannot be read: they refuse to be ended, and have no name', () => {
    const ofData = Object.values(resourcesOf(templates[stage].data, 'AWS::KMS::Key'));
    const ofVault = Object.values(resourcesOf(templates[stage].backup, 'AWS::KMS::Key'));
    expect([ofData.length, ofVault.length]).toEqual([1, 1]);
    for (const key of [...ofData, ...ofVault]) {
      expect(key).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    }
  });

  test('leaves the accounts of people, which refuse to be deleted', () => {
    templates[stage].api.hasResourceProperties('AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE' });
  });
});

describe('deleting the stacks of dev', () => {
  test('leaves nothing: all policies delete, nothing refuses, buckets are emptied, nothing is locked', () => {
    for (const template of Object.values(templates.dev)) {
      for (const [id, resource] of Object.entries(resourcesOf(template)))
        expect([undefined, 'Delete'], id).toContain(resource.DeletionPolicy);
    }
    expect(allOf('dev', HOLDS_DATA)).toHaveLength(6);
    expect(allOf('dev', ['Custom::S3AutoDeleteObjects'])).toHaveLength(4);
    const [table] = allOf('dev', ['AWS::DynamoDB::GlobalTable']);
    expect(table?.Properties?.['Replicas']).toMatchObject([{ DeletionProtectionEnabled: false }]);
    expect(allOf('dev', ['AWS::Cognito::UserPool'])[0]?.Properties).not.toHaveProperty('DeletionProtection', 'ACTIVE');
    for (const { Properties } of allOf('dev', ['AWS::S3::Bucket']))
      expect(Properties ?? {}).not.toHaveProperty('ObjectLockConfiguration');
    expect(JSON.stringify(allOf('dev', ['AWS::KMS::Key']))).not.toContain('"Deny"');
  });
});

test.each([
  ['dev', 'Delete'],
  ['staging', 'Delete'],
  ['production', 'RetainExceptOnCreate'],
] as const)('logs and queues of %s: %s', (stage, policy) => {
  const resources = allOf(stage, HOLDS_LEFTOVERS);
  expect(resources.length).toBeGreaterThan(15);
  expect(new Set(resources.map(({ DeletionPolicy }) => DeletionPolicy))).toEqual(new Set([policy]));
});

test.each([
  ['dev', 14, false, 13],
  ['staging', 90, true, 13],
  // The nightly check has a machine, which has a log.
  ['production', 365, true, 16],
] as const)('every log of %s is kept %i days; its stacks refuse to be deleted: %s', (stage, days, refuses, count) => {
  const logs = allOf(stage, ['AWS::Logs::LogGroup']);
  expect(logs).toHaveLength(count);
  for (const { Properties } of logs) expect(Properties?.['RetentionInDays']).toBe(days);
  for (const stack of Object.values(appOf(stage).stacks)) expect(stack.terminationProtection).toBe(refuses);
});

test('other stacks hold on to what holds data: it cannot be replaced or deleted under them', () => {
  const { data, jobs } = templates.production;
  const exported = Object.values<{ readonly Export?: { readonly Name: string } }>(data.toJSON()['Outputs']).flatMap(
    ({ Export }) => Export ?? [],
  );
  expect(exported.map(({ Name }) => Name)).toContainEqual(
    expect.stringMatching(/^banhanh-production-data:.*Register.*Arn/),
  );
  expect(JSON.stringify(jobs.toJSON())).toMatch(/"Fn::ImportValue":"banhanh-production-data:[^"]*Register[^"]*Arn/);
});
