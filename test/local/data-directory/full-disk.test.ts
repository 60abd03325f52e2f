import { mkdtempSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { convertIfOld, isFirstRelease } from '#local/data-directory/convert-first-release.ts';
import { systemErrorText } from '#local/output/system-error.ts';
import { readConverted, writeFirstRelease } from '../../support/machine-death/convert-scene.ts';
import { runQuietly } from '../../support/machine-death/run-quietly.ts';
import { makeData } from '../../support/machine-death/scene-data.ts';
import { smallDisk } from '../../support/small-disk.ts';

const disk = smallDisk(1);
const place = join(disk?.dir ?? '', 'place');
const base = mkdtempSync(join(tmpdir(), 'banhanh-full-'));

/** Leaves so many bytes of a disk of a megabyte. */
const leave = (bytes: number) => writeFile(join(disk?.dir ?? '', 'filler'), Buffer.alloc(2 ** 20 - bytes));

describe.skipIf(!disk)('a disk that fills up', () => {
  let data: string;
  const kept = join(base, 'kept');
  beforeAll(async () => {
    data = await makeData(base, 3);
    await runQuietly(['backup', '--data', data, '--out', kept]);
  });
  afterEach(async () => {
    await rm(place, { recursive: true, force: true });
    await rm(join(disk?.dir ?? '', 'filler'), { force: true });
  });
  afterAll(async () => {
    disk?.remove();
    await rm(base, { recursive: true, force: true });
  });

  test.each([60, 120, 180, 240, 280, 400])(
    'leaves the old register or the whole new one: %i kB for a conversion',
    async (free) => {
      await mkdir(place);
      const path = join(place, 'register.sqlite');
      await writeFirstRelease(path);
      const old = await readFile(path);
      await rm(join(disk?.dir ?? '', 'filler'), { force: true });
      await leave(free * 1024);
      const found = await convertIfOld(place).catch((error: unknown) => systemErrorText(error));
      await rm(join(disk?.dir ?? '', 'filler'));
      if (isFirstRelease(path)) {
        expect(found).toContain('hết chỗ trên ổ đĩa');
        expect((await readFile(path)).equals(old)).toBe(true);
        expect(await convertIfOld(place)).toMatchObject({ items: 60 });
      }
      expect(await readConverted(path)).toEqual([60, 60]);
    },
  );

  test.each([0, 116, 200, 220, 240, 260])(
    'is told as that, not as damage: %i kB for a backup and a restore',
    async (free) => {
      for (const args of [
        ['backup', '--data', data, '--out', place],
        ['restore', '--from', kept, '--data', place],
      ]) {
        await leave(free * 1024);
        const { status, text } = await runQuietly(args);
        expect(status === 0 || text.includes('hết chỗ trên ổ đĩa'), text).toBe(true);
        await rm(join(disk?.dir ?? '', 'filler'));
        expect(await runQuietly(args)).toMatchObject({ status: 0 });
        await rm(place, { recursive: true, force: true });
      }
    },
  );
});
