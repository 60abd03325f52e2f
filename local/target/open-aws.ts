import { newId } from '#base/node/ids.ts';
import { createRegister } from '#register/create-register.ts';
import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import { systemIssueClock } from '#register/model/issue-clock.ts';
import { createMembers } from '#register/organs/members.ts';
import { createOrganItems } from '#register/organs/organ-items.ts';
import { walkOrgan } from '#register/organs/walk-organ.ts';
import { createDynamoClient } from '#register/table/dynamo/dynamo-client.ts';
import { openDynamoTable } from '#register/table/dynamo/dynamo-table.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { renderDocument } from '#render/render.ts';
import { createRoutedStore } from '#store/routed-store.ts';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Store } from '#store/s3-store.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import { explainAws } from '../output/aws-fault.ts';
import type { Stack } from './open-stack.ts';

/** A table and its buckets in AWS, by name. */
export interface AwsTarget {
  readonly region: string;
  readonly table: string;
  /** Of what is issued. */
  readonly bucket: string;
  /** Of frozen drafts, uploads and exports. */
  readonly workBucket: string;
  /** Another DynamoDB and another S3: `DYNAMODB_ENDPOINT`, `S3_ENDPOINT`. */
  readonly dynamodbEndpoint?: string | undefined;
  readonly s3Endpoint?: string | undefined;
}

/**
 * Opens register and store of a deployment from the operator's machine, with the credentials that the SDK finds. Those
 * are of a profile, a sign-in or a role. Asks each of the three for something first. Throws `OperatorError` that says
 * which does not answer, and why.
 */
export async function openAws(at: AwsTarget): Promise<Stack> {
  const { region, table, bucket, workBucket, dynamodbEndpoint, s3Endpoint } = at;
  const client = createDynamoClient({
    region,
    ...(dynamodbEndpoint !== undefined && { endpoint: dynamodbEndpoint }),
  });
  const s3 = createS3Client({ region, endpoint: s3Endpoint });
  const [issued, work] = [createS3Store({ client: s3, bucket }), createS3Store({ client: s3, bucket: workBucket })];
  const opened = openDynamoTable(client, table);
  const stack: Stack = {
    deps: {
      register: createRegister({ table: opened }),
      fanOuts: createFanOuts(opened),
      store: createRoutedStore({ issued, work }),
      render: renderDocument,
      clock: systemIssueClock,
      sharing: createSharingCache(),
      newId,
    },
    members: createMembers(opened),
    inspection: createInspection(opened),
    items: createOrganItems(opened, walkOrgan),
    close: async () => {
      client.destroy();
      s3.destroy();
    },
  };
  try {
    await asked(`bảng “${table}”`, () => stack.members.ofLogin('x'));
    for (const [name, store, prefix] of [[bucket, issued, 'issued'] as const, [workBucket, work, 'drafts'] as const]) {
      await asked(`kho tệp “${name}”`, async () => {
        for await (const _ of store.list(prefix)) break;
      });
    }
    return stack;
  } catch (error) {
    await stack.close();
    throw error;
  }
}

async function asked(what: string, ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    throw explainAws(error, what);
  }
}
