import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createMembers, type Members } from '../../functions/register/members.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import { startTestTable, type TestTable } from '../support/dynoxide.ts';

type Handler = (event: object, context: { awsRequestId: string }) => Promise<{ response: object; userName: string }>;

let table: TestTable;
let outDir: string;
let members: Members;
let handler: Handler;
const context = { awsRequestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef' };

beforeAll(async () => {
  table = await startTestTable();
  members = createMembers({ client: table.client(), tableName: table.tableName });
  outDir = await mkdtemp(join(tmpdir(), 'banhanh-bundle-'));
  await bundleFunctions(outDir);
  const env = {
    AWS_REGION: 'ap-southeast-1',
    TABLE_NAME: table.tableName,
    DYNAMODB_ENDPOINT: table.endpoint,
    POWERTOOLS_SERVICE_NAME: 'pre-token',
    STAGE: 'dev',
    RELEASE: 'test',
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  handler = (await import(pathToFileURL(join(outDir, 'pre-token/index.mjs')).href)).handler;
}, 240_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await table.stop();
  await rm(outDir, { recursive: true, force: true });
});

/** As Cognito sends it at a sign-in with a second factor. */
const signIn = (userName: string, triggerSource = 'TokenGeneration_Authentication') => ({
  version: '2',
  triggerSource,
  region: 'ap-southeast-1',
  userPoolId: 'ap-southeast-1_EXAMPLE01',
  userName,
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: '1example23456789' },
  request: {
    userAttributes: { sub: '7d8ca528-4931-4254-9273-ea5ee853f271', 'cognito:user_status': 'CONFIRMED' },
    groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
    scopes: ['aws.cognito.signin.user.admin'],
  },
  response: { claimsAndScopeOverrideDetails: null },
});

const lan = {
  organ: 'dong-nai',
  staffId: 'vt-01',
  username: 'lan',
  name: 'Nguyễn Thị Lan',
  roles: ['clerk', 'reader'] as ('clerk' | 'reader')[],
  active: true,
  rev: null,
  actor: 'quan-tri',
  at: new Date('2026-03-16T02:00:00Z'),
};

test('an access token says organ, roles and staffId of the member as they stand at that moment', async () => {
  await members.put(lan);
  const first = await handler(signIn('lan'), context);
  expect(first).toMatchObject({ userName: 'lan', version: '2' });
  expect(first.response).toEqual({
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: {
        claimsToAddOrOverride: { organ: 'dong-nai', staffId: 'vt-01', roles: ['clerk', 'reader'] },
      },
    },
  });
  await members.put({ ...lan, roles: ['reader'], rev: 1 });
  const renewed = await handler(signIn('lan', 'TokenGeneration_RefreshTokens'), context);
  expect(JSON.stringify(renewed.response)).toContain('"roles":["reader"]');
});

test('nobody else gets a token, and no log says who asked', async () => {
  const lines: unknown[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => lines.push(chunk) > 0),
  );
  await members.put({ ...lan, username: 'hoa', staffId: 'vt-02' });
  await members.put({ ...lan, username: 'hoa', staffId: 'vt-02', active: false, rev: 1 });
  await expect(handler(signIn('hoa'), context)).rejects.toThrow('không thuộc thành viên đang làm việc');
  await expect(handler(signIn('nguoi-la'), context)).rejects.toThrow('không thuộc thành viên đang làm việc');
  await expect(handler(signIn('LOGIN#lan'), context)).rejects.toThrow();
  for (const spy of spies) spy.mockRestore();
  const printed = lines.join('');
  expect(printed).toContain('sign-in-refused');
  expect(printed).not.toMatch(/hoa|nguoi-la|Lan/);
});

test('a pool that sends the first version of the event, which changes no access token, is told so', async () => {
  await expect(handler({ ...signIn('lan'), version: '1' }, context)).rejects.toThrow();
});

test('no token is made while the table does not answer', async () => {
  table.kill();
  await expect(handler(signIn('lan'), context)).rejects.toThrow('unavailable');
}, 60_000);
