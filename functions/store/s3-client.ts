import { S3Client } from '@aws-sdk/client-s3';

/** Address of the bucket. With credentials, nothing is read from the environment. */
export interface S3ClientOptions {
  readonly region: string;
  /** Absent: those that the SDK finds, in AWS the function's role. */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /** Another S3, reached by path: `http://127.0.0.1:<port>`. */
  readonly endpoint?: string | undefined;
}

/** A client for {@link createS3Store}; `destroy()` it when the program ends. */
export function createS3Client(options: S3ClientOptions): S3Client {
  return new S3Client({
    region: options.region,
    ...(options.credentials && { credentials: options.credentials }),
    ...(options.endpoint !== undefined && { endpoint: options.endpoint, forcePathStyle: true }),
    // We send and check SHA-256 ourselves; the SDK's own checksums would come as trailers in framed bodies.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ignoreConfiguredEndpointUrls: true,
    maxAttempts: 3,
    // Of a large file on a slow line bytes still move; where none has for so long, the connection is lost.
    requestHandler: { connectionTimeout: 2_000, socketTimeout: 10_000 },
  });
}
