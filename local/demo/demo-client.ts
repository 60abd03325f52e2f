import { z } from 'zod';
import { documentResponse, numberedDocumentResponse } from '#present/responses/document-response.ts';
import { numberAnswerResponse } from '#present/responses/search-response.ts';

const problem = z.object({ code: z.string(), detail: z.string(), errors: z.array(z.object({ message: z.string() })) });

/** An answer: its status, its ETag, its body. */
export interface Answered {
  readonly status: number;
  readonly etag: string;
  readonly headers: Headers;
  json(): unknown;
  readonly bytes: Uint8Array;
}

/** Someone who is signed in over HTTP. */
export class DemoPerson {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** A request that may be refused. `etag`: the version that was seen; null: nothing is there yet. */
  async ask(method: string, path: string, body?: unknown, etag?: string | null): Promise<Answered> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(typeof etag === 'string' && { 'if-match': etag }),
        ...(etag === null && { 'if-none-match': '*' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {
      status: response.status,
      etag: response.headers.get('etag') ?? '',
      headers: response.headers,
      json: () => JSON.parse(new TextDecoder().decode(bytes)),
      bytes,
    };
  }

  /** A request that has to succeed. Throws with what the server says. */
  async send(method: string, path: string, body?: unknown, etag?: string | null): Promise<Answered> {
    const answered = await this.ask(method, path, body, etag);
    if (answered.status < 300) return answered;
    const { code, detail, errors } = problem.parse(answered.json());
    throw new Error([`${method} ${path}: ${detail} [${code}]`, ...errors.map(({ message }) => message)].join('\n  '));
  }

  /** Finds by number. */
  async find(number: string): Promise<z.infer<typeof numberAnswerResponse>> {
    const answered = await this.send('GET', `/find?${new URLSearchParams({ number })}`);
    return numberAnswerResponse.parse(answered.json());
  }
}

/** Signs in over HTTP. */
export async function signIn(url: string, username: string, password: string): Promise<DemoPerson> {
  const response = await fetch(`${url}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!response.ok) throw new Error(`Đăng nhập ${username}: mã ${response.status}`);
  return new DemoPerson(url, z.object({ access_token: z.string() }).parse(await response.json()).access_token);
}

/** The document of an answer to a change. */
export function documentOf(answered: Answered): z.infer<typeof documentResponse> {
  return documentResponse.parse(answered.json());
}

/** The numbered document of an answer. */
export function foundOf(answered: Answered): z.infer<typeof numberedDocumentResponse> {
  return numberedDocumentResponse.parse(answered.json());
}
