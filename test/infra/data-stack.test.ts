import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { type StageName, stageName } from '#infra/stages.ts';
import { tableShape } from '#register/table/table-shape.ts';
import { type Json, resourcesOf, templatesOf } from './support/stage.ts';

let data: Record<StageName, Template>;
let production: Template;
beforeAll(() => {
  data = Object.fromEntries(stageName.options.map((stage) => [stage, templatesOf(stage).data])) as typeof data;
  production = data.production;
});

const keySchema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

describe('the register’s table', () => {
  test('has the keys that the register writes', () => {
    production.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: keySchema(tableShape.partitionKey, tableShape.sortKey),
    });
  });

  test.each(Object.values(tableShape.indexes))('has the index $name that the register asks', (index) => {
    production.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      GlobalSecondaryIndexes: Match.arrayWith([
        Match.objectLike({
          IndexName: index.name,
          KeySchema: keySchema(index.partitionKey, index.sortKey),
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: index.projected },
        }),
      ]),
      AttributeDefinitions: Match.arrayWith([{ AttributeName: index.partitionKey, AttributeType: 'S' }]),
    });
  });

  test('is warm for the last working day of a year in production, and as AWS makes it elsewhere', () => {
    const warm = { WarmThroughput: { WriteUnitsPerSecond: 12_000, ReadUnitsPerSecond: 16_000 } };
    production.hasResourceProperties('AWS::DynamoDB::GlobalTable', warm);
    for (const stage of ['dev', 'staging'] as const) {
      data[stage].hasResourceProperties('AWS::DynamoDB::GlobalTable', { WarmThroughput: Match.absent() });
    }
  });

  test.each([
    ['staging', 35],
    ['production', 35],
  ] as const)(
    'of %s is billed by request, under our key, goes back to any second of %i days, and is not deleted',
    (stage, days) => {
      data[stage].hasResource('AWS::DynamoDB::GlobalTable', {
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          BillingMode: 'PAY_PER_REQUEST',
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
          Replicas: [
            Match.objectLike({
              Region: 'ap-southeast-1',
              DeletionProtectionEnabled: true,
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: days },
              SSESpecification: { KMSMasterKeyId: Match.anyValue() },
            }),
          ],
        },
      });
    },
  );
});

describe('the bucket of issued files', () => {
  test.each([
    ['staging', 'GOVERNANCE', 30],
    ['production', 'COMPLIANCE', 3653],
  ] as const)('of %s locks each version in mode %s for %i days, and ends nothing', (stage, Mode, Days) => {
    const [bucket] = bucketsWith(data[stage], 'ObjectLockEnabled');
    expect(bucket?.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode, Days } } },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    expect(bucket?.Properties).not.toHaveProperty('LifecycleConfiguration');
  });

  test('tells the queue of PDF of what is issued, and EventBridge, which AWS Backup needs', () => {
    const [bucket] = bucketsWith(production, 'ObjectLockEnabled');
    expect(bucket?.Properties?.['NotificationConfiguration']).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'issued/' }] } },
          Queue: { 'Fn::GetAtt': [expect.stringMatching(/^PdfQueue/), 'Arn'] },
        },
      ],
    });
    production.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'sqs:SendMessage',
            Principal: { Service: 's3.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });
});

test.each(['IssuedFiles', 'WorkFiles'])('%s refuses links that were signed more than two minutes ago', (name) => {
  production.hasResourceProperties('AWS::S3::BucketPolicy', {
    Bucket: { Ref: Match.stringLikeRegexp(`^${name}`) },
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Deny',
          Action: ['s3:GetObject', 's3:GetObjectVersion'],
          Condition: {
            StringEquals: { 's3:authType': 'REST-QUERY-STRING' },
            NumericGreaterThan: { 's3:signatureAge': '120000' },
          },
        }),
      ]),
    },
  });
});

describe('the bucket that people work on', () => {
  test('lets uploads and exports end, and of drafts what is tagged alone', () => {
    const [bucket] = bucketsWith(production, 'LifecycleConfiguration').filter(
      ({ Properties }) => versioned(Properties) && 'LoggingConfiguration' in (Properties ?? {}),
    );
    const rules: Record<string, unknown>[] = bucket?.Properties?.['LifecycleConfiguration'].Rules;
    expect(rules.map(({ Prefix, ExpirationInDays, TagFilters }) => [Prefix, ExpirationInDays, TagFilters])).toEqual([
      ['uploads/', 7, undefined],
      ['exports/', 30, undefined],
      ['drafts/', 1, [{ Key: 'unnamed', Value: 'yes' }]],
      [undefined, undefined, undefined],
    ]);
  });
});

describe('every bucket', () => {
  test.each(stageName.options)('of %s is closed to the public and to plain HTTP, and encrypted', (stage) => {
    const buckets = Object.entries(resourcesOf(data[stage], 'AWS::S3::Bucket'));
    expect(buckets).toHaveLength(3);
    const policies = Object.values(resourcesOf(data[stage], 'AWS::S3::BucketPolicy'));
    for (const [id, bucket] of buckets) {
      expect(Object.values(bucket.Properties?.['PublicAccessBlockConfiguration'])).toEqual([true, true, true, true]);
      expect(bucket.Properties).toHaveProperty('BucketEncryption');
      const policy = policies.find(({ Properties }) => Properties?.['Bucket'].Ref === id);
      expect(policy?.Properties?.['PolicyDocument'].Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });

  test('that holds data is under our key, versioned, and says who reached what', () => {
    const kept = Object.entries(resourcesOf(production, 'AWS::S3::Bucket')).flatMap(([id, bucket]) =>
      id.startsWith('AccessLogs') ? [] : [bucket],
    );
    expect(kept).toHaveLength(2);
    for (const { Properties } of kept) {
      expect(Properties).toHaveProperty('LoggingConfiguration.DestinationBucketName');
      expect(Properties?.['BucketEncryption'].ServerSideEncryptionConfiguration).toMatchObject([
        { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
      ]);
    }
  });
});

describe('the bucket of access logs', () => {
  test.each(['staging', 'production'] as const)('of %s has lines that nobody deletes before their day', (stage) => {
    data[stage].hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: Match.stringLikeRegexp('^AccessLogs') },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
            Condition: Match.absent(),
          }),
        ]),
      },
    });
  });
});

describe('the key of what is kept', () => {
  test.each(['staging', 'production'] as const)('of %s turns every year and is ended by nobody', (stage) => {
    data[stage].hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        EnableKeyRotation: true,
        PendingWindowInDays: 30,
        KeyPolicy: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Effect: 'Deny',
              Action: ['kms:DeleteImportedKeyMaterial', 'kms:DisableKey', 'kms:ScheduleKeyDeletion'],
              Principal: { AWS: '*' },
            }),
          ]),
        },
      },
    });
  });
});

function bucketsWith(template: Template, property: string) {
  return Object.values(resourcesOf(template, 'AWS::S3::Bucket')).filter(
    ({ Properties }) => property in (Properties ?? {}),
  );
}

function versioned(properties: Record<string, Json> | undefined): boolean {
  return properties?.['VersioningConfiguration']?.Status === 'Enabled';
}
