import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

type Fetch<Env> = (request: Request, env?: Env) => Response | Promise<Response>;

/** Names and proxies that a server answers. */
export interface GateOptions {
  /** Names and addresses, lower case, without a port. */
  readonly names: ReadonlySet<string>;
  /** Addresses of proxies whose forwarded headers are believed. */
  readonly proxies: ReadonlySet<string>;
}

/** Names by which this machine alone reaches itself. */
export const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Names and addresses by which other machines reach this one. */
export function machineNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const shown = addresses
    .filter(({ address }) => !address.startsWith('fe80'))
    .map(({ address }) => shownAddress(address));
  return [...new Set([hostname().toLowerCase(), ...shown, ...LOOPBACK_NAMES])];
}

/** An address as a Host header has it. */
export function shownAddress(address: string): string {
  return isIP(address) === 6 ? `[${address.toLowerCase()}]` : address.toLowerCase();
}

/** An IPv4 address that a socket shows as IPv6 (`::ffff:10.0.0.1`) as it is. */
export function plainAddress(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
}

/** Finds the client's address: the peer, or what a trusted proxy says last. Headers of anybody else are not believed. */
export function clientAddress(peer: string, forwardedFor: string | undefined, { proxies }: GateOptions): string {
  const address = plainAddress(peer);
  if (!proxies.has(address)) return address;
  const last = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  return isIP(plainAddress(last)) > 0 ? plainAddress(last) : address;
}

/**
 * Answers only who names this server: a page of another site that points its own name at us gets nothing. What a trusted proxy
 * forwards as host stands in the place of `Host`.
 */
export function withGate<Env>(site: Fetch<Env>, options: GateOptions, peerOf: (env?: Env) => string): Fetch<Env> {
  return (request, env) => {
    const isProxy = options.proxies.has(plainAddress(peerOf(env)));
    const forwarded = isProxy ? request.headers.get('x-forwarded-host') : null;
    const host = (forwarded ?? request.headers.get('host') ?? '').toLowerCase();
    if (!isProxy && !options.names.has(host.replace(/:\d+$/, ''))) return refused();
    if (forwarded === null) return site(request, env);
    const headers = new Headers(request.headers);
    headers.set('host', host);
    return site(new Request(request, { headers }), env);
  };
}

function refused(): Response {
  return new Response('Máy chủ này không có tên như vậy.\n', {
    status: 421,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
