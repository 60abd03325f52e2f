/** Proof of identity: a password to the server, or a code of a provider's sign-in page. */
export type PageConfig = {
  readonly isSample: boolean;
  readonly isTold: boolean;
  readonly firstAdmin?: readonly ClaimableOrgan[];
} & ({ readonly signIn: 'password' } | ({ readonly signIn: 'code' } & CodeProvider));

/** An organ that its first admin may claim, while nobody is there. */
export interface ClaimableOrgan {
  readonly organ: string;
  readonly name: string;
}

/** A provider's addresses, and what it knows this page by. */
export interface CodeProvider {
  readonly authorizeUrl: string;
  readonly logoutUrl: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
}

/** Reads what the server tells the page before anyone signs in. A server that is away is asked for a password later. */
export async function readConfig(): Promise<PageConfig> {
  try {
    const response = await fetch('/config.json');
    const config: PageConfig = await response.json();
    return config;
  } catch {
    return { signIn: 'password', isSample: false, isTold: true };
  }
}
