import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** Narrows a bucket to one that CloudFront reads: CDK's types let fields be undefined in one and absent in the other. */
export function readableBucket(bucket: Construct): IBucket {
  if (isBucket(bucket)) return bucket;
  throw new Error('A bucket can be read.');
}

function isBucket(construct: Construct): construct is Construct & IBucket {
  return 'bucketArn' in construct;
}
