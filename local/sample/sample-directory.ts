import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../output/operator-error.ts';

/** Stands in a directory of sample offices. It names what the directory is for; whoever serves it looks for it. */
const MARK = 'du-lieu-mau.json';

/** Tells whether a data directory holds sample offices. */
export function isSampleDirectory(dir: string): Promise<boolean> {
  return access(join(dir, MARK)).then(
    () => true,
    () => false,
  );
}

/** Marks a data directory as one of sample offices, for good. */
export function markSampleDirectory(dir: string): Promise<void> {
  return writeFile(join(dir, MARK), '{ "schema": "sample@1" }\n', { flag: 'wx' });
}

/** Sample offices are for one machine. Throws `OperatorError` for an address that others reach. */
export async function checkSampleHost(dir: string, host: string): Promise<void> {
  if (isLoopback(host) || !(await isSampleDirectory(dir))) return;
  throw new OperatorError(
    `Thư mục “${dir}” là dữ liệu mẫu, chỉ mở trên chính máy này (127.0.0.1). Cơ quan thật hãy dùng một thư mục trống: banhanh serve --data THƯ-MỤC --host ${host}.`,
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
