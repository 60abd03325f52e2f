import createClient from 'openapi-fetch';
import { z } from 'zod';
import { XLSX } from '#base/content-types.ts';
import { actingOrgan } from '../state/acting-organ.ts';
import type { components, paths } from './generated/contract.d.ts';
import { offline, toProblem } from './problem.ts';
import { createSession } from './session.ts';
import { browserPorts } from './tabs.ts';

/** The session of this page. */
export const session = createSession(browserPorts());

/** Sends a request with the session's token; one that is refused for its token is sent once more with a new one. */
async function send(request: Request): Promise<Response> {
  const attempt = async (isRefused: boolean): Promise<Response> => {
    const sent = new Request(request.clone());
    sent.headers.set('Authorization', `Bearer ${await session.token(isRefused)}`);
    return fetch(sent).catch(() => {
      throw offline();
    });
  };
  const response = await attempt(false);
  return response.status === 401 ? attempt(true) : response;
}

/** The API for the organ that the address names. */
const BASE = actingOrgan === null ? '/api' : `/api/o/${encodeURIComponent(actingOrgan)}`;

/** The API, typed by its contract. Use `answer` on what it gives. */
export const api = createClient<paths>({ baseUrl: BASE, fetch: send });

/** The API for the person's own organ: their password, and where they belong. */
export const homeApi = createClient<paths>({ baseUrl: '/api', fetch: send });

/** An answer, and the ETag that the next change has to name. */
export interface Answer<Data> {
  readonly data: Data;
  readonly etag: string;
}

/** Unwraps the server's answer. Throws `Problem` with its sentences. */
export async function answer<Data>(
  request: Promise<{ readonly data?: Data; readonly error?: unknown; readonly response: Response }>,
): Promise<Answer<Data>> {
  const { data, error, response } = await request;
  if (data === undefined || !response.ok) throw toProblem(response.status, error);
  return { data, etag: response.headers.get('etag') ?? '' };
}

/**
 * Hands a file of the API to the browser's downloads, under the name the server gives it. Where it stands in a store, the
 * answer is a link to it. Throws `Problem`.
 */
export async function download(path: string, method: 'GET' | 'POST' = 'GET'): Promise<void> {
  const response = await send(new Request(`${BASE}${path}`, { method, headers: { Accept: 'application/json, */*' } }));
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
  const disposition = response.headers.get('content-disposition');
  if (disposition === null) return follow(linkAnswer.parse(await response.json()).url);
  const url = URL.createObjectURL(await response.blob());
  follow(url, fileName(disposition));
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const linkAnswer = z.object({ url: z.string() });

function fileName(disposition: string): string {
  const named = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return named ? decodeURIComponent(named) : (/filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? 'tep');
}

function follow(href: string, name = ''): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}

/** Sends a PDF as it is, for the version that was seen. Throws `Problem`. */
export async function putPdf(path: string, file: Blob, etag: string): Promise<void> {
  const headers = { 'Content-Type': 'application/pdf', 'If-Match': etag };
  const response = await send(new Request(`${BASE}${path}`, { method: 'PUT', headers, body: file }));
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
}

/** Sends an .xlsx as it is, under a precondition of its own. Throws `Problem`. */
export async function putXlsx(path: string, file: Blob, precondition: Readonly<Record<string, string>>): Promise<void> {
  const headers = { 'Content-Type': XLSX, ...precondition };
  const response = await send(new Request(`${BASE}${path}`, { method: 'PUT', headers, body: file }));
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
}

/** Sends a list of căn cứ of Excel and reads what came of it. Throws `Problem`. */
export async function postWorkbook(file: Blob): Promise<components['schemas']['BasesTaken']> {
  const response = await send(
    new Request(`${BASE}/bases/list`, { method: 'POST', headers: { 'Content-Type': XLSX }, body: file }),
  );
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
  const body: components['schemas']['BasesTaken'] = await response.json();
  return body;
}

/** Reads the sheets of an .xlsx as texts, for a table of a draft. Throws `Problem`. */
export async function postSheets(file: Blob): Promise<components['schemas']['TextSheets']> {
  const response = await send(
    new Request('/api/sheets', { method: 'POST', headers: { 'Content-Type': XLSX }, body: file }),
  );
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
  const body: components['schemas']['TextSheets'] = await response.json();
  return body;
}

/** Sends bytes where an upload said: to this server with the session's token, to a store without it. Throws `Problem`. */
export async function putUploaded(
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const request = new Request(url.startsWith('/') ? `${BASE}${url}` : url, {
    method: 'PUT',
    headers: { ...headers },
    body: bytes,
  });
  const response = url.startsWith('/') ? await send(request) : await fetch(request).catch(() => Response.error());
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
}
