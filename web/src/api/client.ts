import createClient from 'openapi-fetch';
import { XLSX } from '#base/content-types.ts';
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

/** The API, typed by its contract. Use `answer` on what it gives. */
export const api = createClient<paths>({ baseUrl: '/api', fetch: send });

/** An answer, and the ETag that the next change has to name. */
export interface Answer<Data> {
  readonly data: Data;
  readonly etag: string;
}

/** Unwraps the server's answer. Throws `Problem` with its sentences. */
export async function answer<Data>(
  request: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Answer<Data>> {
  const { data, error, response } = await request;
  if (data === undefined || !response.ok) throw toProblem(response.status, error);
  return { data, etag: response.headers.get('etag') ?? '' };
}

/** A file of the API, under the name the server gives it. Throws `Problem`. */
export async function fetchFile(
  path: string,
  method: 'GET' | 'POST' = 'GET',
): Promise<{ readonly blob: Blob; readonly name: string }> {
  const response = await send(new Request(`/api${path}`, { method }));
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
  const named = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { blob: await response.blob(), name: named ? decodeURIComponent(named) : (plain ?? 'tep') };
}

/** Hands a file of the API to the browser's downloads. Throws `Problem`. */
export async function download(path: string, method: 'GET' | 'POST' = 'GET'): Promise<void> {
  const { blob, name } = await fetchFile(path, method);
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Sends a PDF as it is, for the version that was seen. Throws `Problem`. */
export async function putPdf(path: string, file: Blob, etag: string): Promise<void> {
  const headers = { 'Content-Type': 'application/pdf', 'If-Match': etag };
  const response = await send(new Request(`/api${path}`, { method: 'PUT', headers, body: file }));
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
}

/** Sends an .xlsx as it is, under a precondition of its own. Throws `Problem`. */
export async function putXlsx(path: string, file: Blob, precondition: Readonly<Record<string, string>>): Promise<void> {
  const headers = { 'Content-Type': XLSX, ...precondition };
  const response = await send(new Request(`/api${path}`, { method: 'PUT', headers, body: file }));
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
}

/** Sends a list of căn cứ of Excel and reads what came of it. Throws `Problem`. */
export async function postWorkbook(file: Blob): Promise<components['schemas']['BasesTaken']> {
  const response = await send(
    new Request('/api/bases/list', { method: 'POST', headers: { 'Content-Type': XLSX }, body: file }),
  );
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
  const body: components['schemas']['BasesTaken'] = await response.json();
  return body;
}

/** Sends bytes where an upload said: to this server with the session's token, to a store without it. Throws `Problem`. */
export async function putUploaded(
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const request = new Request(url.startsWith('/') ? `/api${url}` : url, {
    method: 'PUT',
    headers: { ...headers },
    body: bytes,
  });
  const response = url.startsWith('/') ? await send(request) : await fetch(request).catch(() => Response.error());
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => null));
}
