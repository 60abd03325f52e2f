import type { Writer } from './engines/engine.ts';

/** An engine that is measured, by its name. */
export interface Contender {
  readonly name: string;
  readonly write: Writer;
}

/** What a contender took, and what it wrote. */
export interface Timing {
  readonly name: string;
  /** Median over the rounds, milliseconds of the processor a document. */
  readonly ms: number;
  readonly bytes: number;
}

/** A slot is as many documents as take about this long, at least one. */
const SLOT_MS = 40;
const WARM_UP_MS = 1500;

/**
 * Times contenders against each other: after a warm-up of each, round after round, each in its turn for one slot, so
 * that a slower or faster minute of the machine meets all of them.
 */
export async function measure(contenders: readonly Contender[], rounds: number): Promise<Timing[]> {
  const runs: Array<{ contender: Contender; slot: number; bytes: number; times: number[] }> = [];
  for (const contender of contenders) {
    const { ms, bytes } = await warmUp(contender.write);
    runs.push({ contender, slot: Math.max(1, Math.round(SLOT_MS / Math.max(ms, 0.1))), bytes, times: [] });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { contender, slot, times } of runs) {
      const start = processorMs();
      for (let i = 0; i < slot; i++) await contender.write();
      times.push((processorMs() - start) / slot);
    }
  }
  return runs.map(({ contender, bytes, times }) => ({ name: contender.name, ms: median(times), bytes }));
}

/** Time that the process has had of the processor, all its threads: other work on the machine does not count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function warmUp(write: Writer): Promise<{ ms: number; bytes: number }> {
  const start = performance.now();
  let [ms, bytes] = [0, 0];
  while (performance.now() - start < WARM_UP_MS) {
    const before = processorMs();
    bytes = (await write()).length;
    ms = processorMs() - before;
  }
  return { ms, bytes };
}

/** The middle of a list of numbers. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
