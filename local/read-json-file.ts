import { readFile } from 'node:fs/promises';
import { errorCode, OperatorError } from './operator-error.ts';

/** Reads a JSON file. Throws `OperatorError` that names the file, and for bad JSON the line. */
export async function readJsonFile(path: string, what: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    if (errorCode(cause) === 'ENOENT') throw new OperatorError(`Không có tệp ${what}: ${path}`, { cause });
    throw new OperatorError(`Không đọc được tệp ${what}: ${path} (${errorCode(cause)})`, { cause });
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new OperatorError(`Tệp ${what} không phải JSON hợp lệ: ${path}${placeIn(text, cause)}`, { cause });
  }
}

function placeIn(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return `, dòng ${before.length}, cột ${(before.at(-1)?.length ?? 0) + 1}`;
}
