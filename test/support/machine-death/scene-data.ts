import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { openStack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import { addUser } from '#local/users/users.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { CITY, writeExampleOrgans } from '../desk.ts';
import { issueLetter } from '../issue-letter.ts';

/** The program, as its sources. */
export const OURS = join(import.meta.dirname, '../../../local/banhanh.ts');
/** Password of everybody. */
export const PASSWORD = 'mat-khau-rat-dai';
/** Path of a script that is traced. */
export const script = (name: string) => join(import.meta.dirname, name);

/** Makes a directory with letters below a folder, and what a scene needs beside it. */
export async function makeData(root: string, letters: number): Promise<string> {
  const dir = join(root, 'data');
  await mkdir(root, { recursive: true });
  const stack = await openStack({ dir });
  try {
    await seedOrgans(stack.deps, dir, await writeExampleOrgans(root));
    for (let n = 0; n < letters; n++) await issueLetter(stack.deps, `việc ${n}`);
  } finally {
    await stack.close();
  }
  await addUser(dataPaths(dir).users, { username: 'cu', staffId: 'cu', organ: CITY, roles: ['clerk'] }, PASSWORD);
  return dir;
}

/** Gives one more number. */
export async function issueMore(dir: string): Promise<void> {
  const stack = await openStack({ dir });
  try {
    await issueLetter(stack.deps, 'việc sau bản sao lưu');
  } finally {
    await stack.close();
  }
}

/** Faults of a directory: it does not open, lacks numbers, or is not sound. */
export async function unsoundness(dir: string, atLeast: number): Promise<string[]> {
  const stack = await openStack({ dir }).catch((error: unknown) => String(error));
  if (typeof stack === 'string') return [stack];
  try {
    const { store, clock, register } = stack.deps;
    const { violations } = await verify({ inspection: stack.inspection, store, now: clock.now, sleep: clock.sleep });
    const series = await register.getSeries(CITY, new Date().getFullYear(), 'cong-van');
    const last = series?.seq ?? 0;
    return [
      ...violations.map((violation) => JSON.stringify(violation)),
      ...(last < atLeast ? [`number ${last} of ${atLeast}`] : []),
    ];
  } finally {
    await stack.close();
  }
}
