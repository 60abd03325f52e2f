import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** The cookie of a session: renewal and sign-out alone read it. `isSecure`: the page is served over TLS. */
export function sessionCookie(isSecure: boolean) {
  const name = isSecure ? '__Host-banhanh-session' : 'banhanh-session';
  const options = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'Strict' } as const;
  return {
    read: (c: Context) => getCookie(c, name),
    write: (c: Context, token: string, seconds: number | null) =>
      setCookie(c, name, token, { ...options, ...(seconds !== null && { maxAge: seconds }) }),
    clear: (c: Context) => deleteCookie(c, name, options),
  };
}
