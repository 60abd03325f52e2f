import type { CodeProvider } from './page-config.ts';

/** State kept between leaving for the provider's page and coming back, in this tab alone. */
interface Left {
  readonly state: string;
  readonly verifier: string;
  readonly isShared: boolean;
  /** Address where the person was: path and query. */
  readonly returnTo: string;
}

/** Somebody who comes back from the provider's page: with a code to exchange, or with the provider's refusal. */
export type CameBack =
  | {
      readonly kind: 'code';
      readonly code: string;
      readonly verifier: string;
      readonly isShared: boolean;
      readonly returnTo: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

const KEY = 'banhanh-sign-in';

/**
 * Notes what the way back needs and gives the address of the provider's page (RFC 6749, 4.1; RFC 7636, S256). Wants a secure context, as
 * every provider does of an address to return to.
 */
export async function leaveForCode(
  provider: CodeProvider,
  { isShared, returnTo }: Pick<Left, 'isShared' | 'returnTo'>,
  kept: Storage = sessionStorage,
): Promise<string> {
  const [state, verifier] = [randomWord(), randomWord()];
  kept.setItem(KEY, JSON.stringify({ state, verifier, isShared, returnTo } satisfies Left));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: provider.redirectUri,
    scope: provider.scope,
    state,
    code_challenge: word(new Uint8Array(hash)),
    code_challenge_method: 'S256',
  });
  return `${provider.authorizeUrl}?${query}`;
}

/** Reads the query that the provider sent somebody back with; null where nobody comes from there. What was kept is used once. */
export function cameBack(search: string, kept: Storage = sessionStorage): CameBack | null {
  const query = new URLSearchParams(search);
  const [state, code, error] = ['state', 'code', 'error'].map((name) => query.get(name));
  if (!state || (!code && !error)) return null;
  const left = readLeft(kept);
  kept.removeItem(KEY);
  // Another's state: somebody was sent here with a code of their own.
  if (left?.state !== state) return { kind: 'refused', reason: 'lần đăng nhập này không bắt đầu từ trang này' };
  if (!code) return { kind: 'refused', reason: query.get('error_description') ?? error ?? '' };
  const { verifier, isShared, returnTo } = left;
  return { kind: 'code', code, verifier, isShared, returnTo };
}

/** Address that ends the provider's own session, so that the next person is asked who they are. */
export function logoutAddress({ logoutUrl, clientId, redirectUri }: CodeProvider): string {
  return `${logoutUrl}?${new URLSearchParams({ client_id: clientId, logout_uri: redirectUri })}`;
}

function readLeft(kept: Storage): Left | null {
  const left: Left | null = JSON.parse(kept.getItem(KEY) ?? 'null');
  return left;
}

/** 256 random bits. */
const randomWord = (): string => word(crypto.getRandomValues(new Uint8Array(32)));

function word(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
