import { afterAll, beforeAll, expect, test } from 'vitest';
import { piecesDefinition } from '#infra/machines/pieces-definition.ts';
import { sealEvent } from '#register/documents/audit-chain.ts';
import { exists } from '#register/table/condition.ts';
import { auditKey, documentKey } from '#register/table/keys/document-keys.ts';
import type { ItemKey } from '#register/table/keys/key-parts.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { verifyHeads } from '#usecases/upkeep/heads.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import { scheduledEvent } from './support/events.ts';
import { issued } from './support/numbered.ts';
import type { RunningFunction } from './support/run-function.ts';
import { runMachine } from './support/run-machine.ts';

const ORGAN = 'dong-nai';
let cloud: TestCloud;
let heads: RunningFunction;
beforeAll(async () => {
  cloud = await startTestCloud();
  for (let n = 0; n < 6; n++) await issued(cloud.deps, `van-ban-${n}`);
  heads = await cloud.start('heads', {});
});
afterAll(() => cloud.stop());

/** As somebody who writes the table, and not the bucket. */
async function change(key: ItemKey, set: Record<string, string | number>): Promise<void> {
  const outcome = await cloud.table.table().transact([{ update: key, set, if: exists('PK') }]);
  expect(outcome.done).toBe(true);
}

const deps = () => ({ inspection: createInspection(cloud.table.table()), heads: cloud.deps.store });
const keysOf = async (folder: string) => {
  const keys: string[] = [];
  for await (const key of cloud.deps.store.list(folder)) keys.push(key);
  return keys.sort();
};

test('a day writes one head of what went on, and none where nothing did', async () => {
  expect(await heads.invoke(scheduledEvent())).toEqual({
    isComplete: true,
    root: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await heads.invoke(scheduledEvent())).toEqual({ isComplete: true });
  expect(await keysOf('heads')).toHaveLength(1);
  expect(heads.metrics()).toEqual({ Breaches: [0, 0], HeadsHeartbeat: [1, 1] });
});

test('a day in pieces has a chain of heads for each, and one heartbeat', async () => {
  const piecewise = await cloud.start('heads', {});
  const definition = piecesDefinition({ comment: 'heads', functionArn: 'heads', pieces: 3, atOnce: 2 });
  await runMachine(definition, { time: '2026-11-29T17:30:00Z' }, (_, payload) => piecewise.invoke(payload));
  expect(piecewise.metrics()['HeadsHeartbeat']).toEqual([1]);
  const folders = new Set((await keysOf('heads')).map((key) => key.split('/').slice(0, -1).join('/')));
  expect([...folders].filter((one) => /^heads\/3-[012]$/.test(one)).length).toBeGreaterThan(1);
  expect(await verifyHeads(deps())).toEqual([]);
});

test('a chain that was written anew is a breach, by day and in pieces, and no head seals it', async () => {
  const { document, events } = await deps().inspection.document(ORGAN, 'van-ban-3');
  let prevHash = '';
  for (const { hash: _, schema: __, ...event } of events) {
    const forged = sealEvent({ ...event, actor: 'somebody-else', prevHash });
    prevHash = forged.hash;
    const { actor, hash } = forged;
    await change(auditKey(ORGAN, 'van-ban-3', event.version), { actor, prevHash: forged.prevHash, hash });
  }
  await change(documentKey(ORGAN, 'van-ban-3'), { chain: prevHash });
  const before = await keysOf('heads');
  const again = await cloud.start('heads', {});
  expect(await again.invoke(scheduledEvent())).toEqual({ isComplete: true });
  expect(again.metrics()['Breaches']).toEqual([1]);
  expect(again.logs()).toContainEqual(
    expect.objectContaining({ message: 'breach', code: 'head-differs', where: 'van-ban-3' }),
  );
  expect(await keysOf('heads')).toEqual(before);
  const codes = (await verifyHeads(deps())).map(({ code }) => code);
  expect(codes).toEqual(['head-differs']);
  await change(documentKey(ORGAN, 'van-ban-3'), { chain: document?.chain ?? '' });
});

test('a day whose time is up writes no head, gives no heartbeat, and says so', async () => {
  await issued(cloud.deps, 'van-ban-muon');
  const late = await cloud.start('heads', {});
  expect(await late.invoke(scheduledEvent(), { remainingMs: 10_000 })).toEqual({ isComplete: false });
  expect(late.metrics()['HeadsHeartbeat']).toBeUndefined();
  expect(late.logs().map(({ message }) => message)).toContain('heads-out-of-time');
});
