import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { readOrgansFile } from '../target/organs-file.ts';

/** The ward comes over to Ban Hành on this day: its plan cites its own 35/KH-UBND of 29/01/2026, given by hand. */
const WARD_FROM = '2026-03-01';
const WARD = 'phuong-binh-long';

/** The first number that the ward's series of plans gives in the demonstration. */
export const WARD_START = 36;

/** Writes the examples' organs with the ward's series of plans going on where its paper book ended; the file's path. */
export async function writeDemoOrgans(examples: string, dir: string): Promise<string> {
  const organs = await readOrgansFile(join(examples, 'organs.json'));
  const path = join(dir, 'ho-so-co-quan.json');
  await writeFile(
    path,
    JSON.stringify(organs.flatMap((organ) => (organ.organId === WARD ? [organ, comingOver(organ)] : organ))),
  );
  return path;
}

function comingOver(ward: OrganProfile): OrganProfile {
  const series = ward.series.map((one) => (one.types.includes('KeHoach') ? { ...one, startAt: WARD_START } : one));
  return { ...ward, validFrom: WARD_FROM, series };
}
