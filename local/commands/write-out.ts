import { writeWhole } from '#base/node/files.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';

/** Writes a file that someone asked for. Throws `OperatorError` where it cannot. */
export async function writeOut(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeWhole(path, bytes);
  } catch (cause) {
    throw new OperatorError(`Không viết được tệp ra: ${path} (${errorCode(cause)})`, { cause });
  }
}
