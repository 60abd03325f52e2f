import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** SES as far as sending goes: it keeps what it is given. */
export async function startFakeSes() {
  const taken: unknown[] = [];
  const state: { refusal?: string } = {};
  const server = createServer(async (request, response) => {
    const mail = await json(request);
    if (state.refusal !== undefined) {
      response.writeHead(400, { 'content-type': 'application/json', 'x-amzn-errortype': state.refusal });
      response.end('{}');
      return;
    }
    taken.push(mail);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ MessageId: String(taken.length) }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    taken,
    /** From now on it answers with this error. */
    refuse: (name: string) => {
      state.refusal = name;
    },
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
