import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { soak } from '../support/soak/soak.ts';

test('a server that is killed five times under load loses no act that it answered, and makes no gap', async () => {
  const base = await mkdtemp(join(tmpdir(), 'banhanh-soak-'));
  try {
    const soaked = await soak({ dir: join(base, 'data'), rounds: 5, clerks: 4, killWithinMs: 1_200 });
    expect(soaked.wrongs).toEqual([]);
    expect(soaked).toMatchObject({ rounds: 5 });
    expect(soaked.acknowledged).toBeGreaterThan(5);
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}, 240_000);
