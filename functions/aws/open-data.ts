import { newId } from '#base/node/ids.ts';
import { createRegister, type RegisterOptions } from '#register/create-register.ts';
import { createFanOuts, type FanOuts } from '#register/fan-outs/fan-out.ts';
import { systemIssueClock } from '#register/model/issue-clock.ts';
import type { Register } from '#register/register.ts';
import { renderDocument } from '#render/render.ts';
import { createRoutedStore } from '#store/routed-store.ts';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Store } from '#store/s3-store.ts';
import type { Store } from '#store/store.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import type { DataEnvironment } from './environment.ts';
import { openRegisterTable } from './open-register-table.ts';

/** Register and fan-outs of a function that renders nothing and reads no file. */
export function openTable(env: DataEnvironment): { readonly register: Register; readonly fanOuts: FanOuts } {
  const table = openRegisterTable(env);
  return { register: createRegister({ table }), fanOuts: createFanOuts(table) };
}

/** The buckets of a function as one store: what is issued is kept apart from what people work on. */
export function openBuckets(env: DataEnvironment): Store {
  const client = createS3Client({ region: env.AWS_REGION, endpoint: env.S3_ENDPOINT });
  return createRoutedStore({
    issued: createS3Store({ client, bucket: env.ISSUED_BUCKET }),
    work: createS3Store({ client, bucket: env.WORK_BUCKET }),
  });
}

/** Opens the use cases' dependencies in AWS: the table, both buckets, rendering, the wall clock. */
export function openDeps(env: DataEnvironment, onAttempt?: RegisterOptions['onAttempt']): FanOutDeps {
  const table = openRegisterTable(env);
  const store = openBuckets(env);
  return {
    register: createRegister({ table, ...(onAttempt && { onAttempt }) }),
    fanOuts: createFanOuts(table),
    store,
    heads: store,
    render: renderDocument,
    clock: systemIssueClock,
    sharing: createSharingCache(),
    newId,
  };
}
