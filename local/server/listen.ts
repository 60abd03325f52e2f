import { createServer as createTlsServer, Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import type { ServerAccess } from './access.ts';
import { shownAddress, withGate } from './gate.ts';

const CLOSE_WITHIN_MS = 5_000;
const RENEW_EVERY_MS = 12 * 60 * 60 * 1000;

/** A server that listens. */
export interface Listening {
  readonly server: ReturnType<typeof createAdaptorServer>;
  readonly url: string;
  stopRenewing(): void;
}

/** Environment that the adapter hands on with a request. */
export type HttpEnv = HttpBindings | Http2Bindings;
/** A site over HTTP. */
export type SiteFetch = (request: Request, env?: HttpEnv) => Response | Promise<Response>;

/** Listens behind the gate, over TLS where there is a certificate; it is renewed while the server runs. */
export async function listen(site: SiteFetch, access: ServerAccess, wantedPort: number): Promise<Listening> {
  const { host, tls, gate, renewTls } = access;
  const fetch = withGate(site, gate, (env?: HttpEnv) => env?.incoming.socket.remoteAddress ?? '');
  const serverOptions = tls && { cert: tls.certificate, key: tls.key };
  const server = createAdaptorServer(
    serverOptions ? { fetch, createServer: createTlsServer, serverOptions } : { fetch },
  );
  const port = await new Promise<number>((listening, failed) => {
    server.once('error', failed);
    server.listen(wantedPort, host, () => listening(portOf(server.address())));
  });
  const renew = async () => {
    const renewed = await renewTls?.();
    if (renewed && server instanceof TlsServer) {
      server.setSecureContext({ cert: renewed.certificate, key: renewed.key });
    }
  };
  const timer = setInterval(() => void renew().catch(() => {}), RENEW_EVERY_MS);
  timer.unref();
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : shownAddress(host);
  return { server, url: `${tls ? 'https' : 'http'}://${name}:${port}`, stopRenewing: () => clearInterval(timer) };
}

/** Lets requests end, for five seconds at most. */
export function closeServer(server: Listening['server']): Promise<void> {
  return new Promise((closed) => {
    const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), CLOSE_WITHIN_MS);
    server.close(() => {
      clearTimeout(force);
      closed();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

function portOf(address: AddressInfo | string | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}
