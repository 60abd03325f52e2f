import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRegister, type RegisterOptions } from '#register/create-register.ts';
import type { Register } from '#register/register.ts';
import { createDynamoClient, type DynamoClient } from '#register/table/dynamo/dynamo-client.ts';
import { openDynamoTable } from '#register/table/dynamo/dynamo-table.ts';
import type { Table } from '#register/table/table.ts';
import { createTable } from './create-table.ts';
import { startDynoxide } from './dynoxide-process.ts';

const TABLE = 'banhanh';

/** A table behind DynamoDB's API, as in AWS: dynoxide over a temporary directory. */
export interface DynamoTestTable {
  readonly dir: string;
  readonly tableName: string;
  readonly endpoint: string;
  /** A client of its own; all are destroyed by `stop`. */
  client(): DynamoClient;
  /** The table over a client of its own. */
  table(): Table;
  /** A register with a client of its own. */
  register(options?: Partial<RegisterOptions>): Register;
  /** Kills the database at once, with what it was doing. */
  kill(): void;
  /** Starts it over the same file, on another port: clients made before are of no use any more. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one. Call `stop` in `afterAll`. */
export async function startDynamoTable(): Promise<DynamoTestTable> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-dynamo-'));
  let server = await startDynoxide(dir);
  const clients: DynamoClient[] = [];
  const client = () => {
    const made = createDynamoClient({ region: 'local', endpoint: server.endpoint });
    clients.push(made);
    return made;
  };
  const table = () => openDynamoTable(client(), TABLE);
  await createTable(client(), TABLE);
  return {
    dir,
    tableName: TABLE,
    get endpoint() {
      return server.endpoint;
    },
    client,
    table,
    register: (options) => createRegister({ table: table(), ...options }),
    kill: () => void process.kill(server.pid, 'SIGKILL'),
    async restart() {
      server = await startDynoxide(dir);
    },
    async stop() {
      for (const made of clients) made.destroy();
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
