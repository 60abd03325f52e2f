import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeDurable, writeWhole } from '#base/node/files.ts';
import { BackupError } from './backup-error.ts';
import { RECORD } from './backup-record.ts';

const MARK = 'backup-source.json';
/** Marks of numbers may stand there before the first backup: `--mark-to`. */
const OWN_NAMES = /^(.*\.marks|\..*\.tmp)$/;

const mark = z.object({ schema: z.literal('backup-source@1'), dir: z.string() });

/**
 * Makes `out` the place of backups of `dir` alone. So no backup takes the place of another directory's, or of a
 * register in use. A backup of an earlier release, which names no source, is taken over. Throws `BackupError`.
 */
export async function checkTarget(dir: string, out: string): Promise<void> {
  await makeDurable(out);
  const source = await realpath(dir);
  const names = await readdir(out);
  if (names.includes(MARK)) {
    const known = await readMark(out);
    if (known === source) return;
    throw new BackupError('target-of-another', { out, known, dir });
  }
  if (!names.includes(RECORD)) {
    if (names.includes('register.sqlite')) throw new BackupError('target-is-data', { out });
    const name = names.find((one) => !OWN_NAMES.test(one));
    if (name !== undefined) throw new BackupError('target-taken', { out, name });
  }
  await writeWhole(join(out, MARK), `${JSON.stringify({ schema: 'backup-source@1', dir: source }, null, 2)}\n`);
}

async function readMark(out: string): Promise<string> {
  const path = join(out, MARK);
  try {
    return mark.parse(JSON.parse(await readFile(path, 'utf8'))).dir;
  } catch (cause) {
    throw new BackupError('target-unreadable', { path }, { cause });
  }
}
