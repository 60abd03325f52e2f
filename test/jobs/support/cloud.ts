import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import { systemIssueClock } from '#register/model/issue-clock.ts';
import { createMembers } from '#register/organs/members.ts';
import { openDynamoTable } from '#register/table/dynamo/dynamo-table.ts';
import { renderDocument } from '#render/render.ts';
import { createRoutedStore } from '#store/routed-store.ts';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Store } from '#store/s3-store.ts';
import type { Actor } from '#usecases/actor.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import { exampleProfiles } from '../../support/desk.ts';
import { type DynamoTestTable, startDynamoTable } from '../../support/dynoxide.ts';
import { startStrictBuckets } from '../../support/s3rver.ts';
import { startTestEngines, type TestEngines } from './engines.ts';
import { type RunningFunction, runFunction } from './run-function.ts';
import { sharedBundles } from './shared-bundles.ts';
import { POOL, startTestPool, type TestPool } from './user-pool.ts';

const ISSUED = 'issued-files';
const WORK = 'work-files';
const RESTORED = 'restored-files';

/** All that the functions talk to, on this machine, and the functions as they are deployed. */
export interface TestCloud {
  readonly table: DynamoTestTable;
  readonly pool: TestPool;
  readonly engines: TestEngines;
  /** Directories of the buckets. */
  readonly dirs: { readonly issued: string; readonly work: string };
  /** Folder of the bundles. */
  readonly bundles: string;
  /** The variables of every function. */
  readonly env: Record<string, string>;
  /** Restores the bucket of issued files into another, as AWS Backup does: its name, for a function's `ISSUED_BUCKET`. */
  restoreIssued(): Promise<string>;
  /** Ends what is tagged in the bucket of work, as its lifecycle does; the keys. */
  expireTagged(): Promise<string[]>;
  /** Dependencies of the use cases, over the same table and buckets; its calendar runs a minute late. */
  readonly deps: FanOutDeps;
  /** Makes someone a member of their organ, if they are none yet: the API lets nobody else in. */
  enrol(who: Actor): Promise<void>;
  /** Starts a bundled function; `stop` ends it with the rest. */
  start(name: string, more?: Record<string, string>): Promise<RunningFunction>;
  stop(): Promise<void>;
}

/** Starts everything, with the organs of the examples. Call `stop` in `afterAll`. */
export async function startTestCloud(): Promise<TestCloud> {
  const [table, buckets, pool, engines, bundles] = await Promise.all([
    startDynamoTable(),
    startStrictBuckets([
      { name: ISSUED, locked: true },
      { name: WORK, locked: false },
      { name: RESTORED, locked: true },
    ]),
    startTestPool(),
    startTestEngines(),
    sharedBundles(),
  ]);
  const running: RunningFunction[] = [];
  const enrolled = new Map<string, Promise<void>>();
  const client = createS3Client(buckets.clientOptions);
  const deps: FanOutDeps = {
    register: table.register(),
    fanOuts: createFanOuts(table.table()),
    store: createRoutedStore({
      issued: createS3Store({ client, bucket: ISSUED }),
      work: createS3Store({ client, bucket: WORK }),
    }),
    render: renderDocument,
    clock: { ...systemIssueClock, now: () => new Date(Date.now() - 60_000) },
    sharing: createSharingCache(),
    newId: randomUUID,
  };
  for (const profile of await exampleProfiles((organ) => `signer-${organ}`)) {
    const admin = { organ: profile.organId, staffId: 'quan-tri', roles: ['admin'] } as const;
    await putProfile(deps, admin, { profile, rev: null });
  }
  const members = createMembers(openDynamoTable(table.client(), table.tableName));
  const env = {
    AWS_REGION: POOL.region,
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
    STAGE: 'dev',
    RELEASE: 'test',
    POWERTOOLS_METRICS_NAMESPACE: 'BanHanh',
    TABLE_NAME: table.tableName,
    ISSUED_BUCKET: ISSUED,
    WORK_BUCKET: WORK,
    DYNAMODB_ENDPOINT: table.endpoint,
    S3_ENDPOINT: buckets.clientOptions.endpoint ?? '',
    ISSUE_QUEUE_URL: engines.queueUrl,
    SQS_ENDPOINT: engines.endpoint,
    FAN_OUT_ARN: engines.stateMachineArn,
    SFN_ENDPOINT: engines.endpoint,
    USER_POOL_ID: POOL.id,
    USER_POOL_CLIENT_ID: POOL.client,
    JWKS_URL: pool.jwksUrl,
  };
  const enrolNow = async ({ organ, staffId, roles }: Actor): Promise<void> => {
    if (await members.get(organ, staffId)) return;
    const about = { username: staffId, name: staffId, active: true, rev: null, actor: 'quan-tri', at: new Date() };
    await members.put({ organ, staffId, roles: [...roles], ...about });
  };
  return {
    table,
    pool,
    engines,
    dirs: { issued: join(buckets.dir, ISSUED), work: join(buckets.dir, WORK) },
    bundles,
    env,
    deps,
    expireTagged: () => buckets.expireTagged(WORK),
    restoreIssued: async () => {
      await buckets.restore(ISSUED, RESTORED);
      return RESTORED;
    },
    // Once each, however many ask at once.
    enrol: (who) => {
      const name = `${who.organ} ${who.staffId}`;
      const begun = enrolled.get(name) ?? enrolNow(who);
      enrolled.set(name, begun);
      return begun;
    },
    start: async (name, more = {}) => {
      const started = await runFunction(bundles, name, { ...env, ...more });
      running.push(started);
      return started;
    },
    stop: async () => {
      for (const one of running) await one.stop();
      client.destroy();
      await Promise.all([pool.stop(), engines.stop(), buckets.stop(), table.stop()]);
    },
  };
}
