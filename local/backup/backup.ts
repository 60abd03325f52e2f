import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Inspection } from '#register/upkeep/inspection.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import { dataPaths, writeWhole } from '../data-directory/data-directory.ts';
import { errorCode } from '../output/operator-error.ts';
import { openStack } from '../place/open-stack.ts';
import { copyDatabase } from './copy-database.ts';
import { type Copied, copyObjects, type WantedObject } from './copy-objects.ts';

/** Name of the embedded database in a data directory. */
export const DATABASE = 'register.sqlite';

/** Where a series stands in a backup. */
export interface BackedUpSeries {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  readonly seq: number;
}

/** What a backup holds. */
export interface Backup extends Copied {
  readonly documents: number;
  readonly series: readonly BackedUpSeries[];
}

/**
 * Copies a data directory, in use or not, into another one, which is a data directory itself. The database comes first, as of
 * one moment; then the files that it names, which nobody changes or deletes. Repeating it into the same directory brings it up
 * to date.
 */
export async function backUp(dir: string, out: string, now: Date): Promise<Backup> {
  await mkdir(out, { recursive: true });
  await copyDatabase(join(dir, DATABASE), join(out, DATABASE));
  for (const name of ['organs', 'users', 'tokenKey'] as const) {
    await copyFile(dataPaths(dir)[name], dataPaths(out)[name]).catch((error) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
  }
  const stack = await openStack({ dir: out });
  try {
    const series: BackedUpSeries[] = [];
    let documents = 0;
    const wanted = namedObjects(stack.inspection, (holding) => {
      if (holding === 'document') documents++;
      else series.push(holding);
    });
    const copied = await copyObjects(createDirectoryStore(dataPaths(dir).files), stack.deps.store, wanted);
    const made: Backup = { documents, series, ...copied };
    const record = { schema: 'backup@1', at: now.toISOString(), documents, series, files: copied.copied };
    await writeWhole(join(out, 'backup.json'), `${JSON.stringify(record, null, 2)}\n`);
    return made;
  } finally {
    await stack.close();
  }
}

async function* namedObjects(
  inspection: Inspection,
  tell: (holding: 'document' | BackedUpSeries) => void,
): AsyncIterable<WantedObject> {
  for await (const holding of inspection.holdings()) {
    if (holding.kind === 'series') {
      const { organ, year, series, counter, rows } = holding;
      tell({ organ, year, series, seq: counter?.seq ?? 0 });
      for (const { files } of rows) yield* files;
    } else if (holding.kind === 'document') {
      tell('document');
      const { data, frozen } = holding.document ?? {};
      if (data) yield data;
      if (frozen) yield frozen;
    }
  }
}
