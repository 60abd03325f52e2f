import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMembers, type Members } from '#register/organs/members.ts';
import { someone } from '../api/test-api.ts';
import { ask, must } from './support/ask.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import type { RunningFunction } from './support/run-function.ts';

let cloud: TestCloud;
let members: Members;
let preToken: RunningFunction;

beforeAll(async () => {
  cloud = await startTestCloud();
  members = createMembers(cloud.table.table());
  preToken = await cloud.start('pre-token');
}, 240_000);
afterAll(() => cloud.stop());

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
  const first = await preToken.invoke(signIn('lan'));
  expect(first).toMatchObject({ userName: 'lan', version: '2' });
  expect(first.response).toEqual({
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: {
        claimsToAddOrOverride: { organ: 'dong-nai', staffId: 'vt-01', roles: ['clerk', 'reader'] },
      },
    },
  });
  await members.put({ ...lan, roles: ['reader'], rev: 1 });
  const renewed = await preToken.invoke(signIn('lan', 'TokenGeneration_RefreshTokens'));
  expect(JSON.stringify(renewed.response)).toContain('"roles":["reader"]');
});

test('nobody else gets a token, and no log says who asked', async () => {
  await members.put({ ...lan, username: 'hoa', staffId: 'vt-02' });
  await members.put({ ...lan, username: 'hoa', staffId: 'vt-02', active: false, rev: 1 });
  await expect(preToken.invoke(signIn('hoa'))).rejects.toThrow('không thuộc thành viên đang làm việc');
  await expect(preToken.invoke(signIn('nguoi-la'))).rejects.toThrow('không thuộc thành viên đang làm việc');
  await expect(preToken.invoke(signIn('LOGIN#lan'))).rejects.toThrow();
  expect(preToken.logs().map(({ message }) => message)).toContain('sign-in-refused');
  expect(preToken.written()).not.toMatch(/hoa|nguoi-la|Lan/);
});

test('a pool that sends the first version of the event, which changes no access token, is told so', async () => {
  await expect(preToken.invoke({ ...signIn('lan'), version: '1' })).rejects.toThrow();
});

test('whom an admin adds over the API signs in with what was given to them, until the admin ends it', async () => {
  const api = await cloud.start('api');
  const admin = someone('phuong-binh-long', 'admin');
  const body = { username: 'hue', name: 'Trần Thị Huế', roles: ['clerk'], active: true };
  const put = (json: object, headers: Record<string, string>) =>
    must(ask(api, cloud, admin, 'PUT', '/members/vt-07', { json, headers }), 200);
  const added = await put(body, { 'if-none-match': '*' });
  const { response } = await preToken.invoke(signIn('hue'));
  const claims = response.claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride;
  expect(claims).toEqual({ organ: 'phuong-binh-long', staffId: 'vt-07', roles: ['clerk'] });
  await must(ask(api, cloud, claims, 'GET', '/book?year=2026&format=xlsx'), 200);
  await must(ask(api, cloud, claims, 'GET', '/members'), 403);
  await put({ ...body, active: false }, { 'if-match': added.headers['etag']! });
  await expect(preToken.invoke(signIn('hue'))).rejects.toThrow('không thuộc thành viên đang làm việc');
});

test('no token is made while the table does not answer', async () => {
  cloud.table.kill();
  await expect(preToken.invoke(signIn('lan'))).rejects.toThrow('unavailable');
}, 60_000);
