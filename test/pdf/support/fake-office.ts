import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program in the place of LibreOffice, with a directory in which it leaves what it knows. */
export interface FakeOffice {
  readonly program: string;
  /** A file that it wrote; empty where it wrote none. */
  left(name: string): Promise<string>;
  remove(): Promise<void>;
}

/** Makes one out of lines of shell. `$NOTES` is its directory, `$OUT` the one where the PDF is awaited. */
export async function fakeOffice(...lines: readonly string[]): Promise<FakeOffice> {
  const dir = await mkdtemp(join(tmpdir(), 'fake-office-'));
  const program = join(dir, 'soffice');
  const script = ['#!/bin/sh', `NOTES='${dir}'`, 'OUT=$PWD', 'echo $$ >>"$NOTES/pids"', ...lines];
  await writeFile(program, `${script.join('\n')}\n`);
  await chmod(program, 0o755);
  return {
    program,
    left: (name) => readFile(join(dir, name), 'utf8').catch(() => ''),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

/** Hangs, with two children that ignore to be asked and keep its pipes open. */
export const HANGS = [
  `sh -c "trap '' TERM HUP INT; echo \\$\\$ >>'$NOTES/pids'; while :; do sleep 1; done" &`,
  `sh -c "trap '' TERM HUP INT; echo \\$\\$ >>'$NOTES/pids'; sleep 300; true" &`,
  'echo "half way through" >&2',
  'wait',
];

/** The processes that it noted and that run: one that was killed stays a name until somebody asks how it ended. */
export async function living(office: FakeOffice): Promise<number[]> {
  const pids = (await office.left('pids')).split('\n').filter(Boolean).map(Number);
  const states = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return pids.filter((_, index) => /^\d+ \(.*\) [^ZX] /.test(states[index]!));
}
