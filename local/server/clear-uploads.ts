import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UPLOAD_KEPT_SECONDS, UPLOAD_SECONDS } from '#usecases/uploads/upload-ticket.ts';

/** Past this nobody can name an upload any more. */
const KEPT_MS = (UPLOAD_SECONDS + UPLOAD_KEPT_SECONDS) * 1000;

/**
 * Removes the uploads of a directory of files that can no longer be named, with their tickets; in AWS the bucket's lifecycle
 * does it. What was named is kept elsewhere by then. Answers how many went.
 */
export async function clearUploads(files: string, now: Date): Promise<number> {
  let cleared = 0;
  const uploads = join(files, 'uploads');
  for (const organ of await names(uploads)) {
    for (const name of await names(join(uploads, organ))) {
      const path = join(uploads, organ, name);
      const { mtimeMs } = await stat(path);
      if (now.getTime() - mtimeMs <= KEPT_MS) continue;
      await rm(path, { recursive: true, force: true });
      cleared++;
    }
  }
  return cleared;
}

async function names(dir: string): Promise<string[]> {
  return readdir(dir).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
}
