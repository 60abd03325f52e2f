import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { someone } from '../api/test-api.ts';
import { ask, must } from './support/ask.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import type { RunningFunction } from './support/run-function.ts';
import { POOL } from './support/user-pool.ts';

const clerk = someone('phuong-binh-long', 'clerk');
const now = () => Math.floor(Date.now() / 1000);
let cloud: TestCloud;
let api: RunningFunction;

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.enrol(clerk);
  api = await cloud.start('api');
});
afterAll(() => cloud.stop());

const profilesBy = (token: string) => ask(api, cloud, null, 'GET', '/profiles', { token });

test('an access token of the pool, for its client, is believed', async () => {
  await must(profilesBy(await cloud.pool.tokenOf(clerk)), 200);
});

const changes: [what: string, change: Record<string, unknown>, header?: { readonly kid: string }][] = [
  ['an id token, which the gateway lets in', { token_use: 'id', aud: POOL.client, client_id: undefined }],
  ['an id token that names the client twice', { token_use: 'id', aud: POOL.client }],
  ['a token of another client of the pool', { client_id: '9otherclient' }],
  ['a token that names no client', { client_id: undefined }],
  ['a token of another pool', { iss: `https://cognito-idp.${POOL.region}.amazonaws.com/ap-southeast-1_Other` }],
  ['an expired token', { iat: now() - 7200, exp: now() - 3600 }],
  ['a token without expiry', { exp: undefined }],
  ['a token that the trigger did not write into', { staffId: undefined, organ: undefined, roles: undefined }],
  ['a token with a role that there is not', { roles: ['root'] }],
  ['a token with roles as text', { roles: 'clerk' }],
  ['a token signed by a key that the pool does not show', {}, { kid: 'other' }],
];

test.each(changes)('%s is not', async (_, change, header) => {
  const refused = await must(profilesBy(await cloud.pool.tokenOf(clerk, change, header)), 401);
  expect(refused.body.code).toBe('token-invalid');
  expect(refused.headers['www-authenticate']).toContain('invalid_token');
});

test('a token without signature, or signed by somebody else under the key’s name, is not', async () => {
  const good = await cloud.pool.tokenOf(clerk);
  const [header = '', payload = ''] = good.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload;
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { readonly kid: string };
  await must(profilesBy(new UnsecuredJWT(claims).encode()), 401);
  const { privateKey } = await generateKeyPair('RS256');
  const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
  await must(profilesBy(forged), 401);
  const secret = new TextEncoder().encode(await (await fetch(cloud.pool.jwksUrl)).text());
  await must(profilesBy(await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(secret)), 401);
});

test('a sound token of who is no member, or one no more, is not', async () => {
  await must(profilesBy(await cloud.pool.tokenOf({ ...clerk, staffId: 'nguoi-la' })), 401);
});
