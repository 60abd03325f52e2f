import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CITY } from '../support/desk.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import { damage } from './support/damage.ts';
import { scheduledEvent, sqsEvent } from './support/events.ts';
import { issued, numbered } from './support/numbered.ts';
import type { RunningFunction } from './support/run-function.ts';

let cloud: TestCloud;
let sweep: RunningFunction;
let finish: RunningFunction;

beforeAll(async () => {
  cloud = await startTestCloud();
  sweep = await cloud.start('sweep');
  finish = await cloud.start('finish-issue');
});
afterAll(() => cloud.stop());
beforeEach(() => {
  cloud.engines.messages.length = 0;
});

const message = (docId: string) => JSON.stringify({ schema: 'issue@1', organ: CITY, docId });
const stateOf = async (docId: string) => (await cloud.deps.register.getDocument(CITY, docId)).state;

describe('an issue that was cut off between its number and its files', () => {
  test('is found by the sweep, counted with its age, and finished from the queue', async () => {
    const { row } = await numbered(cloud.deps, 'dut-giua-chung');
    expect(await sweep.invoke(scheduledEvent())).toEqual({ issues: 1, fanOuts: 0 });
    expect(cloud.engines.messages).toEqual([message('dut-giua-chung')]);
    expect(sweep.metrics()['NumberedWaiting']).toEqual([1]);
    const [age = 0] = sweep.metrics()['NumberedOldestSeconds'] ?? [];
    expect(age).toBeGreaterThanOrEqual(60);

    const answer = await finish.invoke(sqsEvent(...cloud.engines.messages));
    expect(answer).toEqual({ batchItemFailures: [] });
    const found = await cloud.deps.register.getNumbered(CITY, 'dut-giua-chung');
    expect(found.document.state).toBe('issued');
    expect(found.row.codeNumber).toBe(row.codeNumber);
    const [file] = found.row.files;
    expect((await cloud.deps.store.get(file!.key, { expectSha256: file!.sha256 })).size).toBe(file!.size);

    expect(await sweep.invoke(scheduledEvent())).toEqual({ issues: 0, fanOuts: 0 });
    expect(sweep.metrics()['NumberedOldestSeconds']?.at(-1)).toBe(0);
  });

  test('is finished once by messages that come twice, late, and at the same time', async () => {
    await numbered(cloud.deps, 'nhieu-lan-goi');
    const twice = sqsEvent(message('nhieu-lan-goi'), message('nhieu-lan-goi'));
    const other = await cloud.start('finish-issue');
    const answers = await Promise.all([finish.invoke(twice), other.invoke(twice)]);
    expect(answers).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }]);
    const before = await cloud.deps.register.getNumbered(CITY, 'nhieu-lan-goi');
    expect(await finish.invoke(twice)).toEqual({ batchItemFailures: [] });
    expect(await cloud.deps.register.getNumbered(CITY, 'nhieu-lan-goi')).toEqual(before);
    const acts = (await cloud.deps.register.listEvents(CITY, 'nhieu-lan-goi')).map(
      ({ act, actor }) => `${act} ${actor}`,
    );
    expect(acts.slice(-2)).toEqual(['number a-clerk', 'complete system']);
  });

  test('holds up no other: what fails comes again alone', async () => {
    await numbered(cloud.deps, 'hong-ban-dong-bang');
    const { document } = await numbered(cloud.deps, 'van-con-tot');
    const broken = await cloud.deps.register.getDocument(CITY, 'hong-ban-dong-bang');
    await damage(cloud.dirs.work, broken.frozen!.key);
    const answer = await finish.invoke(
      sqsEvent(message('hong-ban-dong-bang'), 'no JSON', message('van-con-tot'), message('khong-co-van-ban')),
    );
    expect(answer.batchItemFailures).toEqual(
      ['message-0', 'message-1', 'message-3'].map((itemIdentifier) => ({ itemIdentifier })),
    );
    expect(document.state).toBe('numbered');
    expect(await stateOf('van-con-tot')).toBe('issued');
    expect(await stateOf('hong-ban-dong-bang')).toBe('numbered');
    expect(finish.metrics()['IntegrityMismatch']).toEqual([1]);
    const told = finish.logs().filter(({ message: event }) => event === 'invocation-failed');
    expect(
      told
        .slice(-3)
        .map(({ correlation_id, failure }) => [correlation_id, (failure as { readonly code: string }).code]),
    ).toEqual([
      ['message-0', 'integrity-mismatch'],
      ['message-1', 'bad-message'],
      ['message-3', 'not-found'],
    ]);
  });
});

test('the sweep sends all that is due in batches, and fails where the queue takes only some, so that it is called again', async () => {
  await finish.invoke(sqsEvent(message('hong-ban-dong-bang')));
  for (let n = 0; n < 12; n++) await numbered(cloud.deps, `hang-doi-${n}`);
  cloud.engines.refuse(2);
  await expect(sweep.invoke(scheduledEvent())).rejects.toMatchObject({
    name: 'InvocationFailed',
    message: expect.stringContaining('not-all-sent'),
  });
  expect(cloud.engines.messages).toHaveLength(11);
  cloud.engines.messages.length = 0;
  await sweep.invoke(scheduledEvent());
  expect(new Set(cloud.engines.messages).size).toBe(13);
});

test('the sweep leaves alone what is issued, and what has its number since less than half a minute', async () => {
  await issued(cloud.deps, 'da-ban-hanh');
  const deps = { ...cloud.deps, clock: { ...cloud.deps.clock, now: () => new Date() } };
  await numbered(deps, 'vua-cap-so');
  await sweep.invoke(scheduledEvent());
  for (const docId of ['da-ban-hanh', 'vua-cap-so']) expect(cloud.engines.messages).not.toContain(message(docId));
});
