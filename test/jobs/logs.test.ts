import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeError } from '#telemetry/describe-error.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { example, office } from '../api/test-api.ts';
import { CITY } from '../support/desk.ts';
import { ask, must } from './support/ask.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import { damage } from './support/damage.ts';
import { httpEvent, sqsEvent } from './support/events.ts';
import { numbered } from './support/numbered.ts';
import type { RunningFunction } from './support/run-function.ts';

const WARD = 'phuong-binh-long';
const { drafter, signer, clerk } = office(WARD);
const SUBJECT = 'Bí mật riêng của một người';
let cloud: TestCloud;
let api: RunningFunction;
let token: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  api = await cloud.start('api');
  await cloud.enrol(clerk);
  token = await cloud.pool.tokenOf(clerk);
});
afterAll(() => cloud.stop());

/** Takes a plan to issued, then damages its file and asks for it: what can be met on the way, met. */
async function throughAll(): Promise<string> {
  const data = { ...(await example('ke-hoach-phuong-2026')), subject: SUBJECT };
  const created = await must(ask(api, cloud, drafter, 'POST', '/documents', { json: { data } }), 201);
  const path = created.headers['location']!;
  const seen = ({ headers }: { readonly headers: Record<string, string> }) => ({
    headers: { 'if-match': headers['etag'] ?? '' },
  });
  const submitted = await must(ask(api, cloud, drafter, 'POST', `${path}/submit`, seen(created)), 200);
  const approved = await must(ask(api, cloud, signer, 'POST', `${path}/approve`, seen(submitted)), 200);
  const headers = { ...seen(approved).headers, 'content-type': 'application/json' };
  const body = JSON.stringify({ signatureConfirmed: true });
  const issued = await must(ask(api, cloud, clerk, 'POST', `${path}/issue`, { body, headers }), 200);
  return issued.body.files[0].href;
}

describe('the log of the API', () => {
  test('is JSON, bears the ids of the gateway and of Lambda, and names what failed by the id that the caller has', async () => {
    const href = await throughAll();
    await damage(cloud.dirs.issued, href.slice(1).replace('/files', ''));
    const event = httpEvent('GET', href, { token });
    const answer = await api.invoke(event);
    expect(answer.statusCode).toBe(500);
    const { instance } = JSON.parse(answer.body) as { readonly instance: string };
    const line = api.logs().find(({ message }) => message === 'request-failed');
    expect(line).toMatchObject({
      level: 'ERROR',
      service: 'api',
      stage: 'dev',
      release: 'test',
      correlation_id: event.requestContext.requestId,
      function_request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      code: 'file-damaged',
      method: 'GET',
      route: '/issued',
      errorId: instance.replace('urn:banhanh:error:', ''),
    });
    expect(JSON.stringify(line?.['failure'])).toContain('functions/store/');
    expect(api.metrics()['IntegrityMismatch']).toEqual([1]);
  });

  test('holds no words of a document, no name, no token and no link', async () => {
    const data = { ...(await example('ke-hoach-phuong-2026')), subject: SUBJECT, unknownKey: SUBJECT };
    await must(ask(api, cloud, drafter, 'POST', '/documents', { json: { data } }), 422);
    await ask(api, cloud, drafter, 'POST', '/documents', {
      body: `{"data": "${SUBJECT}`,
      headers: { 'content-type': 'application/json' },
    });
    await ask(api, cloud, clerk, 'GET', `/find?number=${encodeURIComponent(SUBJECT)}`);
    await ask(api, cloud, null, 'GET', '/profiles', { token: `${token}x` });
    const written = api.written();
    expect(written).not.toBe('');
    const names = ['Nguyễn', 'Trần', SUBJECT, 'Kế hoạch', drafter.staffId, signer.staffId, clerk.staffId];
    for (const name of [...names, token, token.split('.')[1]!, 'Bearer', 'X-Amz-Signature']) {
      expect(written).not.toContain(name);
    }
  });

  test('tells of every request how it was answered, by its method and its kind alone', async () => {
    const event = httpEvent('GET', '/find?number=35/KH-UBND', { token });
    await api.invoke(event);
    const line = api.logs().find(({ correlation_id: id }) => id === event.requestContext.requestId);
    expect(line).toMatchObject({ level: 'INFO', message: 'request', method: 'GET', route: '/find', status: 200 });
    expect(JSON.stringify(line)).not.toContain('UBND');
  });
});

