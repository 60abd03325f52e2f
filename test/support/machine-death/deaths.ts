import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCoin } from './coin.ts';
import { createDisk, type Luck } from './disk.ts';
import { readTrace, record } from './trace.ts';

/** A program of ours, and what it stands before. */
export interface Scene {
  /** Folder that the machine's disk holds; what the program does elsewhere is not seen. */
  readonly root: string;
  /** Arguments of Node. */
  readonly program: readonly string[];
  readonly input?: string;
  /** Finds faults of the folder after a death, by the lines printed before it and in the whole run. */
  wrongsOf(printed: readonly string[], whole: readonly string[]): Promise<readonly string[]>;
}

/** Outcome of the deaths. */
export interface Deaths {
  readonly deaths: number;
  /** Lines that the program printed. */
  readonly printed: readonly string[];
  readonly wrongs: readonly string[];
}

/** Folder in memory: what is synced is told by the trace, and a real disk would only take its time. */
const MEMORY = '/dev/shm';

/** Makes a scene in a directory of its own, and lets the machine die in it after so many changes; after each if absent. */
export async function letDieIn(make: (root: string) => Promise<Scene>, at?: number): Promise<Deaths> {
  const base = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'banhanh-scene-'));
  try {
    return await letDie(await make(join(base, 'disk')), at);
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

/**
 * Records one run, then lets the machine die after changes of the disk, spread over all, and judges what is left where it stood. Each time it dies
 * thrice: all that was not synced is lost, what chance says, or nothing, as where the process alone is killed.
 */
async function letDie({ root, program, input = '', wrongsOf }: Scene, at: number | undefined): Promise<Deaths> {
  const base = await mkdtemp(join(tmpdir(), 'banhanh-death-'));
  try {
    const [before, trace] = [join(base, 'before'), join(base, 'trace.txt')];
    await cp(root, before, { recursive: true });
    await record(program, trace, input);
    let changes = 0;
    const whole = createDisk(root, before);
    for await (const call of readTrace(trace)) if (whole.apply(call)) changes++;
    const disk = createDisk(root, before);
    const chance = createCoin(20_261_129);
    const lucks: readonly Luck[] = ['none', chance, 'all'];
    const wrongs: string[] = [];
    let seen = 0;
    let points = 0;
    for await (const call of readTrace(trace)) {
      if (!disk.apply(call)) continue;
      seen++;
      if (seen < ((points + 1) * changes) / Math.min(at ?? changes, changes)) continue;
      points++;
      for (const luck of lucks) {
        await rm(root, { recursive: true, force: true });
        disk.leave(root, luck);
        const found = await wrongsOf(disk.printed, whole.printed);
        const kept = typeof luck === 'string' ? luck : 'some';
        wrongs.push(...found.map((wrong) => `after change ${seen} of ${changes}, ${kept} kept: ${wrong}`));
      }
    }
    return { deaths: points * lucks.length, printed: whole.printed, wrongs };
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}
