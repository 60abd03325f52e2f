import { Duration, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { UNNAMED } from '#store/s3-remover.ts';
import type { OurStack } from '../our-stack.ts';

/** A link may be used this long after it was signed, whatever it says of itself; ours say 60 s. */
const LINK_AGE_MS = 120_000;

/** Days for which an operator can bring back what was ended as unnamed. */
const UNNAMED_KEPT_DAYS = 30;

/** Settings of every bucket: closed, and deleted with its stack only in stages that keep no data. */
export const closed = (stack: OurStack): BucketProps => ({
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: stack.ofData,
  autoDeleteObjects: !stack.keepsData,
});

interface Kept {
  readonly encryptionKey: IKey;
  readonly accessLogs: Bucket;
}

const kept = (stack: OurStack, encryptionKey: IKey): BucketProps => ({
  ...closed(stack),
  versioned: true,
  encryption: BucketEncryption.KMS,
  encryptionKey,
  bucketKeyEnabled: true,
});

/**
 * Bucket of access logs from S3 and CloudFront, which write with S3's own encryption alone and without Object Lock. So the policy
 * refuses everyone who would delete a line or end it sooner.
 */
export function accessLogBucket(stack: OurStack): Bucket {
  return logBucket(stack, 'AccessLogs', 'NobodyDeletesLines');
}

/** Bucket of lines that end by its own rule, after the stage's days; in stages that keep data nobody deletes one before. */
export function logBucket(stack: OurStack, id: string, sid: string): Bucket {
  const bucket = new Bucket(stack, id, {
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
  if (!stack.keepsData) return bucket;
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
      resources: [bucket.arnForObjects('*')],
    }),
  );
  return bucket;
}

/**
 * Bucket of issued files, every version locked by mode and days of the stage. Every version is locked from the moment it
 * is put, by mode and days of the stage, and stays after that, too: no rule ends an object here.
 */
export function issuedBucket(stack: OurStack, { encryptionKey, accessLogs }: Kept): Bucket {
  const { objectLock } = stack.deployment.settings;
  const bucket = new Bucket(stack, 'IssuedFiles', {
    ...kept(stack, encryptionKey),
    objectLockEnabled: true,
    ...(objectLock.mode !== 'none' && {
      objectLockDefaultRetention: ObjectLockRetention[objectLock.mode](Duration.days(objectLock.days)),
    }),
  });
  bucket.addToResourcePolicy(oldLinksRefused(bucket, LINK_AGE_MS));
  logAccess(bucket, accessLogs, 'issued/');
  return bucket;
}

/**
 * Bucket of work: drafts and frozen documents stay, uploads and exports end after days. Nothing here is overwritten by
 * us; versions are kept against those who are not us.
 */
export function workBucket(stack: OurStack, { encryptionKey, accessLogs }: Kept): Bucket {
  const { uploadDays, exportDays } = stack.deployment.settings;
  const ending = (prefix: string, days: number) => ({
    id: `${prefix}-end`,
    prefix: `${prefix}/`,
    expiration: Duration.days(days),
    noncurrentVersionExpiration: Duration.days(1),
  });
  const bucket = new Bucket(stack, 'WorkFiles', {
    ...kept(stack, encryptionKey),
    // Scripts of the page put uploads, by links that were signed for them; nothing else is for scripts.
    cors: [
      {
        allowedMethods: [HttpMethods.PUT],
        allowedOrigins: [`https://${stack.deployment.domain?.name ?? '*.cloudfront.net'}`],
        allowedHeaders: ['content-type', 'x-amz-checksum-sha256', 'x-amz-meta-sha256'],
        maxAge: 3_600,
      },
    ],
    lifecycleRules: [
      ending('uploads', uploadDays),
      ending('exports', exportDays),
      {
        id: 'unnamed-drafts-end',
        prefix: 'drafts/',
        tagFilters: { [UNNAMED.Key]: UNNAMED.Value },
        expiration: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(UNNAMED_KEPT_DAYS),
      },
      { id: 'unfinished-uploads-end', abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });
  bucket.addToResourcePolicy(oldLinksRefused(bucket, LINK_AGE_MS));
  logAccess(bucket, accessLogs, 'work/');
  return bucket;
}

/**
 * Tells a queue of each issued file, where there is one. The queue stands in the bucket's own stack, and its policy names the account
 * and not the bucket: so there is no circle, and no custom resource that would need rights over buckets. EventBridge is on because
 * AWS Backup turns it on, and a later deployment would turn it off again.
 */
export function announceIssued(bucket: Bucket, queue: IQueue | undefined): void {
  resourceOf(bucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
    ...(queue && {
      queueConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          filter: { s3Key: { rules: [{ name: 'prefix', value: 'issued/' }] } },
          queue: queue.queueArn,
        },
      ],
    }),
  };
}

/** S3 writes a line for each request into the bucket of logs, which allows it for this bucket alone. */
function logAccess(bucket: Bucket, accessLogs: Bucket, prefix: string): void {
  resourceOf(bucket).loggingConfiguration = { destinationBucketName: accessLogs.bucketName, logFilePrefix: prefix };
  accessLogs.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [accessLogs.arnForObjects(`${prefix}*`)],
      conditions: {
        ArnLike: { 'aws:SourceArn': bucket.bucketArn },
        StringEquals: { 'aws:SourceAccount': Stack.of(bucket).account },
      },
    }),
  );
}

function resourceOf(bucket: Bucket): CfnBucket {
  const resource = bucket.node.defaultChild;
  if (resource instanceof CfnBucket) return resource;
  throw new Error('A bucket is made of a CfnBucket.');
}

function oldLinksRefused(bucket: Bucket, ageMs: number): PolicyStatement {
  return new PolicyStatement({
    sid: 'OldLinksRefused',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
    resources: [bucket.arnForObjects('*')],
    conditions: {
      StringEquals: { 's3:authType': 'REST-QUERY-STRING' },
      NumericGreaterThan: { 's3:signatureAge': String(ageMs) },
    },
  });
}
