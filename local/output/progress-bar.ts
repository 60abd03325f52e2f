/** Output of progress: a terminal redraws one line, anything else gets a line now and then. */
export interface ProgressOutput {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const WIDTH = 30;

/**
 * Shows how far a long run is: count, rate, what failed. `now` gives milliseconds.
 *
 * @example [##########--------------------] 34% 1129/3321, 450/giây, lỗi 2
 */
export function progressBar(total: number, output: ProgressOutput, now: () => number) {
  const start = now();
  let done = 0;
  let failed = 0;
  let shownAt = Number.NEGATIVE_INFINITY;
  let shownTenth = 0;

  const line = () => {
    const share = total === 0 ? 1 : done / total;
    const filled = Math.floor(share * WIDTH);
    const seconds = Math.max((now() - start) / 1000, 0.001);
    const bar = `${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}`;
    return `[${bar}] ${Math.floor(share * 100)}% ${done}/${total}, ${Math.round(done / seconds)}/giây, lỗi ${failed}`;
  };
  return {
    /** One more is through. */
    step(ok: boolean): void {
      done += 1;
      if (!ok) failed += 1;
      const tenth = Math.floor((done / Math.max(total, 1)) * 10);
      if (output.isTTY ? now() - shownAt >= 100 || done === total : tenth > shownTenth) {
        shownAt = now();
        shownTenth = tenth;
        output.write(output.isTTY ? `\r${line()}${done === total ? '\n' : ''}` : `${line()}\n`);
      }
    },
  };
}
