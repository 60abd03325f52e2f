import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type AwsTarget, openAws } from '#local/target/open-aws.ts';
import type { Stack } from '#local/target/open-stack.ts';
import { type DynamoTestTable, startDynamoTable } from './dynoxide.ts';
import { startTestBuckets } from './s3rver.ts';

/** Output of a run of the program, and its end. */
export interface Run {
  status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A table and two buckets, as a deployment has them, on loopback. */
export interface TestAws {
  readonly table: DynamoTestTable;
  /** Folder of s3rver's objects: a directory a bucket. */
  readonly bucketsDir: string;
  readonly place: AwsTarget;
  /** The options by which the command line is told of it. */
  readonly options: readonly string[];
  /** Opens it in this process. Call `close` before `stop`. */
  open(): Promise<Stack>;
  /** Runs the program; s3rver lives in this process, so nothing here may block. */
  banhanh(...args: readonly string[]): Promise<Run>;
  /** Starts the program, to be killed. */
  start(...args: readonly string[]): ReturnType<typeof spawn>;
  stop(): Promise<void>;
}

const program = join(import.meta.dirname, '../../local/banhanh.js');

/** Starts one. Call `stop` in `afterAll`. */
export async function startTestAws(): Promise<TestAws> {
  const table = await startDynamoTable();
  const [bucket, workBucket] = ['banhanh-issued', 'banhanh-work'];
  const buckets = await startTestBuckets([bucket, workBucket]);
  const { credentials: keys, endpoint: s3Endpoint = '' } = buckets.clientOptions;
  const place = {
    region: 'ap-southeast-1',
    table: table.tableName,
    bucket,
    workBucket,
    dynamodbEndpoint: table.endpoint,
    s3Endpoint,
  };
  const credentials = { AWS_ACCESS_KEY_ID: keys?.accessKeyId, AWS_SECRET_ACCESS_KEY: keys?.secretAccessKey };
  Object.assign(process.env, credentials);
  const start: TestAws['start'] = (...args) =>
    spawn(process.execPath, [program, ...args], {
      env: { ...process.env, ...credentials, DYNAMODB_ENDPOINT: table.endpoint, S3_ENDPOINT: s3Endpoint },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    table,
    bucketsDir: buckets.dir,
    place,
    options: ['--table', place.table, '--bucket', bucket, '--work-bucket', workBucket, '--region', place.region],
    open: () => openAws(place),
    banhanh: async (...args) => {
      const child = start(...args);
      let [stdout, stderr] = ['', ''];
      child.stdout?.on('data', (text) => {
        stdout += text;
      });
      child.stderr?.on('data', (text) => {
        stderr += text;
      });
      const [status] = await once(child, 'close');
      return { status, stdout, stderr };
    },
    start,
    stop: async () => {
      await buckets.stop();
      await table.stop();
    },
  };
}
