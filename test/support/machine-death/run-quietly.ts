import { commands } from '#local/commands/command-table.ts';
import { explainError } from '#local/output/explain-error.ts';

/** Outcome of a command: its exit code, and all that it printed. */
export interface Said {
  readonly status: number;
  readonly text: string;
}

/** Runs a command of ours in this process, as the program does. One at a time: what it prints is held back. */
export async function runQuietly([name = '', ...args]: readonly string[]): Promise<Said> {
  const lines: string[] = [];
  const { log, error } = console;
  console.log = console.error = (...said) => lines.push(said.map(String).join(' '));
  try {
    const command = await commands[name]?.load();
    const status = (await command?.run(args).catch((thrown: unknown) => explainError(thrown, name))) ?? -1;
    return { status, text: lines.join('\n') };
  } finally {
    Object.assign(console, { log, error });
  }
}

/** Fault of a command that had to succeed and did not, with what it said. */
export function refusalOf(what: string, { status, text }: Said): string[] {
  return status === 0 ? [] : [`${what}: ${status} ${text.slice(0, 400)}`];
}
