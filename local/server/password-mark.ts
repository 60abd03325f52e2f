import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import type { Authenticate } from '#api/sign-in/verify-token.ts';
import { HttpError } from '#present/problems/http-error.ts';
import type { User } from '../target/users-file.ts';

/** Claim of a token that names the password it was given for. */
export const PASSWORD_CLAIM = 'password';

/** Mark of a password: another one ends all sessions and tokens of a person. */
export function passwordMark({ password = '' }: Pick<User, 'password'>): string {
  return createHash('sha256').update(password).digest('base64url').slice(0, 22);
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
