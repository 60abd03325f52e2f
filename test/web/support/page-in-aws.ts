import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DOOR_HEADER } from '#api/page/door-header.ts';
import { createMembers } from '#register/organs/members.ts';
import { openDynamoTable } from '#register/table/dynamo/dynamo-table.ts';
import { buildPage } from '../../../local/page/build-page.ts';
import { readStaticFiles } from '../../../local/server/static-files.ts';
import { startTestCloud } from '../../jobs/support/cloud.ts';
import { httpEvent } from '../../jobs/support/events.ts';
import type { RunningFunction } from '../../jobs/support/run-function.ts';
import { startTokenEndpoint, type TokenEndpoint } from '../../jobs/support/token-endpoint.ts';
import { PEOPLE } from '../../support/desk.ts';

const DOOR = 'what-only-cloudfront-knows';

/** The page as CloudFront serves it: built files with their headers, the bundled API below `/api`, a stand-in for the managed login. */
export interface PageInAws {
  readonly url: string;
  readonly login: TokenEndpoint;
  close(): Promise<void>;
}

/** Starts it with the people of the desk. */
export async function openPageInAws(): Promise<PageInAws> {
  const cloud = await startTestCloud();
  const members = createMembers(openDynamoTable(cloud.table.client(), cloud.table.tableName));
  const at = new Date();
  for (const [username, who] of Object.entries(PEOPLE)) {
    const item = { ...who, roles: [...who.roles], username, name: `Nguyễn ${username}`, active: true };
    await members.put({ ...item, rev: null, actor: 'qt', at });
  }
  const files = await readStaticFiles(await buildPage(() => undefined));
  let api: RunningFunction | undefined;

  const server = createServer(async (request, response) => {
    const target = request.url ?? '/';
    if (api && (target.startsWith('/api/') || target === '/config.json')) {
      const answer = await api.invoke(httpEvent(request.method ?? 'GET', target, await eventOf(request)));
      response.writeHead(answer.statusCode, {
        ...answer.headers,
        ...(answer.cookies && { 'set-cookie': answer.cookies }),
      });
      return response.end(Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8'));
    }
    const { accept = '' } = request.headers;
    const file = await files.answer(new Request(new URL(target, 'http://page'), { headers: { accept } }));
    response.writeHead(file?.status ?? 404, Object.fromEntries(file?.headers ?? []));
    return response.end(Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer(0)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const login = await startTokenEndpoint(cloud.pool, `${url}/`);
  api = await cloud.start('api', { PAGE_ORIGIN: url, SIGN_IN_URL: login.url, DOOR_SECRET: DOOR });
  return {
    url,
    login,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await login.stop();
      await cloud.stop();
    },
  };
}

/** The parts of a request that the gateway hands on, with the door's header that CloudFront adds. */
async function eventOf(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  return {
    ...(chunks.length > 0 && { body: new Uint8Array(Buffer.concat(chunks)) }),
    headers: { ...headers, [DOOR_HEADER]: DOOR },
  };
}
