/** The results of a slow call for each item, in order, so many calls at once. The first error ends it. */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  call: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const work = async () => {
    for (const [index, item] of waiting) results[index] = await call(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
}

/**
 * Calls something slow for each that a source yields, so many at once, until it ends or time is up. True: it came to
 * its end. The first error ends it.
 */
export async function eachAtOnce<T>(
  source: AsyncIterable<T>,
  atOnce: number,
  isTimeUp: () => boolean,
  call: (item: T) => Promise<void>,
): Promise<boolean> {
  const waiting = source[Symbol.asyncIterator]();
  let isComplete = true;
  const work = async () => {
    for (;;) {
      if (isTimeUp()) {
        isComplete = false;
        return;
      }
      const next = await waiting.next();
      if (next.done) return;
      await call(next.value);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return isComplete;
}
