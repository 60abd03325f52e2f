import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { openStack } from '#local/target/open-stack.ts';
import { TRANSITIONS } from '#register/model/states.ts';
import { END_OF_TIME, recoverIssues } from '#usecases/issuing/recover-issues.ts';
import { repair } from '#usecases/upkeep/repair.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { plainRender } from '../desk.ts';
import type { Scene } from './deaths.ts';
import { script } from './scene-data.ts';

const changesSchema = z.array(z.tuple([z.string(), z.string().nullable()]));
const eventSchema = z.object({ act: z.string() });
const changesOf = (line: string) => changesSchema.parse(JSON.parse(line));

/** Acts of a document; what a repair alone does is not among them. */
export const KEPT_ACTS: readonly string[] = Object.keys(TRANSITIONS).filter((act) => act !== 'restore');

/** Acts that lines of such a run tell of. */
export function actsOf(printed: readonly string[]): Set<string> {
  const items = printed
    .flatMap(changesOf)
    .map(([, item]) => eventSchema.safeParse(JSON.parse(item ?? 'null')).data?.act);
  return new Set(items.filter((act) => act !== undefined));
}

/** Every act that a register keeps: after so many rounds of them over offices, one item of each kind and a fan-out. */
export async function actsScene(root: string, rounds: number): Promise<Scene> {
  const dir = join(root, 'data');
  await mkdir(dir, { recursive: true });
  return {
    root,
    program: [script('keep-acts.ts'), dir, String(rounds)],
    wrongsOf: async (printed, whole) => {
      const stack = await openStack({ dir }).catch((error: unknown) => String(error));
      if (typeof stack === 'string') return [stack];
      try {
        const wrongs = lostOf(dataPaths(dir).register, printed, whole[printed.length]);
        const { store, clock } = stack.deps;
        const deps = { ...stack.deps, render: plainRender };
        const { failed } = await recoverIssues(deps, END_OF_TIME);
        wrongs.push(...failed.map(({ error }) => `not recovered: ${error}`));
        const proving = { inspection: stack.inspection, store, now: () => new Date('2026-06-20'), sleep: clock.sleep };
        const first = await verify(proving);
        if (first.violations.length === 0) return wrongs;
        await repair(deps, stack.inspection, () => undefined);
        const { violations } = await verify(proving);
        return [...wrongs, ...violations.map((violation) => `not repaired: ${JSON.stringify(violation)}`)];
      } finally {
        await stack.close();
      }
    },
  };
}

/** Names acts that were told of and are lost or changed, but for what the next one, under way, changes. */
function lostOf(path: string, printed: readonly string[], underWay: string | undefined): string[] {
  const told = new Map(printed.flatMap(changesOf));
  for (const [key] of underWay === undefined ? [] : changesOf(underWay)) told.delete(key);
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const select = db.prepare("SELECT item FROM items WHERE PK || ' ' || SK = ?");
    return [...told].flatMap(([key, item]) => {
      const stands = select.get(key)?.['item'] ?? null;
      return stands === item ? [] : [`${key} is ${stands}, not ${item}`];
    });
  } finally {
    db.close();
  }
}
