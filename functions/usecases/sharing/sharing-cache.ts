import type { Sharing } from '#document/schemas/organ-sharing.schema.ts';

/** Organs that a cache holds at most. */
const MAX_KNOWN = 5_000;

/** Sharing of an organ, and when it was read. */
export interface Known {
  readonly at: number;
  readonly sharing: Sharing;
}

/** Cache of what organs share, one a program. */
export interface SharingCache {
  get(organ: string): Known | undefined;
  set(organ: string, known: Known): void;
  forget(organ: string): void;
}

/** Creates an empty cache, which evicts the oldest entry beyond {@link MAX_KNOWN}. */
export function createSharingCache(): SharingCache {
  const known = new Map<string, Known>();
  return {
    get: (organ) => known.get(organ),
    set(organ, value) {
      known.delete(organ);
      known.set(organ, value);
      const [oldest] = known.keys();
      if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest);
    },
    forget: (organ) => known.delete(organ),
  };
}
