import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStack } from '#local/target/open-stack.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { END_OF_TIME, recoverIssues } from '#usecases/issuing/recover-issues.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { CITY, letter, PEOPLE, plainRender } from '../desk.ts';
import { createDisk } from './disk.ts';
import { readTrace, record } from './trace.ts';

/** Outcome of the deaths. */
export interface Deaths {
  readonly deaths: number;
  readonly acknowledged: number;
  readonly wrongs: readonly string[];
}

/** Records one run that gives numbers, then lets the machine die so many times, spread over its changes. */
export async function letDie(deaths: number, letters: number): Promise<Deaths> {
  const base = await mkdtemp(join(tmpdir(), 'banhanh-death-'));
  const root = join(base, 'data');
  await mkdir(root);
  try {
    const trace = join(base, 'trace.txt');
    await record([join(import.meta.dirname, 'issue-many.ts'), root, String(letters)], trace);
    let changes = 0;
    const whole = createDisk(root);
    for await (const call of readTrace(trace)) if (whole.apply(call)) changes++;
    const disk = createDisk(root);
    const chance = randomBits(20_261_129);
    const wrongs: string[] = [];
    let seen = 0;
    let died = 0;
    for await (const call of readTrace(trace)) {
      if (!disk.apply(call)) continue;
      seen++;
      if (seen < ((died + 1) * changes) / deaths) continue;
      // Half of the deaths lose all that was not synced; in the others chance keeps some of it.
      const keeps = died % 2 === 0 ? () => false : chance;
      const left = join(base, `left-${died}`);
      disk.leave(left, keeps);
      wrongs.push(...(await wrongsOf(left, disk.printed)).map((wrong) => `after change ${seen}: ${wrong}`));
      await rm(left, { recursive: true, force: true });
      died++;
    }
    return { deaths: died, acknowledged: disk.printed.length, wrongs };
  } finally {
    await rm(base, { recursive: true, force: true });
  }
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

function randomBits(seed: number): () => boolean {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state > 2 ** 31;
  };
}
