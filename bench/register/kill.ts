import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { soak } from '../../test/support/soak/soak.ts';
import { deadline, type Part } from './part.ts';

const ROUNDS = Number(process.env['BENCH_KILLS'] ?? 200);
/** Rounds in one data directory: all of it is verified after each. */
const ROUNDS_A_DIRECTORY = 20;

/** SIGKILL of the real server under load. */
export const kill: Part = {
  title: 'SIGKILL of the server under load',
  run: async (say) => {
    const startedMs = performance.now();
    const isOver = deadline();
    const total = { rounds: 0, acknowledged: 0, wrongs: 0 };
    while (total.rounds < ROUNDS && !isOver()) {
      const base = await mkdtemp(join(tmpdir(), 'banhanh-kill-'));
      const rounds = Math.min(ROUNDS_A_DIRECTORY, ROUNDS - total.rounds);
      const soaked = await soak({ dir: join(base, 'data'), rounds, clerks: 4, killWithinMs: 1_200 });
      total.rounds += soaked.rounds;
      total.acknowledged += soaked.acknowledged;
      total.wrongs += soaked.wrongs.length;
      for (const wrong of soaked.wrongs) say(wrong);
      if (soaked.wrongs.length > 0) process.exitCode = 1;
      await rm(base, { recursive: true, force: true });
      say(`${total.rounds} rounds, ${total.acknowledged} acts, ${total.wrongs} wrongs`);
    }
    const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1);
    return [
      `${total.rounds} of ${ROUNDS} rounds in ${minutes} minutes: four clerks on the real server over HTTP, who number, send, void, replace, register, record, strike and change files; SIGKILL after 0.2 to 1.2 s; start, every act that was under way asked for again, \`verify\` over everything.`,
      '',
      `${total.acknowledged.toLocaleString('en')} acts were done or under way. Lost, changed, gaps, duplicates, violations: **${total.wrongs}**.`,
    ];
  },
};
