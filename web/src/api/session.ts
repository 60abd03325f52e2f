import { readable, writable } from 'svelte/store';
import type { components } from './generated/contract.d.ts';
import { offline, Problem, toProblem } from './problem.ts';

/** An open session, as the server answers it. */
export type Session = components['schemas']['Session'];

/** State of sign-in. `ended`: a session that was open is over, and what was typed is still there. */
export type SignedIn =
  | { readonly state: 'unknown' }
  | {
      readonly state: 'out';
      readonly ended: boolean;
      /** The machine is one that several people use: nothing stays in sight. */
      readonly isShared: boolean;
    }
  | { readonly state: 'in'; readonly session: Session };

/** Ports of a session; tests bring their own. */
export interface SessionPorts {
  fetch(path: string, init: RequestInit): Promise<Response>;
  /** Tells the other tabs, and is told by them. */
  readonly tabs: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  /** One at a time among all tabs. */
  exclusive<T>(act: () => Promise<T>): Promise<T>;
  nowMs(): number;
}

/** On a shared machine a session ends after this without a key or a click. */
export const IDLE_MS = 15 * 60_000;

/** Milliseconds between two words to the other tabs that somebody works in this one. */
const TELL_MS = 20_000;

/** Milliseconds before its end at which a token is renewed. */
const EARLY_MS = 60_000;
const HEADERS = { 'X-Banhanh': '1', 'Content-Type': 'application/json' };

/** A code and what proves that this page asked for it. */
type Proof = { readonly code: string; readonly verifier: string; readonly isShared: boolean };

type Message =
  | { readonly kind: 'session'; readonly session: Session; readonly untilMs: number }
  /** Somebody works in another tab. */
  | { readonly kind: 'active'; readonly atMs: number }
  | { readonly kind: 'out' };

/** The session of this page: its token is in memory alone, its renewal is shared by all tabs. */
export function createSession(ports: SessionPorts) {
  const signedIn = writable<SignedIn>({ state: 'unknown' });
  let current: Session | null = null;
  /** Somebody left or was sent away: what a closing view still asks opens nothing anew. */
  let isLeft = false;
  let untilMs = 0;
  let lastActiveMs = ports.nowMs();
  let toldMs = 0;

  const take = (session: Session, until: number): void => {
    current = session;
    isLeft = false;
    untilMs = until;
    signedIn.set({ state: 'in', session });
  };
  const leave = (ended: boolean): void => {
    const isShared = current?.isShared ?? false;
    current = null;
    isLeft = true;
    untilMs = 0;
    signedIn.set({ state: 'out', ended, isShared });
  };
  ports.tabs.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'session') take(data.session, data.untilMs);
    else if (data.kind === 'active') lastActiveMs = Math.max(lastActiveMs, data.atMs);
    else leave(current !== null);
  });

  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    const init = { method, headers: HEADERS, ...(body && { body: JSON.stringify(body) }) };
    return ports.fetch(path, init).catch(() => {
      throw offline();
    });
  };
  const accept = async (response: Response): Promise<Session> => {
    const body: Session = await response.json();
    if (!response.ok) throw toProblem(response.status, body);
    const until = ports.nowMs() + body.expiresInSeconds * 1000;
    take(body, until);
    ports.tabs.postMessage({ kind: 'session', session: body, untilMs: until } satisfies Message);
    return body;
  };
  const isFresh = (): boolean => current !== null && ports.nowMs() < untilMs - EARLY_MS;
  const isIdle = (): boolean => current?.isShared === true && ports.nowMs() - lastActiveMs > IDLE_MS;

  /** A token for a request. Throws `Problem` where the session is over or the server is away. */
  async function token(isRefused = false): Promise<string> {
    if (isIdle()) await close(true);
    if (isLeft) throw new Problem('Phiên làm việc đã kết thúc.', 401, 'session-over');
    const refused = isRefused ? current?.accessToken : undefined;
    if (current && isFresh() && !isRefused) return current.accessToken;
    return ports.exclusive(async () => {
      if (current && isFresh() && current.accessToken !== refused) return current.accessToken;
      const hadSession = current !== null;
      try {
        return (await accept(await ask('POST', '/api/session/renew'))).accessToken;
      } catch (error) {
        if (error instanceof Problem && error.status === 401) leave(hadSession);
        throw error;
      }
    });
  }

  async function open(username: string, password: string, isShared: boolean): Promise<void> {
    lastActiveMs = ports.nowMs();
    await accept(await ask('POST', '/api/session', { username, password, isShared }));
  }

  /** Exchanges a code of the provider's page. Throws `Problem`. */
  async function openByCode(proof: Proof): Promise<void> {
    lastActiveMs = ports.nowMs();
    const { code, verifier, isShared } = proof;
    await accept(await ask('POST', '/api/session', { code, verifier, isShared }));
  }

  async function close(ended = false): Promise<void> {
    leave(ended);
    ports.tabs.postMessage({ kind: 'out' } satisfies Message);
    await ask('DELETE', '/api/session').catch(() => undefined);
  }

  return {
    signedIn: readable<SignedIn>({ state: 'unknown' }, (set) => signedIn.subscribe(set)),
    /** Finds out whether the cookie of an earlier visit still holds. */
    resume: () =>
      token().then(
        () => undefined,
        (error) => {
          if (!(error instanceof Problem && error.status === 401)) leave(false);
        },
      ),
    token,
    open,
    openByCode,
    close,
    /** A key or a click; the other tabs are told, for a session that is used in one of them goes on in all. */
    touch: () => {
      lastActiveMs = ports.nowMs();
      if (lastActiveMs - toldMs < TELL_MS) return;
      toldMs = lastActiveMs;
      ports.tabs.postMessage({ kind: 'active', atMs: lastActiveMs } satisfies Message);
    },
    /** Ends a shared session that nobody uses; to be called from time to time. */
    checkIdle: async () => {
      if (isIdle()) await close(true);
    },
  };
}
