import { join } from 'node:path';

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
