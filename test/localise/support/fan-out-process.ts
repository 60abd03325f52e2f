import { openSqliteTable } from '#register/table/sqlite/sqlite-table.ts';
import { runFanOut } from '#usecases/fan-out/run-fan-out.ts';
import { fanOutDeps } from './fan-out-scene.ts';

// Pumps a fan-out in a process of its own, to be killed: register file, files, start of the calendar, organ, run.
const [, , path = '', files = '', startsAt = '', organ = '', runId = ''] = process.argv;
const table = await openSqliteTable({ path });
const deps = fanOutDeps({ table, files, startsAt });
await runFanOut(deps, organ, runId, {
  worker: 'may-nay',
  onSettled: ({ unitCode }, state) => process.stdout.write(`${unitCode} ${state}\n`),
});
await table.close();
