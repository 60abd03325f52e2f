const WIDTH = 100;

/** Prints the steps of the demonstration with their times, and remembers what was off. */
export interface DemoReport {
  chapter(title: string): void;
  /** Runs a step and prints it with its time; `told` makes its words from the outcome. */
  step<T>(told: (outcome: T) => string, work: () => Promise<T>): Promise<T>;
  /** Prints a check; one that fails makes the demonstration fail. */
  check(words: string, right: boolean): void;
  readonly failed: readonly string[];
  readonly checks: number;
}

/** A report on stdout. */
export function createReport(): DemoReport {
  const failed: string[] = [];
  let checks = 0;
  return {
    chapter: (title) => console.log(`\n${title}`),
    step: async (told, work) => {
      const start = performance.now();
      const outcome = await work();
      const time = `${Math.round(performance.now() - start)} ms`.padStart(8);
      const [first = '', ...rest] = wrap(`  ${told(outcome)}`, WIDTH - 10);
      console.log(`${first.padEnd(WIDTH - 10)}${time}`);
      for (const line of rest) console.log(line);
      return outcome;
    },
    check: (words, right) => {
      checks += 1;
      if (!right) failed.push(words);
      for (const line of wrap(`  ${right ? '✓' : '✗'} ${words}`, WIDTH)) console.log(line);
    },
    failed,
    get checks() {
      return checks;
    },
  };
}

/** Breaks a text between words, later lines indented. */
export function wrap(text: string, width: number): string[] {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = indent;
  for (const word of text.trim().split(' ')) {
    const longer = line.trim() === '' ? line + word : `${line} ${word}`;
    if ([...longer].length > width && line.trim() !== '') {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
