import { access } from 'node:fs/promises';
import { dataPaths } from '../data-directory/data-directory.ts';
import { OperatorError, UsageError } from '../output/operator-error.ts';
import { readOrgansFile } from './organs-file.ts';
import type { Target } from './target.ts';
import { readUsers } from './users-file.ts';

/**
 * The organs that a question is for: those of a data directory, declared on the page or in a file, or one of them. A table in AWS may
 * hold thousands, so there one
 * is named. Throws `OperatorError`, `UsageError`.
 */
export async function organsOf(target: Target, organ: string | undefined): Promise<string[]> {
  if ('aws' in target) {
    if (organ === undefined) throw new UsageError('Trên AWS hãy chọn cơ quan bằng --organ.');
    return [organ];
  }
  const path = dataPaths(target.dir).organs;
  await access(path).catch(() => {
    throw new OperatorError(`Không có dữ liệu Ban Hành trong thư mục “${target.dir}”; hãy chỉ thư mục bằng --data.`);
  });
  const people = await readUsers(dataPaths(target.dir).users);
  const declared = people.map((user) => user.organ);
  const known = [...new Set([...(await readOrgansFile(path)).map(({ organId }) => organId), ...declared])];
  const organs = known.filter((one) => organ === undefined || one === organ);
  if (organs.length === 0) throw new OperatorError(`Không có cơ quan “${organ}”; có: ${known.join(', ')}.`);
  return organs;
}
