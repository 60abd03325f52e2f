import { open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What lies where in a data directory. SQLite keeps its log (`-wal`, `-shm`) beside the register. */
export function dataPaths(dir: string) {
  return {
    register: join(dir, 'register.sqlite'),
    marks: join(dir, 'register.marks'),
    files: join(dir, 'files'),
    organs: join(dir, 'organs.json'),
    users: join(dir, 'users.json'),
    tokenKey: join(dir, 'token-key.json'),
    server: join(dir, 'server.json'),
    endedSessions: join(dir, 'ended-sessions.json'),
  } as const;
}

/** Writes a file whole or not at all, in pieces if it comes so: beside it, synced, then renamed over it. */
export async function writeWhole(
  path: string,
  data: string | Uint8Array | AsyncIterable<Uint8Array>,
  mode = 0o644,
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = await open(beside, 'w', mode);
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}
