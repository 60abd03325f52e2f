import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { createFanOutEngine } from '#dispatch/fan-out-engine.ts';
import { createIssueQueue } from '#dispatch/issue-queue.ts';
import { createPdfQueue } from '#dispatch/pdf-queue.ts';
import { createMembers } from '#register/organs/members.ts';
import { createDynamoClient } from '#register/table/dynamo/dynamo-client.ts';
import { openDynamoTable } from '#register/table/dynamo/dynamo-table.ts';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Store } from '#store/s3-store.ts';

// A connection that Lambda froze, or that a balancer forgot, takes a request and never answers.

const region = 'ap-southeast-1';
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers.splice(0)) server.close();
});

/** A service that leaves its first request without an answer, and answers those that follow. */
async function silentAtFirst(answer: (body: string, response: ServerResponse) => void): Promise<string> {
  let asked = 0;
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    asked += 1;
    if (asked > 1) answer(await text(request), response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (value: object) => (_: string, response: ServerResponse) => {
  response.setHeader('content-type', 'application/x-amz-json-1.0').end(JSON.stringify(value));
};

test('gives up what was asked of DynamoDB over a lost connection, and asks again', async () => {
  const endpoint = await silentAtFirst(json({}));
  const members = createMembers(openDynamoTable(createDynamoClient({ region, endpoint, credentials }), 't'));
  expect(await members.ofLogin('lan')).toBeUndefined();
});

test('gives up what was asked of S3 over a lost connection, and asks again', async () => {
  const endpoint = await silentAtFirst((_, response) => void response.writeHead(404).end());
  const store = createS3Store({ client: createS3Client({ region, endpoint, credentials }), bucket: 'b' });
  await expect(store.head('drafts/x/y')).rejects.toMatchObject({ code: 'not-found' });
}, 30_000);

test('gives up what was sent to SQS and Step Functions over a lost connection, and sends it again', async () => {
  const env = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
  Object.assign(process.env, env);
  const issues = createIssueQueue({
    region,
    queueUrl: 'https://sqs.ap-southeast-1.amazonaws.com/1/q',
    endpoint: await silentAtFirst(json({ Successful: [], Failed: [] })),
  });
  const pdf = createPdfQueue({
    region,
    queueUrl: 'https://sqs.ap-southeast-1.amazonaws.com/1/q',
    endpoint: await silentAtFirst((body, response) => {
      const { MessageBody } = JSON.parse(body) as { readonly MessageBody: string };
      json({ MessageId: 'm', MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') })(body, response);
    }),
  });
  const fanOuts = createFanOutEngine({
    region,
    stateMachineArn: `arn:aws:states:${region}:000000000000:stateMachine:fan-out`,
    endpoint: await silentAtFirst(json({ executionArn: 'e', startDate: 1 })),
  });
  await Promise.all([
    issues.sendIssues([{ organ: 'o', docId: 'd' }]),
    pdf.askForPdf({ organ: 'o', docId: 'd', fileId: 'f' }),
    fanOuts.startFanOut('o', 'r'),
  ]);
}, 30_000);
