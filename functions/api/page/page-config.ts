/** Proof of identity: a password to us, or a code of a provider's sign-in page (RFC 6749, RFC 7636). */
export type SignInWay =
  | { readonly signIn: 'password' }
  | {
      readonly signIn: 'code';
      /** The provider's page, to be opened with `code_challenge` and `state`. */
      readonly authorizeUrl: string;
      /** The provider's page that ends its own session. */
      readonly logoutUrl: string;
      readonly clientId: string;
      readonly redirectUri: string;
      readonly scope: string;
    };

/** Configuration that the page reads before sign-in, at `/config.json`. */
export type PageConfig = SignInWay & {
  /** Sample offices: every page says so. */
  readonly isSample: boolean;
  /** People with an address are told by mail of what waits; false: nobody is, and the page says so. */
  readonly isTold: boolean;
  /** Nobody is in the directory yet: the first admin claims one of these organs by the printed code; none: they declare theirs. */
  readonly firstAdmin?: readonly ClaimableOrgan[];
};

/** An organ that its first admin may claim. */
export interface ClaimableOrgan {
  readonly organ: string;
  readonly name: string;
}
