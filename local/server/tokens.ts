import { readFile, writeFile } from 'node:fs/promises';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { type Authenticate, createAuthenticate } from '#api/sign-in/verify-token.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';
import type { User } from '../place/users-file.ts';

const ISSUER = 'banhanh-local';
const AUDIENCE = 'banhanh';
const ALGORITHM = 'EdDSA';

/** How long a sign-in lasts: a working day. */
export const TOKEN_SECONDS = 8 * 60 * 60;

/** Signs and checks the tokens of one data directory. */
export interface LocalTokens {
  sign(user: Pick<User, 'username' | 'staffId' | 'organ' | 'roles'>): Promise<string>;
  readonly authenticate: Authenticate;
}

/** Opens the directory's signing key; it is made once, and only its owner can read it. */
export async function openTokens(keyPath: string, now: () => Date): Promise<LocalTokens> {
  const { d, ...publicJwk } = await readKey(keyPath);
  const privateKey = await importJWK({ ...publicJwk, ...(d !== undefined && { d }) }, ALGORITHM);
  const key = await importJWK(publicJwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new OperatorError(`Khóa đăng nhập hỏng: ${keyPath}`);
  const sign: LocalTokens['sign'] = ({ username, staffId, organ, roles }) => {
    const issuedAt = Math.floor(now().getTime() / 1000);
    return new SignJWT({ staffId, organ, roles })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(username)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + TOKEN_SECONDS)
      .sign(privateKey);
  };
  const authenticate = createAuthenticate({ issuer: ISSUER, audience: AUDIENCE, algorithm: ALGORITHM, key, now });
  return { sign, authenticate };
}

async function readKey(path: string): Promise<JWK> {
  try {
    const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    await writeFile(path, `${JSON.stringify(await exportJWK(privateKey))}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new OperatorError(`Khóa đăng nhập hỏng: ${path}`, { cause });
  }
}
