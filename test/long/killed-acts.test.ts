import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { soak } from '../support/soak/soak.ts';

/** Acts that change a number, its line, its files or its links; what a death may cut in two. */
const ACTS = [
  ...['number', 'register', 'record', 'strike', 'send', 'receipt', 'withdraw'],
  ...['ask-void', 'drop-void', 'void', 'add-signed', 'replace-file', 'place', 'restrict'],
];

test('a server that is killed twenty-five times loses no act that it answered, gives no number twice and makes no gap', async () => {
  const base = await mkdtemp(join(tmpdir(), 'banhanh-killed-'));
  try {
    const soaked = await soak({ dir: join(base, 'data'), rounds: 25, clerks: 6, killWithinMs: 4_000 });
    expect(soaked.wrongs).toEqual([]);
    expect(soaked.rounds).toBe(25);
    expect(ACTS.filter((act) => !soaked.acts.has(act))).toEqual([]);
  } finally {
    await rm(base, { recursive: true, force: true });
  }
});
