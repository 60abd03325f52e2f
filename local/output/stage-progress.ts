import type { ProgressOutput } from './progress-bar.ts';

/** Progress of a run of several stages: a terminal redraws one line, anything else gets a line now and then. */
export interface StageProgress {
  /** Tells how much of a stage is done; without `total` where nobody knows how much there is. */
  at(stage: string, done: number, total?: number): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

const EVERY_MS = { terminal: 100, file: 10_000 } as const;
const WIDTH = 30;
const WIPE = '\r\u001b[K';

/**
 * Shows how far each stage is. `now` gives milliseconds. Where no person looks on, a run of less than ten seconds says nothing.
 *
 * @example Chép tệp [##########--------------------] 34% 1129/3321, 450/giây
 */
export function stageProgress(output: ProgressOutput, now: () => number): StageProgress {
  let stage = '';
  let [startedAt, shownAt, isShown] = [0, 0, false];
  const isDue = (isLast: boolean) => {
    const past = now() - shownAt;
    return output.isTTY ? isLast || past >= EVERY_MS.terminal : past >= EVERY_MS.file;
  };
  const begin = (name: string) => {
    stage = name;
    startedAt = now();
    if (output.isTTY) shownAt = Number.NEGATIVE_INFINITY;
    else if (shownAt === 0) shownAt = startedAt;
  };
  return {
    at: (name, done, total) => {
      if (name !== stage) begin(name);
      if (!isDue(done === total)) return;
      shownAt = now();
      const line = `${name} ${howFar(done, total, (shownAt - startedAt) / 1000)}`;
      output.write(output.isTTY ? `${WIPE}${line}` : `${line}\n`);
      isShown = output.isTTY === true;
    },
    clear: () => {
      if (isShown) output.write(WIPE);
      isShown = false;
    },
  };
}

function howFar(done: number, total: number | undefined, seconds: number): string {
  const rate = seconds < 1 ? '' : `, ${Math.round(done / seconds)}/giây`;
  if (total === undefined) return `${done}${rate}`;
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.floor(share * WIDTH);
  const bar = `${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}`;
  return `[${bar}] ${Math.floor(share * 100)}% ${done}/${total}${rate}`;
}

/** Progress on the screen, beside what a command prints. */
export function screenProgress(): StageProgress {
  return stageProgress(process.stderr, () => performance.now());
}

/** Counts what passes. */
export async function* counted<T>(values: AsyncIterable<T>, onCount: (done: number) => void): AsyncIterable<T> {
  let done = 0;
  for await (const value of values) {
    yield value;
    onCount(++done);
  }
}
