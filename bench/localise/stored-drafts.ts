import { join } from 'node:path';
import { toNfc } from '#document/text/nfc.ts';
import { progressBar } from '#local/output/progress-bar.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { putBlob } from '#usecases/blobs.ts';
import { runFanOut } from '#usecases/fan-out/run-fan-out.ts';
import { provincePlan } from '../../test/localise/support/example.ts';
import { fanOutDeps } from '../../test/localise/support/fan-out-scene.ts';
import { planForProvince } from '../../test/localise/support/plan-for-province.ts';
import { openTestTable } from '../../test/support/test-table.ts';

/** Bounds of the issue for the drafts of all units, stored in the embedded stack. */
const WITHIN_MS = 180_000;

const { provinces, units } = unitDirectory();
const table = await openTestTable();
try {
  const deps = fanOutDeps({
    table: table.table,
    files: join(table.dir, 'files'),
    startsAt: '2026-03-16T09:00:00+07:00',
  });
  const bar = progressBar(units.size, process.stderr, () => performance.now());
  const counts = { done: 0, failed: 0 };
  const start = performance.now();
  for (const province of provinces.values()) {
    const organ = `tinh-${province.code}`;
    const runId = 'ke-hoach-2026';
    const plan = planForProvince(provincePlan(), province);
    const createdAt = deps.clock.now().toISOString();
    const input = await putBlob(deps, organ, runId, toNfc({ schema: 'FanOutInput@1', plan, profiles: [] }));
    const codes = province.units.map(({ code }) => code);
    const { docId, code, issuedDate } = plan.superior;
    const superior = { docId, code, issuedDate, inRegister: false };
    const run = { schema: 'fan-out@1' as const, organ, runId, input, superior, on: '2026-03-16', total: codes.length };
    await deps.fanOuts.start({ ...run, createdBy: 'van-thu', createdAt }, codes);
    await runFanOut(deps, organ, runId, {
      worker: 'may-nay',
      onSettled: (_, state) => {
        counts[state] += 1;
        bar.step(state === 'done');
      },
    });
  }
  const ms = performance.now() - start;
  console.log(`drafts stored: ${counts.done} of ${units.size} in ${(ms / 1000).toFixed(1)} s, failed ${counts.failed}`);
  if (ms > WITHIN_MS || counts.done !== units.size) process.exitCode = 1;
} finally {
  await table.stop();
}
