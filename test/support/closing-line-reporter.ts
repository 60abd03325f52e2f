import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';
import { closingLine, type Tally } from './closing-line.ts';

/** Counts each test once; a file that does not load and an error outside every test count as one failure each. */
function tally(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Tally {
  const total: Tally = { passed: 0, failed: unhandled.length, skipped: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      total[state === 'pending' ? 'skipped' : state] += 1;
    }
    total.failed += module.errors().length;
    for (const suite of module.children.allSuites()) total.failed += suite.errors().length;
  }
  return total;
}

/**
 * Prints the closing line as the very last line of the run, after Vitest's own summary.
 * Where `CI` is set a skipped test fails the run: there every tool that a test needs is installed.
 */
export class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const total = tally(modules, unhandled);
    if (process.env['CI'] && total.skipped > 0) process.exitCode = 1;
    process.once('exit', () => process.stdout.write(`${closingLine(total)}\n`));
  }
}
