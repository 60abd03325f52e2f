import type { SessionPorts } from './session.ts';

/** Lease of the one renewal, where the browser has no locks (plain HTTP beyond loopback). */
const LEASE = 'banhanh-renewal';
const LEASE_MS = 5_000;
const TRY_MS = 50;

/** Opens the browser's side of a session. Nothing here wants a secure context. */
export function browserPorts(): SessionPorts {
  return {
    fetch: (path, init) => fetch(path, init),
    tabs: new BroadcastChannel('banhanh-session'),
    exclusive: (act) => ('locks' in navigator ? navigator.locks.request(LEASE, act) : withLease(act)),
    nowMs: () => Date.now(),
  };
}

/** Two tabs that take the lease in the same moment both renew, which is harmless. */
async function withLease<T>(act: () => Promise<T>): Promise<T> {
  while (Number(localStorage.getItem(LEASE) ?? 0) > Date.now()) {
    await new Promise((done) => setTimeout(done, TRY_MS));
  }
  localStorage.setItem(LEASE, String(Date.now() + LEASE_MS));
  try {
    return await act();
  } finally {
    localStorage.removeItem(LEASE);
  }
}
