/** How many wrong passwords count, over how long: few of one person from one place, more of one person or of one place. */
export const SIGN_IN_LIMITS = { person: 20, place: 100, personInPlace: 5, windowSeconds: 15 * 60 } as const;

/** Most of what is counted at once; past it what began first is let go. */
const MAX_COUNTED = 10_000;

/** Counts tries at signing in. */
export interface SignInLimit {
  /** Takes a try before the password is looked at, so that many at once count; seconds to wait where there were too many, or 0. */
  take(username: string, address: string): number;
  /** A try that was right: it and the wrong ones of this person from this place count no more. */
  forgive(username: string, address: string): void;
}

interface Count {
  readonly endsAtMs: number;
  readonly limit: number;
  tries: number;
}

/** Counts in memory, of one process: for one machine. In AWS sign-in is Cognito's. */
export function createSignInLimit(now: () => Date): SignInLimit {
  const counts = new Map<string, Count>();
  const keysOf = (username: string, address: string): [key: string, limit: number][] => {
    const name = username.normalize('NFC').toLowerCase();
    return [
      [`person ${name}`, SIGN_IN_LIMITS.person],
      [`place ${address}`, SIGN_IN_LIMITS.place],
      [`both ${address} ${name}`, SIGN_IN_LIMITS.personInPlace],
    ];
  };
  return {
    take: (username, address) => {
      const nowMs = now().getTime();
      const standing = keysOf(username, address).map(([key, limit]) => {
        const known = counts.get(key);
        if (known && known.endsAtMs > nowMs) return known;
        const fresh = { endsAtMs: nowMs + SIGN_IN_LIMITS.windowSeconds * 1000, limit, tries: 0 };
        counts.delete(key);
        counts.set(key, fresh);
        return fresh;
      });
      evict(counts, nowMs);
      const full = standing.filter(({ tries, limit }) => tries >= limit);
      if (full.length > 0) return Math.ceil((Math.max(...full.map(({ endsAtMs }) => endsAtMs)) - nowMs) / 1000);
      for (const count of standing) count.tries += 1;
      return 0;
    },
    forgive: (username, address) => {
      for (const [key] of keysOf(username, address)) {
        const count = counts.get(key);
        if (count) count.tries = key.startsWith('both ') ? 0 : Math.max(0, count.tries - 1);
      }
    },
  };
}

/** All windows are of one length, so what began first ends first. */
function evict(counts: Map<string, Count>, nowMs: number): void {
  for (const [key, { endsAtMs }] of counts) {
    if (endsAtMs > nowMs && counts.size <= MAX_COUNTED) return;
    counts.delete(key);
  }
}
