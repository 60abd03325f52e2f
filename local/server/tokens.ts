import { readFile } from 'node:fs/promises';
import {
  type CryptoKey,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { type Authenticate, createAuthenticate } from '#api/sign-in/verify-token.ts';
import { isMissing, writeWhole } from '#base/node/files.ts';
import { HttpError } from '#present/problems/http-error.ts';
import { OperatorError } from '../output/operator-error.ts';
import type { User } from '../target/users-file.ts';
import { PASSWORD_CLAIM, passwordMark } from '../users/password-mark.ts';

const ISSUER = 'banhanh-local';
const AUDIENCE = 'banhanh';
const ALGORITHM = 'EdDSA';

/** Seconds that a sign-in lasts: a working day. */
export const TOKEN_SECONDS = 8 * 60 * 60;

/** Signs and checks the tokens of one data directory. */
export interface LocalTokens {
  /** `seconds`: how long it holds; a working day if absent. */
  sign(user: Pick<User, 'username' | 'staffId' | 'organ' | 'roles' | 'password'>, seconds?: number): Promise<string>;
  readonly authenticate: Authenticate;
  /** Signs claims for another audience than the API, up to a second since 1970. */
  signFor(audience: string, claims: JWTPayload, expiresAtSeconds: number): Promise<string>;
  readonly publicKey: CryptoKey;
  /** Claims that `jwtVerify` has to insist on. */
  readonly verifying: { readonly issuer: string; readonly algorithms: string[] };
}

/** Opens the directory's signing key; it is made once, and only its owner can read it. */
export async function openTokens(keyPath: string, now: () => Date): Promise<LocalTokens> {
  const { privateKey, key } = await readKeys(keyPath);
  const nowSeconds = () => Math.floor(now().getTime() / 1000);
  const signFor: LocalTokens['signFor'] = (audience, payload, expiresAtSeconds) =>
    new SignJWT(payload)
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt(nowSeconds())
      .setExpirationTime(expiresAtSeconds)
      .sign(privateKey);
  const sign: LocalTokens['sign'] = ({ username, staffId, organ, roles, ...secret }, seconds = TOKEN_SECONDS) => {
    const claims = { sub: username, staffId, organ, roles, [PASSWORD_CLAIM]: passwordMark(secret) };
    return signFor(AUDIENCE, claims, nowSeconds() + seconds);
  };
  const authenticate = createAuthenticate({ issuer: ISSUER, audience: AUDIENCE, algorithm: ALGORITHM, key, now });
  return { sign, authenticate, signFor, publicKey: key, verifying: { issuer: ISSUER, algorithms: [ALGORITHM] } };
}

async function readKeys(path: string): Promise<{ readonly privateKey: CryptoKey; readonly key: CryptoKey }> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return makeKey(path);
    throw error;
  });
  try {
    const { d, ...publicJwk }: JWK = JSON.parse(text);
    if (d === undefined) throw new TypeError('no private key');
    const privateKey = await importJWK({ ...publicJwk, d }, ALGORITHM);
    const key = await importJWK(publicJwk, ALGORITHM);
    if (privateKey instanceof Uint8Array || key instanceof Uint8Array) throw new TypeError('no key of a pair');
    return { privateKey, key };
  } catch (cause) {
    throw new OperatorError(
      `Khóa đăng nhập hỏng: ${path}; hãy xóa tệp ấy rồi chạy lại (khóa mới được tạo, mọi người đăng nhập lại).`,
      { cause },
    );
  }
}

async function makeKey(path: string): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const text = `${JSON.stringify(await exportJWK(privateKey))}\n`;
  await writeWhole(path, text, 0o600);
  return text;
}

/** Checks that a token was given for the password that its person has now. Throws `token-invalid`. */
export function ofStandingPassword(authenticate: Authenticate, users: () => Promise<readonly User[]>): Authenticate {
  return async (token) => {
    const actor = await authenticate(token);
    const user = (await users()).find(({ organ, staffId }) => organ === actor.organ && staffId === actor.staffId);
    if (!user || decodeJwt(token)[PASSWORD_CLAIM] !== passwordMark(user)) throw new HttpError('token-invalid');
    return actor;
  };
}
