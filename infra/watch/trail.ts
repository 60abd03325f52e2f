import { ReadWriteType, Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { acknowledge } from '../acknowledge.ts';
import { logBucket } from '../data/buckets.ts';
import type { OurStack } from '../our-stack.ts';
import { readableBucket } from '../readable-bucket.ts';

/**
 * Trail of every call that changes something in the account, in all regions, for accounts that have none: `GuardTouched` hears of
 * calls by a trail alone. Its files are sealed by CloudTrail's digests and deleted by nobody before their day.
 */
export function accountTrail(stack: OurStack): Trail {
  const bucket = logBucket(stack, 'TrailFiles', 'NobodyDeletesEvents');
  acknowledge(bucket, { 'AwsSolutions-S1': 'Who reads it is an event of the trail itself.' });
  return new Trail(stack, 'Trail', {
    bucket: readableBucket(bucket),
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    enableFileValidation: true,
    managementEvents: ReadWriteType.WRITE_ONLY,
  });
}
