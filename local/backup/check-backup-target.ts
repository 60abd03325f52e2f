import { mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../data-directory/data-directory.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';

const MARK = 'backup-source.json';
/** Marks of numbers may stand there before the first backup: `--mark-to`. */
const OWN_NAMES = /^(.*\.marks|\..*\.tmp)$/;

const mark = z.object({ schema: z.literal('backup-source@1'), dir: z.string() });

/**
 * Makes `out` the place of backups of `dir` alone, so that no backup takes the place of another directory's, or of a register in
 * use. A backup of an earlier release, which names no source, is taken over. Throws `OperatorError`.
 */
export async function checkBackupTarget(dir: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const source = await realpath(dir);
  const names = await readdir(out);
  if (names.includes(MARK)) {
    const known = await readMark(out);
    if (known === source) return;
    throw new OperatorError(
      `Thư mục “${out}” đang giữ bản sao lưu của “${known}”; không ghi đè. Hãy sao lưu “${dir}” vào một thư mục khác.`,
    );
  }
  if (names.includes('register.sqlite') && !names.includes('backup.json')) {
    throw new OperatorError(
      `Thư mục “${out}” là một thư mục dữ liệu, không phải bản sao lưu; không ghi đè. Hãy chọn --out là một thư mục mới.`,
    );
  }
  const strange = names.find((name) => !OWN_NAMES.test(name));
  if (strange !== undefined && !names.includes('backup.json')) {
    throw new OperatorError(
      `Thư mục “${out}” có thứ khác (${strange}): bản sao lưu cần một thư mục riêng. Hãy chọn --out là một thư mục mới.`,
    );
  }
  await writeWhole(join(out, MARK), `${JSON.stringify({ schema: 'backup-source@1', dir: source }, null, 2)}\n`);
}

async function readMark(out: string): Promise<string> {
  const path = join(out, MARK);
  try {
    return mark.parse(JSON.parse(await readFile(path, 'utf8'))).dir;
  } catch (cause) {
    throw new OperatorError(`Không đọc được ${path} (${errorCode(cause)}); hãy chọn --out là một thư mục mới.`, {
      cause,
    });
  }
}
