import { CfnOutput } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { acknowledge } from '../acknowledge.ts';
import { closed } from '../data/buckets.ts';
import type { OurStack } from '../our-stack.ts';
import { distribution } from './distribution.ts';

/** The page and the API behind one origin. */
export interface Page {
  /** `https://…`, without a path. */
  readonly origin: string;
  /** Secret that only the distribution sends along to the API; absent: the API's own address is open. */
  readonly door?: Secret;
  readonly distribution: Distribution;
}

/** Resources that the page stands on. */
export interface PageProps {
  readonly api: HttpApi;
  /** Origin where scripts of the page put files that are too large for the API. */
  readonly uploadsTo: string;
  /** The firewall before it; with one the API answers nobody who goes round it. */
  readonly webAclArn?: string | undefined;
}

/**
 * The page: a private bucket behind CloudFront, which alone reads it, and the API under the same origin. The files themselves are put by
 * whoever deploys (docs/van-hanh.md, 1): what is hashed for good, all else to be asked for anew.
 */
export function page(stack: OurStack, { api, uploadsTo, webAclArn }: PageProps): Page {
  const files = new Bucket(stack, 'PageFiles', {
    ...closed(stack),
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
  });
  acknowledge(files, {
    'AwsSolutions-S1': 'What is in it is public by its nature, and CloudFront alone reads it.',
  });
  const door = webAclArn === undefined ? undefined : doorSecret(stack);
  const made = distribution(stack, { api, files, uploadsTo, webAclArn, door });
  const { domain } = stack.deployment;
  const origin = `https://${domain?.name ?? made.distributionDomainName}`;
  new CfnOutput(stack, 'PageUrl', { value: origin });
  new CfnOutput(stack, 'PageBucketName', { value: files.bucketName });
  return { origin, distribution: made, ...(door && { door }) };
}

/** A new one is made by deleting this one and deploying: both sides take it from here. */
function doorSecret(stack: OurStack): Secret {
  const secret = new Secret(stack, 'Door', {
    description: 'Ban Hanh: what CloudFront shows the API',
    generateSecretString: { excludePunctuation: true, passwordLength: 48 },
  });
  acknowledge(secret, {
    'AwsSolutions-SMG4': 'It keeps requests on their way through the firewall; who has it still needs a token.',
  });
  return secret;
}
