declare module 's3rver' {
  /** The part of s3rver that the tests use; it has no types of its own. */
  class S3rver {
    constructor(options: {
      address: string;
      port: number;
      silent: boolean;
      directory: string;
      configureBuckets: { name: string; configs: string[] }[];
    });
    readonly middleware: ((context: import('./strict-s3.ts').Context, next: () => Promise<void>) => Promise<void>)[];
    readonly store: {
      listObjects(
        bucket: string,
        options: { delimiter?: string; prefix?: string; maxKeys?: number },
      ): Promise<{ objects: { key: string }[]; commonPrefixes: string[]; isTruncated: boolean }>;
      putObject(object: import('./strict-s3.ts').PutObject): Promise<{ md5: string; size: number }>;
      putMetadata(
        bucket: string,
        key: string,
        metadata: Record<string, string | undefined>,
        md5: string,
      ): Promise<void>;
      deleteObject(bucket: string, key: string): Promise<void>;
      existsObject(bucket: string, key: string): Promise<boolean>;
      getResourcePath(bucket: string, key: string, resource: 'object' | 'object.md5' | 'metadata.json'): string;
    };
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
  }
  export = S3rver;
}

declare module 's3rver/lib/models/error.js' {
  /** An error as S3 words it; the code decides the status. */
  class S3Error extends Error {
    constructor(code: string, message: string);
  }
  export = S3Error;
}
