import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../output/operator-error.ts';

/** Paths in a data directory. SQLite keeps its log (`-wal`, `-shm`) beside the register. */
export function dataPaths(dir: string) {
  return {
    register: join(dir, 'register.sqlite'),
    marks: join(dir, 'register.marks'),
    files: join(dir, 'files'),
    organs: join(dir, 'organs.json'),
    users: join(dir, 'users.json'),
    tokenKey: join(dir, 'token-key.json'),
    server: join(dir, 'server.json'),
    mail: join(dir, 'mail.json'),
    clock: join(dir, 'clock.json'),
    endedSessions: join(dir, 'ended-sessions.json'),
  } as const;
}

/** Throws `OperatorError` where there is no such directory: its name may be mistyped, and nothing is made under it. */
export async function checkDirectory(dir: string): Promise<void> {
  const found = await stat(dir).catch(() => undefined);
  if (!found?.isDirectory())
    throw new OperatorError(
      `Không có thư mục dữ liệu “${dir}”; hãy chỉ thư mục bằng --data, hoặc chạy banhanh serve trước.`,
    );
}
