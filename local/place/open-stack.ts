import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { createRegister } from '#register/create-register.ts';
import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import { type IssueClock, systemIssueClock } from '#register/model/issue-clock.ts';
import { createSeriesMutex } from '#register/numbers/series-mutex.ts';
import type { Members } from '#register/organs/members.ts';
import { createOrganItems, type OrganItems } from '#register/organs/organ-items.ts';
import { createTable } from '#register/table/create-table.ts';
import { createDynamoClient } from '#register/table/dynamo-client.ts';
import { createInspection, type Inspection } from '#register/upkeep/inspection.ts';
import { renderDocument } from '#render/render.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { startDynoxide } from '../data-directory/dynoxide.ts';
import { OperatorError } from '../output/operator-error.ts';
import { createFileMembers } from './file-members.ts';

const TABLE_NAME = 'banhanh';

/** Register, store and rendering over a data directory. */
export interface Stack {
  readonly deps: FanOutDeps;
  readonly members: Members;
  /** The whole table, for `verify` and repair. */
  readonly inspection: Inspection;
  /** Items as they are, for moving an organ. */
  readonly items: OrganItems;
  close(): Promise<void>;
}

/** How a stack is opened. */
export interface StackOptions {
  readonly dir: string;
  /** Another DynamoDB than the embedded one. */
  readonly dynamodbEndpoint?: string | undefined;
  /** Another calendar than the wall clock's. */
  readonly clock?: IssueClock | undefined;
}

/** Opens the stack of a directory that has data. Throws `OperatorError` where it has none. */
export async function openExisting(dir: string, dynamodbEndpoint: string | undefined): Promise<Stack> {
  await access(dataPaths(dir).organs).catch(() => {
    throw new OperatorError(`Không có dữ liệu Ban Hành trong thư mục “${dir}”; hãy chỉ thư mục bằng --data.`);
  });
  return openStack({ dir, dynamodbEndpoint });
}

/** Opens the stack of a data directory; a database that already runs for it is shared. */
export async function openStack({ dir, dynamodbEndpoint, clock = systemIssueClock }: StackOptions): Promise<Stack> {
  const dynoxide = dynamodbEndpoint === undefined ? await startDynoxide(dir) : undefined;
  const client = createDynamoClient({ region: 'local', endpoint: dynamodbEndpoint ?? dynoxide?.endpoint ?? '' });
  await createTable(client, TABLE_NAME);
  const register = createRegister({ client, tableName: TABLE_NAME, seriesMutex: createSeriesMutex() });
  const store = createDirectoryStore(dataPaths(dir).files);
  return {
    deps: {
      register,
      fanOuts: createFanOuts({ client, tableName: TABLE_NAME }),
      store,
      render: renderDocument,
      clock,
      newId: randomUUID,
    },
    members: createFileMembers(dataPaths(dir).users),
    inspection: createInspection({ client, tableName: TABLE_NAME }),
    items: createOrganItems({ client, tableName: TABLE_NAME }),
    close: async () => {
      client.destroy();
      await dynoxide?.stop();
    },
  };
}
