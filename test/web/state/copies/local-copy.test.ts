import { afterEach, expect, test, vi } from 'vitest';
import { KEPT_DAYS, localCopies, readCopy, unsavedCopies } from '../../../../web/src/state/copies/local-copy.ts';

const NOW = Date.parse('2026-03-16T09:00:00+07:00');
const OLD = NOW - KEPT_DAYS * 86_400_000;
const copy = (person: string, docId: string, at: number) => ({ person, docId, etag: '"1"', data: {}, at });

afterEach(() => vi.restoreAllMocks());

test('copies of seven days and older go, whoever typed them; the others are told to who typed them', async () => {
  const all = [copy('an', 'new', NOW), copy('an', 'old', OLD), copy('binh', 'old', OLD), copy('binh', 'new', OLD + 1)];
  vi.spyOn(localCopies, 'all').mockResolvedValue(all);
  const remove = vi.spyOn(localCopies, 'remove').mockResolvedValue();
  expect((await unsavedCopies('an', NOW)).map(({ docId }) => docId)).toEqual(['new']);
  expect(remove.mock.calls).toEqual([
    ['an', 'old'],
    ['binh', 'old'],
  ]);
});

test.each([
  [OLD + 1, true],
  [OLD, false],
])('a copy typed at %i is opened: %s', async (at, isOpened) => {
  vi.spyOn(localCopies, 'get').mockResolvedValue(copy('an', 'plan', at));
  expect((await readCopy('an', 'plan', NOW)) !== null).toBe(isOpened);
});
