import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's least for scrypt at 32 MB (Password Storage Cheat Sheet): about a third of a second a guess. */
const COST = { N: 32_768, r: 8, p: 3 } as const;
const KEY_BYTES = 32;

/** A password as it is kept: `scrypt$N$r$p$salt$hash`. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Tells whether a password is the kept one. False for what is no such hash. */
export async function verifyPassword(password: string, kept: string): Promise<boolean> {
  const { scheme, cost, salt, expected } = read(kept);
  if (scheme !== 'scrypt' || expected.length !== KEY_BYTES) return false;
  return timingSafeEqual(await derive(password, salt, cost), expected);
}

/** Tells whether a hash was made at another cost than passwords are hashed at now. */
export function isOutdated(kept: string): boolean {
  const { cost } = read(kept);
  return cost.N !== COST.N || cost.r !== COST.r || cost.p !== COST.p;
}

/** Twelve characters that nobody takes for another, in groups: 59 bits. */
export function randomCode(): string {
  const group = () => Array.from({ length: 4 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
  return [group(), group(), group()].join('-');
}

/** Without 0, O, 1, I, L, U. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Cost of a guess: see `crypto.scrypt`. */
export interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

function read(kept: string) {
  const [scheme, N, r, p, salt = '', hash = ''] = kept.split('$');
  const cost: Cost = { N: Number(N), r: Number(r), p: Number(p) };
  return { scheme, cost, salt: Buffer.from(salt, 'base64url'), expected: Buffer.from(hash, 'base64url') };
}

function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((done, failed) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, options, (error, key) => (error ? failed(error) : done(key)));
  });
}
