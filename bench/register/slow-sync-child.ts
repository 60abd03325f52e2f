import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { inParallel } from '#usecases/in-parallel.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { letter, PEOPLE, plainRender, writeExampleOrgans } from '../../test/support/desk.ts';

/** Gives so many numbers of one series over a data directory with its marks, all asked for at one moment. Answers seconds. */
export async function giveNumbers(count: number): Promise<number> {
  const base = await mkdtemp(join(tmpdir(), 'banhanh-slow-sync-'));
  const dir = join(base, 'data');
  const stack = await openStack({ dir });
  try {
    await seedOrgans(stack.deps, dir, await writeExampleOrgans(base));
    const deps = { ...stack.deps, render: plainRender };
    const approved = await inParallel(
      Array.from({ length: count }, (_, n) => n),
      8,
      async (n) => {
        const { document } = await createDocument(deps, PEOPLE.drafter, { data: letter(`đợt ${n}`) });
        const { docId } = document;
        const submitted = await submitDocument(deps, PEOPLE.drafter, { docId, seen: document });
        return approveDocument(deps, PEOPLE.signer, { docId, seen: submitted });
      },
    );
    const startedMs = performance.now();
    await Promise.all(
      approved.map((document) => {
        const { contentHash = '' } = document;
        return deps.register.issueNumber({ document, contentHash, actor: 'a-clerk', clock: deps.clock });
      }),
    );
    return (performance.now() - startedMs) / 1000;
  } finally {
    await stack.close();
    await rm(base, { recursive: true, force: true });
  }
}
