import type { PageConfig } from '../page/page-config.ts';
import type { CognitoSessionOptions } from './cognito-sessions.ts';

/** The page in AWS: where it stands, what it is told, and what its sessions ask the pool with. */
export interface CognitoPage extends Pick<CognitoSessionOptions, 'domainUrl' | 'clientId' | 'redirectUri'> {
  readonly origin: string;
  readonly config: PageConfig;
}

/** Derives the page's settings from its origin and the address of the pool's managed login. */
export function cognitoPage({
  pageOrigin,
  signInUrl,
  clientId,
  isTold,
}: {
  readonly pageOrigin: string;
  readonly signInUrl: string;
  readonly clientId: string;
  /** People are told by mail of what waits. */
  readonly isTold: boolean;
}): CognitoPage {
  const redirectUri = `${pageOrigin}/`;
  return {
    origin: pageOrigin,
    domainUrl: signInUrl,
    clientId,
    redirectUri,
    config: {
      signIn: 'code',
      isSample: false,
      isTold,
      authorizeUrl: `${signInUrl}/oauth2/authorize`,
      logoutUrl: `${signInUrl}/logout`,
      clientId,
      redirectUri,
      scope: 'openid',
    },
  };
}
