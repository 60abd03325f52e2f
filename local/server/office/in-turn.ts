/** Runs so many at once; the others wait in the order in which they came. */
export function inTurn<Args extends readonly unknown[], T>(
  act: (...args: Args) => Promise<T>,
  most: number,
): (...args: Args) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (...args) => {
    if (running >= most) await new Promise<void>((turn) => waiting.push(turn));
    else running++;
    try {
      return await act(...args);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
