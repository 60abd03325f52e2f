import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** CDK's types say of a bucket that it may be undefined whether it is a website, and of what CloudFront reads that it may be absent. */
export function readableBucket(bucket: Construct): IBucket {
  if (isBucket(bucket)) return bucket;
  throw new Error('A bucket can be read.');
}

function isBucket(construct: Construct): construct is Construct & IBucket {
  return 'bucketArn' in construct;
}
