import { access, readFile } from 'node:fs/promises';
import { writeWhole } from '#base/node/files.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Deps } from '#usecases/deps.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { OperatorError } from '../output/operator-error.ts';
import { readOrgansFile } from './organs-file.ts';

/** Actor of a profile that came from a file. */
export const OPERATOR = 'nguoi-van-hanh';

/** Start of a directory without organs: a file of profiles, or none where its first admin declares the office on the page. */
export interface FirstOrgans {
  readonly organsFile?: string | undefined;
  readonly isNew?: boolean | undefined;
}

/** Refuses a directory without organs before anything is made in it: its name may be mistyped. Throws `OperatorError`. */
export async function checkSeedable(dir: string, { organsFile, isNew = false }: FirstOrgans): Promise<void> {
  if (await isThere(dataPaths(dir).organs)) return;
  if (organsFile !== undefined) await readOrgansFile(organsFile);
  else if (!isNew) throw new OperatorError(NEW_DIRECTORY);
}

const NEW_DIRECTORY =
  'Thư mục dữ liệu mới: thêm --new để khai báo cơ quan trên trang, hoặc --organs TỆP để nạp từ tệp (ví dụ examples/organs.json).';

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Gives a new data directory its organs: the file is kept as `organs.json`, empty where there is none; its profiles go into the
 * register. Later starts add the profiles that the register lacks and change none: from then on they are corrected over HTTP.
 */
export async function seedOrgans(deps: Deps, dir: string, organsFile: string | undefined): Promise<OrganProfile[]> {
  const own = dataPaths(dir).organs;
  if (!(await isThere(own))) {
    await checkSeedable(dir, { organsFile, isNew: true });
    if (organsFile === undefined) await writeWhole(own, '[]\n');
    else await writeWhole(own, await readFile(organsFile));
  }
  const profiles = await readOrgansFile(own);
  for (const organ of new Set(profiles.map(({ organId }) => organId))) {
    const stored = new Set((await deps.register.listProfiles(organ)).map(({ validFrom }) => validFrom));
    const lacking = profiles.filter((profile) => profile.organId === organ && !stored.has(profile.validFrom));
    const actor = { organ, staffId: OPERATOR, roles: ['admin'] } as const;
    for (const profile of lacking) await putProfile(deps, actor, { profile, rev: null });
  }
  return profiles;
}
