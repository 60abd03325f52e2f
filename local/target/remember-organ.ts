import { access } from 'node:fs/promises';
import { writeWhole } from '#base/node/files.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import type { Stack } from './open-stack.ts';
import { readOrgansFile } from './organs-file.ts';

/** The directory knows the organ from now on: its profiles stand in `organs.json` as those of a first start do. */
export async function rememberOrgan(dir: string, organ: string, { deps }: Stack): Promise<void> {
  const path = dataPaths(dir).organs;
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  const known = isThere ? await readOrgansFile(path) : [];
  const others = known.filter(({ organId }) => organId !== organ);
  const own = (await deps.register.listProfiles(organ)).map(({ profile }) => profile);
  await writeWhole(path, `${JSON.stringify([...others, ...own], null, 2)}\n`);
}
