import type { Role } from '#usecases/actor.ts';

/** Signed-in person, as the page shows them. */
export interface SessionPerson {
  readonly staffId: string;
  readonly name: string;
  readonly organ: string;
  readonly roles: readonly Role[];
}

/** A session that was opened or renewed. */
export interface OpenSession {
  /** For requests; at most ten minutes old. */
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  /** For renewal alone; goes into the cookie. */
  readonly refreshToken: string;
  /** Null: the cookie ends with the browser. */
  readonly cookieSeconds: number | null;
  readonly isShared: boolean;
  readonly person: SessionPerson;
}

/** Proof of identity: a password, or a code of the provider with its verifier (RFC 7636). */
export type Proof =
  | { readonly username: string; readonly password: string }
  | { readonly code: string; readonly verifier: string };

/** Sessions of people in a browser: of the local users, or of a user pool. */
export interface Sessions {
  /** Null where the proof is wrong. `isShared`: a machine that several people use. */
  open(proof: Proof, isShared: boolean): Promise<OpenSession | null>;
  /** Null where the session is over. */
  renew(refreshToken: string): Promise<OpenSession | null>;
  /** Ends it; a token that is over already is no error. */
  close(refreshToken: string): Promise<void>;
}
