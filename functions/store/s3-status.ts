import { S3ServiceException } from '@aws-sdk/client-s3';

/** Reads the HTTP status of an error of S3; undefined where no answer came. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}
