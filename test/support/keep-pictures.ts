import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pagePictures } from './office.ts';

/** With `PICTURES` set, keeps a picture of each page there, to be looked at. */
export async function keepPictures(name: string, pdf: Uint8Array): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  for (const [i, png] of (await pagePictures(pdf, 100)).entries()) {
    await writeFile(join(folder, `${name}-${i + 1}.png`), png);
  }
}
