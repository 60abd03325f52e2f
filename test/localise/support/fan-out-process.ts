import { createDynamoClient } from '#register/table/dynamo-client.ts';
import { runFanOut } from '#usecases/fan-out/run-fan-out.ts';
import { fanOutDeps } from './fan-out-scene.ts';

// Pumps a fan-out in a process of its own, to be killed: endpoint, table, files, start of the calendar, organ, run.
const [, , endpoint = '', tableName = '', files = '', startsAt = '', organ = '', runId = ''] = process.argv;
const client = createDynamoClient({ region: 'local', endpoint });
const deps = fanOutDeps({ client, tableName, files, startsAt });
await runFanOut(deps, organ, runId, {
  worker: 'may-nay',
  onSettled: ({ unitCode }, state) => process.stdout.write(`${unitCode} ${state}\n`),
});
client.destroy();
