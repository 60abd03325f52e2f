import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** ơ ư ạ ế ợ ữ: version 1 of Liberation has none of these (docs/decisions/0003). */
const LETTERS = '1a1 1b0 1ea1 1ebf 1ee3 1eef';

/** Finds the font that replaces Times New Roman, where its widths differ; null where pages break as in Word. */
export async function unfitFont(): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('fc-match', ['-f', '%{family}', `Times New Roman:charset=${LETTERS}`]);
    return /^(Liberation Serif|Times New Roman)\b/.test(stdout) ? null : stdout;
  } catch {
    return null;
  }
}
