import { homeApi } from './client.ts';
import { offline, toProblem } from './problem.ts';

/** Form that claims a directory without people. */
export interface FirstAdminForm {
  readonly code: string;
  readonly organ: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

/** Changes the own password; every session ends. Throws `Problem`. */
export async function changePassword(password: string, newPassword: string): Promise<void> {
  const { error, response } = await homeApi.POST('/account/password', { body: { password, newPassword } });
  if (!response.ok) throw toProblem(response.status, error);
}

/** Sets a password by name and the one that was handed over. Throws `Problem`. */
export function setPassword(username: string, password: string, newPassword: string): Promise<void> {
  return post('/api/auth/password', { username, password, newPassword });
}

/** Makes somebody the first admin, by the code that the server printed. Throws `Problem`. */
export function claimFirstAdmin(form: FirstAdminForm): Promise<void> {
  return post('/api/auth/first-admin', form);
}

/** Nobody is signed in yet: the request bears no token. */
async function post(path: string, body: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw offline();
  });
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
}
