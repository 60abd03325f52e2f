import { Duration } from 'aws-cdk-lib';
import { ReadWriteType, Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { acknowledge } from '../acknowledge.ts';
import { closed } from '../data/buckets.ts';
import type { OurStack } from '../our-stack.ts';
import { readableBucket } from '../readable-bucket.ts';

/**
 * Trail of every call that changes something in the account, in all regions, for accounts that have none: `GuardTouched` hears of
 * calls by a trail alone. Its files are sealed by CloudTrail's digests and deleted by nobody before their day.
 */
export function accountTrail(stack: OurStack): Trail {
  const bucket = new Bucket(stack, 'TrailFiles', {
    ...closed(stack),
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [
      {
        expiration: Duration.days(stack.deployment.settings.accessLogDays),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
  if (stack.keepsData) {
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NobodyDeletesEvents',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        resources: [bucket.arnForObjects('*')],
      }),
    );
  }
  acknowledge(bucket, { 'AwsSolutions-S1': 'Who reads it is an event of the trail itself.' });
  return new Trail(stack, 'Trail', {
    bucket: readableBucket(bucket),
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    enableFileValidation: true,
    managementEvents: ReadWriteType.WRITE_ONLY,
  });
}
