import { HttpError } from '#present/problems/http-error.ts';

/**
 * Free wrong passwords before each further try waits: by person, by address, by person at an address. The wait doubles
 * from one second on up to the cap.
 */
export const SIGN_IN_LIMITS = {
  person: { free: 20, capSeconds: 60 },
  place: { free: 100, capSeconds: 10 },
  personInPlace: { free: 5, capSeconds: 60 },
  /** After so long without a wrong one all is forgotten. */
  windowSeconds: 15 * 60,
} as const;

/** Most of what is remembered at once of each kind; past it the oldest is dropped. */
const MAX_REMEMBERED = 10_000;

/** Counts failures at signing in. */
export interface SignInLimit {
  /**
   * Takes a try before the password is looked at, so that many at once count; seconds to wait where it comes too soon, or 0.
   * Nobody is shut out: a try that waited is looked at, and a person in a place where they signed in before waits for their own
   * failures there alone.
   */
  take(username: string, address: string): number;
  /** A try that was right: it and the wrong ones of this person in this place count no more, and the place is known. */
  forgive(username: string, address: string): void;
}

interface Count {
  tries: number;
  lastMs: number;
}

type Kind = 'person' | 'place' | 'personInPlace';

/** Counts in memory, of one process: for one machine. In AWS sign-in is Cognito's. */
export function createSignInLimit(now: () => Date): SignInLimit {
  const counts = new Map<string, Count>();
  const knownPlaces = new Set<string>();
  const keysOf = (username: string, address: string): Record<Kind, string> => {
    const name = username.normalize('NFC').trim().toLowerCase();
    return { person: `person ${name}`, place: `place ${address}`, personInPlace: `both ${address} ${name}` };
  };
  const standing = (key: string, nowMs: number): Count => {
    const known = counts.get(key);
    const isFresh = known && nowMs - known.lastMs < SIGN_IN_LIMITS.windowSeconds * 1000;
    const count = isFresh ? known : { tries: 0, lastMs: nowMs };
    // What was touched last is dropped last.
    counts.delete(key);
    counts.set(key, count);
    return count;
  };
  return {
    take: (username, address) => {
      const nowMs = now().getTime();
      const keys = keysOf(username, address);
      const kinds: Kind[] = knownPlaces.has(keys.personInPlace)
        ? ['personInPlace']
        : ['person', 'place', 'personInPlace'];
      const looked = kinds.map((kind) => ({ kind, count: standing(keys[kind], nowMs) }));
      dropOldest(counts);
      const readyMs = Math.max(...looked.map(({ kind, count }) => count.lastMs + waitMs(kind, count.tries)));
      if (readyMs > nowMs) return Math.ceil((readyMs - nowMs) / 1000);
      for (const { count } of looked) {
        count.tries += 1;
        count.lastMs = nowMs;
      }
      return 0;
    },
    forgive: (username, address) => {
      const keys = keysOf(username, address);
      counts.delete(keys.personInPlace);
      for (const key of [keys.person, keys.place]) {
        const count = counts.get(key);
        if (count) count.tries = Math.max(0, count.tries - 1);
      }
      knownPlaces.delete(keys.personInPlace);
      knownPlaces.add(keys.personInPlace);
      dropOldest(knownPlaces);
    },
  };
}

function waitMs(kind: Kind, tries: number): number {
  const { free, capSeconds } = SIGN_IN_LIMITS[kind];
  return tries < free ? 0 : Math.min(capSeconds, 2 ** (tries - free)) * 1000;
}

function dropOldest(remembered: Map<string, unknown> | Set<string>): void {
  for (const key of remembered.keys()) {
    if (remembered.size <= MAX_REMEMBERED) return;
    remembered.delete(key);
  }
}

/** Rules of a request that carries passwords and little else. */
export const PASSWORD_BODY = { maxBytes: 8 * 1024 } as const;

/** Counts a try at a password; what it answers takes it back where it was right. Throws `too-many-sign-ins`. */
export function takeTry(limit: SignInLimit, username: string, address: string): () => void {
  const retryAfterSeconds = limit.take(username, address);
  if (retryAfterSeconds > 0) throw new HttpError('too-many-sign-ins', { params: { retryAfterSeconds } });
  return () => limit.forgive(username, address);
}
