import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '#usecases/actor.ts';
import type { Deps } from '#usecases/deps.ts';
import { readProfiles } from '#usecases/profiles.ts';
import { findByNumber } from '#usecases/search/find-by-number.ts';
import { OperatorError } from '../output/operator-error.ts';

/** The one document of the actor's organ that has a number. Throws `OperatorError` where none or several have it. */
export async function findOne(
  deps: Deps,
  actor: Actor,
  text: string,
  year: number | undefined,
): Promise<NumberedDocument> {
  const { found } = await findByNumber(deps, actor, { text, year });
  const own = found.filter(({ row }) => row.organ === actor.organ);
  const [first, second] = own;
  if (!first) {
    const name = (await readProfiles(deps, actor.organ)).at(-1)?.name ?? actor.organ;
    throw new OperatorError(`${name} không có văn bản “${text}”.`);
  }
  if (!second) return first;
  const each = own.map(({ row }) => `${row.symbol} năm ${row.year}`).join(', ');
  throw new OperatorError(`Nhiều văn bản có số này: ${each}; hãy ghi đủ số, ký hiệu và --year.`);
}
