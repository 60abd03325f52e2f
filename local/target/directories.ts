import type { DirectoryDeps } from '#usecases/backup/backup-deps.ts';
import { convertIfOld } from '../data-directory/convert-first-release.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { openStack } from './open-stack.ts';

/** Data directories of this machine, for backup and restore. */
export const directories: DirectoryDeps = {
  paths: (dir) => {
    const { register, marks, files, organs, users, tokenKey, mail } = dataPaths(dir);
    return { register, marks, files, besides: [organs, users, tokenKey, mail] };
  },
  convert: convertIfOld,
  open: (dir) => openStack({ dir }),
};
