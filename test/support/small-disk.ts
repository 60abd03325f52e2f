import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes that can be full. */
export interface SmallDisk {
  readonly dir: string;
  remove(): void;
}

function asRoot(...command: readonly string[]): boolean {
  const [program = '', ...args] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command];
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** Makes a disk in memory; undefined where this user may mount nothing (on a user's machine, never with `CI` on Linux). */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'banhanh-disk-'));
  const owner = `uid=${process.getuid?.()},mode=0700`;
  if (!asRoot('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,${owner}`, 'tmpfs', dir)) {
    rmSync(dir, { recursive: true });
    if (process.env['CI'] && process.platform === 'linux') throw new Error('mount -t tmpfs is not allowed here');
    process.stderr.write('Không được gắn ổ đĩa nhỏ (mount). Bỏ qua các phép thử cần đến nó.\n');
    return undefined;
  }
  return {
    dir,
    remove: () => {
      asRoot('umount', '-l', dir);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
