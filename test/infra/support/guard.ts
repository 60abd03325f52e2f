import { createServer, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isAllowed, type Need } from './iam.ts';
import { needsOf } from './needs.ts';
import type { Right } from './policies.ts';

/** Guard between a function and what it works on; lets through what its role allows. */
export interface Guard {
  readonly endpoint: string;
  /** Requests that were let through, and those that were not. */
  readonly used: readonly Need[];
  readonly denied: Need[];
  stop(): Promise<void>;
}

/**
 * Starts a guard with the rights of a role. As in AWS, what is not there is forbidden to whom may not list the bucket.
 *
 * @param upstream where DynamoDB, S3 and the engines really are
 * @param buckets the name of a bucket in the templates, by its name here
 */
export async function startGuard(
  rights: readonly Right[],
  upstream: { readonly table: string; readonly files: string; readonly engines: string },
  buckets: Readonly<Record<string, string>>,
): Promise<Guard> {
  const used: Need[] = [];
  const denied: Need[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { method = 'GET', url = '/', headers } = request;
    const target = String(headers['x-amz-target'] ?? '');
    const needs = needsOf({ method, url, headers }, target === '' ? '' : body.toString('utf8'), buckets);
    const refused = needs.filter((need) => !isAllowed(rights, need));
    used.push(...needs.filter((need) => !refused.includes(need)));
    denied.push(...refused);
    const deny = () => {
      const isTable = target !== '';
      response.writeHead(isTable ? 400 : 403, {
        'content-type': isTable ? 'application/x-amz-json-1.0' : 'application/xml',
      });
      response.end(
        isTable
          ? JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', message: 'not authorized' })
          : '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
      );
    };
    if (refused.length > 0) return deny();
    const base = target.startsWith('DynamoDB') ? upstream.table : target === '' ? upstream.files : upstream.engines;
    const forward = sendRequest(new URL(url, base), { method, headers }, (answer) => {
      const list = { action: 's3:ListBucket', resource: buckets[url.split('/')[1] ?? ''] ?? '', context: {} };
      if (target === '' && answer.statusCode === 404 && !isAllowed(rights, list)) {
        denied.push(list);
        answer.resume();
        return deny();
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    forward.on('error', () => response.destroy());
    forward.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    used,
    denied,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
