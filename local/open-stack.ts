import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { createRegister } from '../functions/register/create-register.ts';
import { createTable } from '../functions/register/create-table.ts';
import { createDynamoClient } from '../functions/register/dynamo-client.ts';
import { createFanOuts } from '../functions/register/fan-out.ts';
import { createInspection, type Inspection } from '../functions/register/inspection.ts';
import { type IssueClock, systemIssueClock } from '../functions/register/issue-clock.ts';
import type { Members } from '../functions/register/members.ts';
import { createOrganItems, type OrganItems } from '../functions/register/organ-items.ts';
import { createSeriesMutex } from '../functions/register/series-mutex.ts';
import { renderDocument } from '../functions/render/render.ts';
import { createDirectoryStore } from '../functions/store/directory-store.ts';
import type { FanOutDeps } from '../functions/usecases/fan-out-deps.ts';
import { dataPaths } from './data-directory.ts';
import { startDynoxide } from './dynoxide.ts';
import { createFileMembers } from './file-members.ts';
import { OperatorError } from './operator-error.ts';

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
