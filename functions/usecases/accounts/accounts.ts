import type { Actor } from '../actor.ts';

/** Person by organ and id, or by sign-in name in whatever case. */
export type PersonRef = Pick<Actor, 'organ' | 'staffId'> | { readonly username: string };

/** Password that an admin hands over: it only sets another, until a moment. */
export interface OneTimePassword {
  readonly oneTimePassword: string;
  readonly validUntil: Date;
}

/** The first admin of a directory without people. */
export interface FirstAdmin {
  readonly code: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
  /** May be absent where the directory has one organ. */
  readonly organ?: string | undefined;
}

/** Passwords of people, where we keep them: on one machine. In AWS they are Cognito's. */
export interface Accounts {
  /** False where the password they have is another. Throws `password-refused`. */
  change(person: PersonRef, password: string, next: string): Promise<boolean>;
  /** Ends what they had. Throws `not-found` for who is no active member. */
  reset(person: Pick<Actor, 'organ' | 'staffId'>): Promise<OneTimePassword>;
  /** Throws `claim-refused`, `no-such-organ`, `password-refused`, `reserved-id`. */
  claim(first: FirstAdmin): Promise<Pick<Actor, 'organ' | 'staffId'>>;
}
