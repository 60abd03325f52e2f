import { readFile } from 'node:fs/promises';
import { jsonFault } from '#document/json/json-text.ts';
import { errorCode, OperatorError } from './operator-error.ts';

/** Reads a JSON file in UTF-8. Throws `OperatorError` that names the file, and for bad JSON what is wrong and where. */
export async function readJsonFile(path: string, what: string): Promise<unknown> {
  const bytes = await readFile(path).catch((cause) => {
    if (errorCode(cause) === 'ENOENT') throw new OperatorError(`Không có tệp ${what}: ${path}`, { cause });
    throw new OperatorError(`Không đọc được tệp ${what}: ${path} (${errorCode(cause)})`, { cause });
  });
  const text = decoded(bytes, path, what);
  const fault = jsonFault(text);
  if (fault) {
    const { line, column, why } = fault;
    throw new OperatorError(`Tệp ${what} không phải JSON hợp lệ: ${path}, dòng ${line}, cột ${column}: ${why}.`);
  }
  return JSON.parse(text);
}

function decoded(bytes: Uint8Array, path: string, what: string): string {
  const is16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (is16) throw new OperatorError(`Tệp ${what} ghi bằng mã UTF-16: ${path}; hãy lưu lại bằng mã UTF-8.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new OperatorError(`Tệp ${what} không ghi bằng mã UTF-8: ${path}; hãy lưu lại bằng mã UTF-8.`, { cause });
  }
}
