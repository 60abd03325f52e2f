import { dirname, join } from 'node:path';
import { writeWhole } from '#base/node/files.ts';
import type { RenderedFile } from '#render/render.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';

/**
 * Writes what was rendered: the document to `out`, an appendix in a file of its own beside it, under the rest of its own
 * name (`35-KH-UBND-Phu-luc-I.docx` beside `ke-hoach.docx` is `ke-hoach-Phu-luc-I.docx`). Answers the paths.
 */
export async function writeRendered(out: string, files: readonly RenderedFile[]): Promise<string[]> {
  const main = files.find(({ role }) => role === 'rendered');
  const stem = (name: string) => name.replace(/\.docx$/i, '');
  const paths: string[] = [];
  for (const file of files) {
    const rest = main && file !== main ? stem(file.fileName).slice(stem(main.fileName).length) : '';
    const path =
      rest === '' ? out : join(dirname(out), `${stem(out.slice(dirname(out).length).replace(/^\//, ''))}${rest}.docx`);
    try {
      await writeWhole(path, file.bytes);
    } catch (cause) {
      throw new OperatorError(`Không viết được tệp ra: ${path} (${errorCode(cause)})`, { cause });
    }
    paths.push(path);
  }
  return paths;
}
