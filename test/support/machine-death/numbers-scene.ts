import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openStack } from '#local/target/open-stack.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { END_OF_TIME, recoverIssues } from '#usecases/issuing/recover-issues.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { CITY, letter, PEOPLE, plainRender } from '../desk.ts';
import type { Scene } from './deaths.ts';
import { script } from './scene-data.ts';

/** A run that gives numbers to letters, three at once; of none, the making of a directory. */
export async function numbersScene(root: string, letters: number): Promise<Scene> {
  await mkdir(root, { recursive: true });
  const dir = join(root, 'data');
  return {
    root,
    program: [script('issue-many.ts'), dir, String(letters)],
    wrongsOf: (printed) => wrongsOf(dir, printed),
  };
}

/** Starts over what is left: nothing acknowledged is lost or changed, no gap, no duplicate, and the next number is the next. */
async function wrongsOf(dir: string, printed: readonly string[]): Promise<string[]> {
  const stack = await openStack({ dir }).catch((error: unknown) => String(error));
  if (typeof stack === 'string') return [stack];
  const wrongs: string[] = [];
  try {
    const deps = { ...stack.deps, render: plainRender };
    const { failed } = await recoverIssues(deps, END_OF_TIME);
    wrongs.push(...failed.map(({ error }) => `not recovered: ${error}`));
    for (const line of printed) {
      const [docId = '', number] = line.split(' ');
      const found = await deps.register.getNumbered(CITY, docId).catch(() => undefined);
      if (String(found?.row.codeNumber) !== number) wrongs.push(`${line} became ${found?.row.codeNumber}`);
    }
    const { store, clock } = deps;
    const { violations } = await verify({ inspection: stack.inspection, store, now: clock.now, sleep: clock.sleep });
    wrongs.push(...violations.map((violation) => JSON.stringify(violation)));
    if (printed.length > 0) wrongs.push(...(await nextIsNext(deps, stack.deps.register)));
  } finally {
    await stack.close();
  }
  return wrongs;
}

async function nextIsNext(
  deps: Parameters<typeof createDocument>[0],
  register: Parameters<typeof createDocument>[0]['register'],
): Promise<string[]> {
  const { drafter, signer, clerk } = PEOPLE;
  const docId = 'after';
  const { document } = await createDocument(deps, drafter, { docId, data: letter('Sau khi mất điện') });
  const submitted = await submitDocument(deps, drafter, { docId, seen: document });
  const seen = await approveDocument(deps, signer, { docId, seen: submitted });
  const before = (await register.getSeries(CITY, new Date().getFullYear(), 'cong-van'))?.seq ?? 0;
  const { row } = await issueDocument(deps, clerk, { docId, seen, signatureConfirmed: true });
  return row.codeNumber === before + 1 ? [] : [`${row.codeNumber} after ${before}`];
}
