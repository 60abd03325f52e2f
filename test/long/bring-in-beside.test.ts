import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { row, TITLES, workbook } from '../exchange/workbook.ts';
import { root } from '../local/run-banhanh.ts';
import { letter, PEOPLE, writeExampleOrgans } from '../support/desk.ts';

const ROWS = 3_000;
const ISSUES = 100;

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'banhanh-beside-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

test('3,000 rows are brought in by another process beside 100 issues, and nothing is lost, given twice or skipped', async () => {
  const dir = join(base, 'data');
  const stack = await openStack({ dir });
  const { deps } = stack;
  try {
    await seedOrgans(deps, dir, await writeExampleOrgans(base));
    const list = join(base, 'so-cu.xlsx');
    const rows = Array.from({ length: ROWS }, (_, n) =>
      row(`${String(n + 1).padStart(2, '0')}/UBND-HCC`, '15/06/2025', `Công văn về việc thử ${n + 1}`),
    );
    await writeFile(list, await workbook([TITLES, ...rows]));
    const program = join(root, 'local/banhanh.js');
    const command = [program, 'bring-in', list, '--organ', 'dong-nai', '--data', dir];
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
    const ended = once(child, 'close');

    const { drafter, signer, clerk } = PEOPLE;
    const numbers: number[] = [];
    for (let n = 0; n < ISSUES; n++) {
      const docId = `beside-${n}`;
      const { document } = await createDocument(deps, drafter, { docId, data: letter(`Việc ${n}`) });
      const submitted = await submitDocument(deps, drafter, { docId, seen: document });
      const seen = await approveDocument(deps, signer, { docId, seen: submitted });
      const issued = await issueDocument(deps, clerk, { docId, seen, signatureConfirmed: true });
      numbers.push(issued.row.codeNumber);
    }
    const [status] = await ended;
    expect([status, printed.match(/: đã nhập/g)?.length]).toEqual([0, ROWS]);
    expect(numbers).toEqual(Array.from({ length: ISSUES }, (_, n) => n + 1));
    const { inspection } = stack;
    const { violations } = await verify({
      inspection,
      store: deps.store,
      now: deps.clock.now,
      sleep: deps.clock.sleep,
    });
    expect(violations).toEqual([]);
  } finally {
    await stack.close();
  }
});
