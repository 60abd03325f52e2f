/** Copy of what is being typed: of several writes that wait, the last alone is done. */
export interface LatestKept<Value> {
  keep(value: Value): void;
  /** Takes the copy away; waits until that is done. */
  forget(): Promise<void>;
}

/** Writes one thing at a time, in order, and skips what something newer has overtaken. */
export function keepLatest<Value>(
  write: (value: Value) => Promise<void>,
  remove: () => Promise<void>,
): LatestKept<Value> {
  let next: (() => Promise<void>) | null = null;
  let running: Promise<void> | null = null;
  const work = async () => {
    for (let act = next; act; act = next) {
      next = null;
      await act();
    }
    running = null;
  };
  const then = (act: () => Promise<void>) => {
    next = act;
    running ??= work();
    return running;
  };
  return {
    keep: (value) => void then(() => write(value)),
    forget: () => then(remove),
  };
}
