import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { type AwsPlace, openAws } from '../../local/open-aws.ts';
import type { Stack } from '../../local/open-stack.ts';
import { startTestTable, type TestTable } from './dynoxide.ts';

/** What a run of the program printed, and how it ended. */
export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** A table and two buckets, as a deployment has them, on loopback. */
export interface TestAws {
  table: TestTable;
  /** Where s3rver keeps the objects: a directory a bucket. */
  bucketsDir: string;
  place: AwsPlace;
  /** The options by which the command line is told of it. */
  options: string[];
  /** Opens it in this process. Call `close` before `stop`. */
  open(): Promise<Stack>;
  /** Runs the program; s3rver lives in this process, so nothing here may block. */
  banhanh(...args: string[]): Promise<Run>;
  /** Starts the program, to be killed. */
  start(...args: string[]): ReturnType<typeof spawn>;
  stop(): Promise<void>;
}

const program = join(import.meta.dirname, '../../local/banhanh.ts');

/** Starts one. Call `stop` in `afterAll`. */
export async function startTestAws(): Promise<TestAws> {
  const table = await startTestTable();
  const bucketsDir = await mkdtemp(join(tmpdir(), 'banhanh-buckets-'));
  const [bucket, workBucket] = ['banhanh-issued', 'banhanh-work'];
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: bucketsDir,
    configureBuckets: [bucket, workBucket].map((name) => ({ name, configs: [] })),
  });
  const { port } = await server.run();
  const s3Endpoint = `http://127.0.0.1:${port}`;
  const place = {
    region: 'ap-southeast-1',
    table: table.tableName,
    bucket,
    workBucket,
    dynamodbEndpoint: table.endpoint,
    s3Endpoint,
  };
  const credentials = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
  Object.assign(process.env, credentials);
  const start: TestAws['start'] = (...args) =>
    spawn(process.execPath, [program, ...args], {
      env: { ...process.env, ...credentials, DYNAMODB_ENDPOINT: table.endpoint, S3_ENDPOINT: s3Endpoint },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    table,
    bucketsDir,
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
      await server.close();
      await table.stop();
      await rm(bucketsDir, { recursive: true, force: true });
    },
  };
}
