import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A table that says of transactions that give a number that they met another, as DynamoDB does and dynoxide never. */
export interface ConflictingTable {
  readonly endpoint: string;
  /** Lets so many of the next ones meet another. */
  meet(times: number): void;
  stop(): Promise<void>;
}

/** Puts it before a table on loopback; all else goes through. */
export async function startConflictingTable(table: string): Promise<ConflictingTable> {
  let left = 0;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { TransactItems } = JSON.parse(body) as {
      readonly TransactItems?: readonly {
        readonly Update?: { readonly Key: { readonly SK: { readonly S: string } } };
      }[];
    };
    if (left > 0 && TransactItems?.some(({ Update }) => Update?.Key.SK.S === '#C')) {
      left--;
      const CancellationReasons = TransactItems.map((_, index) => ({
        Code: index === 0 ? 'TransactionConflict' : 'None',
      }));
      const __type = 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException';
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify({ __type, message: 'Transaction cancelled', CancellationReasons }));
      return;
    }
    const headers = new Headers();
    for (const name of ['content-type', 'x-amz-target', 'authorization', 'x-amz-date']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const answer = await fetch(table, { method: 'POST', headers, body });
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    meet: (times) => {
      left = times;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
