import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynoxide } from '#local/data-directory/dynoxide.ts';
import { createRegister, type RegisterOptions } from '#register/create-register.ts';
import type { Register } from '#register/register.ts';
import { createTable } from '#register/table/create-table.ts';
import { createDynamoClient, type DynamoClient } from '#register/table/dynamo-client.ts';

const TABLE = 'banhanh';

/** A real dynoxide over a temporary directory, with the table made. */
export interface TestTable {
  dir: string;
  tableName: string;
  endpoint: string;
  /** A client of its own; all are destroyed by `stop`. */
  client(): DynamoClient;
  /** A register with a client of its own. */
  register(options?: Partial<RegisterOptions>): Register;
  /** Kills the database at once, with what it was doing. */
  kill(): void;
  /** Starts it over the same file, on another port: clients made before are of no use any more. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one. Call `stop` in `afterAll`. */
export async function startTestTable(): Promise<TestTable> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-table-'));
  let server = await startDynoxide(dir);
  const clients: DynamoClient[] = [];
  const client = () => {
    const made = createDynamoClient({ region: 'local', endpoint: server.endpoint });
    clients.push(made);
    return made;
  };
  await createTable(client(), TABLE);
  return {
    dir,
    tableName: TABLE,
    get endpoint() {
      return server.endpoint;
    },
    client,
    register: (options) => createRegister({ client: client(), tableName: TABLE, ...options }),
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
