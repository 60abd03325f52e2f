import { access } from 'node:fs/promises';
import type { Role } from '#usecases/actor.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { OperatorError } from '../output/operator-error.ts';
import { openStack } from './open-stack.ts';
import { readOrgansFile } from './organs-file.ts';

/**
 * Refuses an organ that a data directory with profiles does not know. An admin may come first, to put its profile: what to
 * tell them is answered. Throws `OperatorError`.
 */
export async function checkOrganKnown(dir: string, organ: string, roles: readonly Role[]): Promise<string | undefined> {
  const path = dataPaths(dir).organs;
  const isSeeded = await access(path).then(
    () => true,
    () => false,
  );
  if (!isSeeded) return undefined;
  const known = [...new Set((await readOrgansFile(path)).map(({ organId }) => organId))];
  if (known.includes(organ) || (await isInRegister(dir, organ))) return undefined;
  if (roles.includes('admin')) return `Cơ quan “${organ}” chưa có hồ sơ; hãy lập bằng PUT /profiles/{ngày hiệu lực}.`;
  throw new OperatorError(
    `Không có cơ quan “${organ}”; có: ${known.join(', ')}. Cơ quan mới thì thêm người quản trị (admin) trước, để lập hồ sơ.`,
  );
}

async function isInRegister(dir: string, organ: string): Promise<boolean> {
  const stack = await openStack({ dir });
  try {
    return (await stack.deps.register.listProfiles(organ)).length > 0;
  } finally {
    await stack.close();
  }
}
