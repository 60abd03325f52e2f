import { get } from 'svelte/store';
import { expect, test } from 'vitest';
import { createAttempt } from '../../../web/src/state/attempt.ts';

test('tells that an act is under way, what went wrong with it, and nothing of it once the next one goes', async () => {
  const attempt = createAttempt();
  let fail: (error: Error) => void = () => undefined;
  const failing = attempt.run(() => new Promise((_, reject) => (fail = reject)));
  expect(get(attempt)).toEqual({ isBusy: true, problem: null });
  fail(new Error('mất mạng'));
  await failing;
  expect(get(attempt)).toMatchObject({ isBusy: false, problem: { message: expect.any(String) } });
  const next = attempt.run(async () => undefined);
  expect(get(attempt)).toEqual({ isBusy: true, problem: null });
  await next;
  expect(get(attempt)).toEqual({ isBusy: false, problem: null });
});
