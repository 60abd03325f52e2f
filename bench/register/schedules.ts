import fc from 'fast-check';
import { type Outcome, runSchedule, type Schedule, schedules } from '../../test/support/schedule.ts';
import { openTestTable } from '../../test/support/test-table.ts';
import { deadline, type Part } from './part.ts';

const RUNS = Number(process.env['BENCH_SCHEDULES'] ?? 10_000);
const CONCURRENCY = 6;

/** Random schedules of issue, withdraw, crash, retry and a jumping clock. */
export const randomSchedules: Part = {
  title: 'Random schedules (model-based)',
  run: async (say) => {
    const startedMs = performance.now();
    const isOver = deadline();
    const total = { runs: 0, acknowledged: 0, mishaps: 0, deaths: 0, violations: 0, wrongs: 0 };
    const seed = Date.now() % 2 ** 31;
    const waiting: Schedule[] = fc.sample(schedules, { numRuns: RUNS, seed });
    // A table of its own for each 500: how fast a schedule is does not depend on how many were before.
    while (waiting.length > 0 && !isOver()) {
      const some = waiting.splice(0, 500);
      const table = await openTestTable();
      const work = async () => {
        for (let one = some.shift(); one && !isOver(); one = some.shift()) {
          add(total, await runSchedule(table.table, one), one, say);
        }
      };
      await Promise.all(Array.from({ length: CONCURRENCY }, work));
      await table.stop();
      say(`${total.runs} schedules, ${total.violations} violations, ${total.wrongs} wrongs`);
    }
    const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1);
    return [
      `${total.runs.toLocaleString('en')} of ${RUNS.toLocaleString('en')} schedules (seed ${seed}) in ${minutes} minutes: ${total.acknowledged.toLocaleString('en')} issues answered, ${total.mishaps.toLocaleString('en')} mishaps met (die, fail, conflict, throttled, twice, stale index), ${total.deaths.toLocaleString('en')} processes died.`,
      '',
      `Breaches of I1–I7: **${total.violations}**. Numbers lost, changed or given twice, retries that failed: **${total.wrongs}**.`,
    ];
  },
};

function add(
  total: Record<'runs' | 'acknowledged' | 'mishaps' | 'deaths' | 'violations' | 'wrongs', number>,
  outcome: Outcome,
  schedule: Schedule,
  say: (line: string) => void,
): void {
  total.runs++;
  total.acknowledged += outcome.acknowledged;
  total.mishaps += outcome.mishaps;
  total.deaths += outcome.deaths;
  total.violations += outcome.violations.length;
  total.wrongs += outcome.wrongs.length;
  if (outcome.violations.length + outcome.wrongs.length > 0) {
    say(JSON.stringify({ ...outcome, schedule }));
    process.exitCode = 1;
  }
}
