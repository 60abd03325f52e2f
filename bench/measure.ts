import type { Writer } from './engines/engine.ts';

/** Some documents, written one after the other. */
export interface Slot {
  /** Milliseconds of the processor, all of them together. */
  readonly ms: number;
  /** Bytes of the last one. */
  readonly bytes: number;
}

/** An engine that is measured, by its name. */
export interface Contender {
  readonly name: string;
  readonly run: (documents: number) => Promise<Slot>;
}

/** Timings and output of a contender. */
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
  const entries: Array<{
    readonly contender: Contender;
    readonly documents: number;
    readonly bytes: number;
    readonly times: number[];
  }> = [];
  for (const contender of contenders) {
    const { ms, bytes } = await warmUp(contender);
    entries.push({ contender, documents: Math.max(1, Math.round(SLOT_MS / Math.max(ms, 0.1))), bytes, times: [] });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { contender, documents, times } of entries) times.push((await contender.run(documents)).ms / documents);
  }
  return entries.map(({ contender, bytes, times }) => ({ name: contender.name, ms: median(times), bytes }));
}

/** Lets a writer of this process write some documents. */
export async function runSlot(write: Writer, documents: number): Promise<Slot> {
  const start = processorMs();
  let bytes = 0;
  for (let i = 0; i < documents; i++) bytes = (await write()).length;
  return { ms: processorMs() - start, bytes };
}

/** Time that the process has had of the processor, all its threads: other work on the machine does not count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function warmUp(contender: Contender): Promise<Slot> {
  let slot = await contender.run(1);
  for (let spent = slot.ms; spent < WARM_UP_MS; spent += slot.ms) slot = await contender.run(1);
  return slot;
}

/** The middle of a list of numbers. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
