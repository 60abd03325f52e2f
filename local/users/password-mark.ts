import { createHash } from 'node:crypto';
import type { User } from '../target/users-file.ts';

/** Claim of a token that names the password it was given for. */
export const PASSWORD_CLAIM = 'password';

/** Mark of a password: another one ends all sessions and tokens of a person. */
export function passwordMark({ password = '' }: Pick<User, 'password'>): string {
  return createHash('sha256').update(password).digest('base64url').slice(0, 22);
}
