/** Started parts, to be stopped in the opposite order. */
export interface Stops {
  /** Runs at the end; later ones first. */
  add(stop: () => unknown): void;
  /** Stops everything, whatever one of them throws; the first error is thrown at the end. */
  run(): Promise<void>;
}

/** Nothing was started yet. */
export function createStops(): Stops {
  const stops: (() => unknown)[] = [];
  return {
    add: (stop) => void stops.push(stop),
    run: async () => {
      const errors: unknown[] = [];
      for (let stop = stops.pop(); stop; stop = stops.pop()) {
        try {
          await stop();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw errors[0];
    },
  };
}
