import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAutosave, type SavingState } from '../../../../web/src/editor/saving/autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An autosave with a server that answers when told, and all it did. */
function scene(
  answer: (data: string) => Promise<string> = async (data) => `after ${data}`,
  forgotten: () => Promise<void> = async () => undefined,
) {
  const saved: Array<readonly [string, string]> = [];
  const kept: string[] = [];
  const states: SavingState[] = [];
  const autosave = createAutosave<string>('first', {
    save: async (data, etag) => {
      saved.push([data, etag]);
      return answer(data);
    },
    keep: (data) => void kept.push(data),
    forget: async () => {
      kept.splice(0);
      await forgotten();
    },
    isPassing: (error) => error === 'away',
    onState: (state) => void states.push(state),
    now: () => new Date(),
  });
  return { autosave, saved, kept, states };
}

test('saves after a rest, over the version that was seen', async () => {
  const { autosave, saved, kept, states } = scene();
  autosave.change('a');
  autosave.change('ab');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saved).toEqual([['ab', 'first']]);
  autosave.change('abc');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saved[1]).toEqual(['abc', 'after ab']);
  expect(kept).toEqual([]);
  expect(states.at(-1)).toMatchObject({ state: 'saved' });
});

test('saves what is typed just after it was asked to save nothing', async () => {
  const { autosave, saved } = scene();
  void autosave.flush();
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saved).toEqual([['a', 'first']]);
});

test('saves within five seconds who types on without a rest', async () => {
  const { autosave, saved } = scene();
  for (let key = 0; key < 20; key += 1) {
    autosave.change(`key ${key}`);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(saved.length).toBe(2);
  expect(saved[0]).toEqual(['key 9', 'first']);
});

test('sends what is typed while a save is on its way with the next, and says saved only then', async () => {
  const answers: Array<() => void> = [];
  const { autosave, saved, states } = scene((data) => new Promise((done) => answers.push(() => done(data))));
  autosave.change('a');
  const flushed = autosave.flush();
  autosave.change('ab');
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.map(({ state }) => state)).not.toContain('saved');
  answers[1]?.();
  expect(await flushed).toBe(true);
  expect(saved).toEqual([
    ['a', 'first'],
    ['ab', 'a'],
  ]);
});

test('saves what is typed at the moment in which the copy on this machine goes', async () => {
  const forgets: Array<() => void> = [];
  const { autosave, saved, kept } = scene(undefined, () => new Promise((done) => forgets.push(done)));
  autosave.change('a');
  const flushed = autosave.flush();
  await vi.advanceTimersByTimeAsync(0);
  autosave.change('ab');
  forgets[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  forgets[1]?.();
  expect(await flushed).toBe(true);
  expect(saved.map(([data]) => data)).toEqual(['a', 'ab']);
  expect(kept).toEqual([]);
});

test('keeps the text and asks a server that is away again, but not with every key', async () => {
  let isAway = true;
  const { autosave, saved, kept } = scene(async (data) => (isAway ? Promise.reject('away') : data));
  autosave.change('a');
  expect(await autosave.flush()).toBe(false);
  for (let key = 0; key < 10; key += 1) {
    autosave.change(`a${key}`);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(saved.length).toBe(2);
  expect(kept.at(-1)).toBe('a9');
  isAway = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved.at(-1)).toEqual(['a9', 'first']);
  expect(kept).toEqual([]);
});

test('does not try again by itself what cannot help, and keeps the text', async () => {
  const { autosave, saved, kept, states } = scene(() => Promise.reject('stale'));
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved.length).toBe(1);
  expect(kept).toEqual(['a']);
  expect(states.at(-1)).toEqual({ state: 'stopped', error: 'stale' });
});

test('does another act on the version that is saved, and saves what is typed meanwhile over the one that it made', async () => {
  const { autosave, saved } = scene();
  autosave.change('a');
  const seen: string[] = [];
  const done = autosave.act(async (etag) => {
    seen.push(etag);
    autosave.change('ab');
    return 'after the act';
  });
  expect(await done).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual(['after a']);
  expect(saved).toEqual([
    ['a', 'first'],
    ['ab', 'after the act'],
  ]);
});

test('does no other act over what it could not save', async () => {
  const { autosave } = scene(() => Promise.reject('stale'));
  autosave.change('a');
  const seen: string[] = [];
  expect(await autosave.act(async (etag) => `${seen.push(etag)}`)).toBe(false);
  expect(seen).toEqual([]);
});

test('goes on saving after an act that failed', async () => {
  const { autosave, saved } = scene();
  await expect(autosave.act(() => Promise.reject('refused'))).rejects.toBe('refused');
  autosave.change('a');
  expect(await autosave.flush()).toBe(true);
  expect(saved).toEqual([['a', 'first']]);
});
