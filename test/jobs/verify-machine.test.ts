import validate from 'asl-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { piecesDefinition } from '#infra/machines/pieces-definition.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import { issued } from './support/numbered.ts';
import type { RunningFunction } from './support/run-function.ts';
import { type Invoke, runMachine } from './support/run-machine.ts';

// The machine of the nightly check, as it is deployed, with the bundled function behind it.

const DOCUMENTS = 12;
const PIECES = 5;
const NIGHT = { time: '2026-11-29T19:00:00Z' };
const definition = piecesDefinition({ comment: 'check', functionArn: 'verify', pieces: PIECES, atOnce: 2 });

let cloud: TestCloud;
let verify: RunningFunction;
beforeAll(async () => {
  cloud = await startTestCloud();
  for (let n = 0; n < DOCUMENTS; n++) await issued(cloud.deps, `van-ban-${n}`);
});
afterAll(() => cloud.stop());

/** Runs the machine with a function of its own, and says what its pieces looked at together. */
async function runNight(by: (invoke: Invoke) => Invoke = (invoke) => invoke) {
  verify = await cloud.start('verify', { VERIFY_DAYS: '1' });
  const seen = { series: 0, documents: 0, files: 0 };
  const counting: Invoke = async (_arn, payload) => {
    const answer = await verify.invoke(payload);
    for (const name of ['series', 'documents', 'files'] as const) seen[name] += answer[name] ?? 0;
    return answer;
  };
  const run = await runMachine(definition, NIGHT, by(counting));
  return { run, seen };
}

test.each([1, PIECES])('a definition of %i pieces is one that Step Functions takes', (pieces) => {
  const { errors, isValid } = validate(
    piecesDefinition({ comment: 'check', functionArn: 'verify', pieces, atOnce: 2 }),
  );
  expect({ errors, isValid }).toEqual({ errors: [], isValid: true });
});

test('a night in one piece is looked at, too', async () => {
  verify = await cloud.start('verify', { VERIFY_DAYS: '1' });
  await runMachine(
    piecesDefinition({ comment: 'check', functionArn: 'v', pieces: 1, atOnce: 1 }),
    NIGHT,
    (_, payload) => verify.invoke(payload),
  );
  expect(verify.metrics()).toEqual({ Breaches: [0], VerifyHeartbeat: [1] });
});

test('all pieces together look at each series, document and file once, and the night has one heartbeat', async () => {
  const { run, seen } = await runNight();
  expect(run).toEqual({ output: {}, failedBatches: 0, mostAtOnce: 2 });
  expect(seen).toEqual({ series: 1, documents: DOCUMENTS, files: DOCUMENTS });
  expect(verify.metrics()).toEqual({ Breaches: [0, 0, 0, 0, 0], VerifyHeartbeat: [1] });
});

test('a piece that dies once is looked at again', async () => {
  let deaths = 0;
  const { seen } = await runNight((invoke) => async (arn, payload) => {
    if (payload.piece === 2 && deaths++ === 0) throw new Error('Runtime.ExitError');
    return invoke(arn, payload);
  });
  expect(seen.documents).toBe(DOCUMENTS);
  expect(verify.metrics()['VerifyHeartbeat']).toEqual([1]);
});

test.each<[string, (invoke: Invoke) => Invoke]>([
  [
    'dies always',
    (invoke) => async (arn, payload) => {
      if (payload.piece === 2) throw new Error('Runtime.ExitError');
      return invoke(arn, payload);
    },
  ],
  [
    'has no time left',
    () => (_, payload) => verify.invoke(payload, payload.piece === 2 ? { remainingMs: 10_000 } : {}),
  ],
])('a night with a piece that %s has no heartbeat, and the others are looked at all the same', async (_, by) => {
  const { run } = await runNight(by);
  expect(run).toMatchObject({ output: {}, failedBatches: 0 });
  expect(verify.metrics()['VerifyHeartbeat']).toBeUndefined();
  const [line] = verify.logs().filter(({ message }) => message === 'verify-out-of-time');
  expect(line).toMatchObject({ level: 'ERROR', count: PIECES - 1, failed: 1 });
});

test('a piece after midnight is of the night that began before it', async () => {
  const share = await cloud.start('verify', { VERIFY_DAYS: '4' });
  const late = { piece: 1, of: PIECES };
  await share.invoke({ time: '2026-11-29T16:59:59Z', ...late });
  await share.invoke({ time: '2026-11-29T17:00:00Z', ...late });
  const shares = share.logs().filter(({ message }) => message === 'piece-verified');
  expect(shares.map((line) => line['share'])).toEqual([expect.any(String), expect.any(String)]);
  expect(shares[0]?.['share']).not.toBe(shares[1]?.['share']);
});
