/** A part of the bench: what it does, and the lines of its section. */
export interface Part {
  readonly title: string;
  run(say: (line: string) => void): Promise<string[]>;
}

/** Tells when a long part stops: `BENCH_MINUTES` after its start, or never. */
export function deadline(): () => boolean {
  const minutes = Number(process.env['BENCH_MINUTES'] ?? Number.POSITIVE_INFINITY);
  const untilMs = performance.now() + minutes * 60_000;
  return () => performance.now() > untilMs;
}

/** As a server that has run for a minute: before that, times are those of a compiler at work. */
const WARM_UP = 300;

/** Times of a thing done many times, one after the other, after some to warm up: `p50 / p99` in milliseconds. */
export async function timesOf(count: number, work: () => Promise<unknown>): Promise<string> {
  for (let n = 0; n < WARM_UP; n++) await work();
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const startedMs = performance.now();
    await work();
    times.push(performance.now() - startedMs);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  return `${at(0.5)} / ${at(0.99)}`;
}
