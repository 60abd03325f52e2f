import { readdir, readFile } from 'node:fs/promises';

/** A process that cannot be taken for another one with the same id: ids are used again, start times are not. */
export interface ProcessName {
  pid: number;
  /** Field 22 of `/proc/<pid>/stat`. */
  startTicks: string;
}

/** The name of a living process. Rejects where there is none (a zombie counts as none). Linux. */
export async function processName(pid: number): Promise<ProcessName> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The command's name stands in brackets and may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X' || startTicks === undefined) throw new Error(`process ${pid} has ended`);
  return { pid, startTicks };
}

/** Whether this very process lives. */
export async function isAlive(name: ProcessName): Promise<boolean> {
  const now = await processName(name.pid).catch(() => undefined);
  return now?.startTicks === name.startTicks;
}

/** The ids of the dynoxide processes that serve a database file, by its absolute path. */
export async function findServersOf(databasePath: string): Promise<number[]> {
  const entries = await readdir('/proc');
  const pids = entries.filter((entry) => /^\d+$/.test(entry)).map(Number);
  const serves = await Promise.all(
    pids.map(async (pid) => {
      const args = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
      return /(^|\/)dynoxide$/.test(args[0] ?? '') && args[args.indexOf('--db-path') + 1] === databasePath;
    }),
  );
  return pids.filter((_, index) => serves[index]);
}