test('a job that fails hands the runtime nothing but a code and an id, and logs where it failed', async () => {
  const job = await cloud.start('fan-out-units');
  const event = { organ: CITY, runId: 'khong-co-dot-nay', note: SUBJECT };
  await expect(job.invoke(event)).rejects.toMatchObject({
    name: 'InvocationFailed',
    message: expect.stringMatching(/^not-found, [0-9a-f-]{36}$/),
  });
  expect(job.written()).not.toContain(SUBJECT);
  expect(job.logs()[0]).toMatchObject({
    message: 'invocation-failed',
    failure: { name: 'RegisterError', code: 'not-found' },
  });
});

test('a message that is not ours leaves nothing of it in the log', async () => {
  const job = await cloud.start('finish-issue');
  const { document } = await numbered(cloud.deps, 'co-trich-yeu', SUBJECT);
  const good = JSON.stringify({ schema: 'issue@1', organ: CITY, docId: document.docId });
  await job.invoke(sqsEvent(SUBJECT, JSON.stringify({ schema: 'issue@1', organ: SUBJECT, docId: SUBJECT }), good));
  expect(job.written()).toContain('issue-finished');
  expect(job.written()).not.toContain(SUBJECT);
});

describe('an error in the log', () => {
  test('loses findings, differences, causes’ words and stored items', () => {
    const differences = [{ field: 'signer', was: SUBJECT, now: SUBJECT }];
    const cause = Object.assign(new Error(SUBJECT), { CancellationReasons: [{ Item: { subject: SUBJECT } }] });
    const error = new UseCaseError('profile-changed', {
      params: { organ: SUBJECT, key: 'drafts/a/b' },
      differences,
      cause,
    });
    const described = describeError(error);
    expect(described).toMatchObject({
      name: 'UseCaseError',
      code: 'profile-changed',
      facts: { key: 'drafts/a/b' },
      cause: { name: 'Error' },
    });
    expect(described.frames[0]).toContain('logs.test.ts');
    expect(JSON.stringify(described)).not.toContain(SUBJECT);
  });

  test('loses the text that JSON.parse quotes, in its message and in its stack', () => {
    const parse = () => JSON.parse(`${SUBJECT}\n    at x (y:1:1)`);
    const described = describeError(thrownBy(parse));
    expect(described.name).toBe('SyntaxError');
    expect(JSON.stringify(described)).not.toContain(SUBJECT);
  });

  test.each([
    ['what is no error', SUBJECT, { name: 'string', frames: [] }],
    [
      'an error without a stack',
      Object.assign(new Error(SUBJECT), { stack: undefined }),
      { name: 'Error', frames: [] },
    ],
    ['an error that is its own cause', ownCause(), { name: 'Error' }],
  ])('is described even for %s', (_, error, expected) => {
    const described = describeError(error);
    expect(described).toMatchObject(expected);
    expect(JSON.stringify(described)).not.toContain(SUBJECT);
  });

  test('keeps the words of the language and of AWS, and the id of the request', () => {
    expect(describeError(new TypeError('x is not a function')).message).toBe('x is not a function');
    const metadata = { $metadata: { requestId: 'REQ1' } };
    const aws = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' }, metadata);
    expect(describeError(aws)).toMatchObject({ message: 'Rate exceeded', awsRequestId: 'REQ1' });
  });
});

function ownCause(): Error {
  const error = new Error(SUBJECT);
  return Object.assign(error, { cause: error });
}

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
