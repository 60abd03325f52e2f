import { createSecretKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { openTestApi, someone, type TestApi } from '../test-api.ts';

let api: TestApi;
const who = someone('dong-nai', 'clerk');
const now = () => Math.floor(Date.now() / 1000);
const claims = () => ({
  iss: 'banhanh-local',
  aud: 'banhanh',
  sub: 'van-thu',
  iat: now(),
  exp: now() + 600,
  staffId: who.staffId,
  organ: who.organ,
  roles: [...who.roles],
});

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
});
afterAll(() => api.close());

const ask = (token: string) => api.raw('/profiles', { headers: { authorization: `Bearer ${token}` } });

async function ownKey() {
  return JSON.parse(await readFile(dataPaths(api.dir).tokenKey, 'utf8'));
}

async function signed(payload: object): Promise<string> {
  return new SignJWT(payload as JWTPayload)
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(await importJWK(await ownKey(), 'EdDSA'));
}

test('lets a token of the issuer through', async () => {
  expect((await ask(await signed(claims()))).status).toBe(200);
});

const forged: [string, () => Promise<string>][] = [
  ['without a signature (alg none)', async () => new UnsecuredJWT(claims()).encode()],
  [
    'signed with another key',
    async () => {
      const { privateKey } = await generateKeyPair('EdDSA');
      return new SignJWT(claims()).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
    },
  ],
  [
    'signed with the public key as a shared secret (HS256)',
    async () => {
      const { d: _, ...publicJwk } = await ownKey();
      const secret = createSecretKey(Buffer.from(JSON.stringify(publicJwk)));
      return new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    },
  ],
  [
    'signed by another algorithm, with its key in the header',
    async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256');
      const jwk = await exportJWK(publicKey);
      return new SignJWT(claims()).setProtectedHeader({ alg: 'ES256', jwk }).sign(privateKey);
    },
  ],
  ['that has expired', () => signed({ ...claims(), exp: now() - 60 })],
  ['that never expires', () => signed({ ...claims(), exp: undefined })],
  ['of another issuer', () => signed({ ...claims(), iss: 'https://example.com' })],
  ['for another audience', () => signed({ ...claims(), aud: 'something-else' })],
  ['without an organ', () => signed({ ...claims(), organ: undefined })],
  ['with a role that does not exist', () => signed({ ...claims(), roles: ['root'] })],
  ['with an organ that is no id', () => signed({ ...claims(), organ: 'a#R#2026' })],
  ['that was changed by one character', async () => (await signed(claims())).replace(/^(.{80})./, '$1_')],
];

test.each(forged)('refuses a token %s', async (_name, token) => {
  const reply = await ask(await token());
  expect(reply.status).toBe(401);
  expect(reply.body).toMatchObject({ code: 'token-invalid', errors: [] });
  expect(reply.headers.get('www-authenticate')).toContain('invalid_token');
});

test.each(['', 'Basic abc', 'Bearer', 'Bearer a b'])(
  'asks to sign in where the header is %j',
  async (authorization) => {
    const reply = await api.raw('/profiles', { headers: { authorization } });
    expect(reply.body.code).toBe('unauthenticated');
  },
);

test('keeps the signing key from everyone but its owner', async () => {
  const { mode } = await import('node:fs/promises').then(({ stat }) => stat(dataPaths(api.dir).tokenKey));
  expect(mode & 0o777).toBe(0o600);
});
