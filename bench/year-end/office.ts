import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '#api/http/route.ts';
import type { Document } from '#document/document-types.ts';

/** One answered request, with how often it was told to come again. */
export interface Asked {
  readonly kind: string;
  readonly ms: number;
  readonly tries: number;
}

/** Client of one office over HTTP, which reports every request to `onAsked`. Throws when one is refused for good. */
export interface Office {
  /** From data to issue by three people, and a download. Answers the year and the number. */
  issueOne(
    document: Document,
    subject: string,
  ): Promise<{ readonly year: number; readonly codeNumber: number; readonly symbol: string }>;
  /** One of the looks that fill a day. */
  look(): Promise<void>;
}

/** Longest that a person of ours keeps trying. */
const PATIENCE_MS = 120_000;

/** Opens an office at an API whose tokens are `<organ>.<role>.x`. */
export function openOffice(api: App, organ: string, onAsked: (asked: Asked) => void): Office {
  let last = 1;
  const ask = async (kind: string, role: string, method: string, path: string, body?: unknown, etag?: string) => {
    const startedMs = performance.now();
    for (let tries = 1; ; tries++) {
      const response = await api.request(path, {
        method,
        headers: {
          authorization: `Bearer ${organ}.${role}.x`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(etag !== undefined && { 'if-match': etag }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const bytes = await response.arrayBuffer();
      const ms = performance.now() - startedMs;
      if (response.ok) {
        onAsked({ kind, ms, tries });
        return { etag: response.headers.get('etag') ?? '', text: () => new TextDecoder().decode(bytes) };
      }
      const mayComeAgain = response.status === 503 && ms < PATIENCE_MS;
      if (!mayComeAgain) throw new Error(`${method} ${path}: ${response.status} ${new TextDecoder().decode(bytes)}`);
      const seconds = Number(response.headers.get('retry-after') ?? 1);
      await sleep(seconds * 1000 * (1 + Math.random()));
    }
  };
  return {
    issueOne: async (document, subject) => {
      const docId = randomUUID();
      const path = `/documents/${docId}`;
      const data = { ...document, organ, subject };
      const draft = await ask('create', 'drafter', 'POST', '/documents', { docId, data });
      await ask('preview', 'drafter', 'GET', `${path}/preview`);
      const saved = await ask('save', 'drafter', 'PUT', path, { data }, draft.etag);
      const submitted = await ask('submit', 'drafter', 'POST', `${path}/submit`, undefined, saved.etag);
      await ask('read draft', 'signer', 'GET', path);
      const approved = await ask('approve', 'signer', 'POST', `${path}/approve`, undefined, submitted.etag);
      const issued = await ask('issue', 'clerk', 'POST', `${path}/issue`, { signatureConfirmed: true }, approved.etag);
      const { document: made, files } = JSON.parse(issued.text());
      await ask('download', 'clerk', 'GET', `/issued/${organ}/${docId}/files/${files[0].fileId}`);
      last = made.codeNumber;
      return { year: Number(made.issuedDate.slice(0, 4)), codeNumber: made.codeNumber, symbol: made.symbol };
    },
    look: async () => {
      const which = Math.floor(Math.random() * 4);
      if (which === 0) await ask('find', 'reader', 'GET', `/find?number=${last}/KH-UBND`);
      else if (which === 1) await ask('list drafts', 'drafter', 'GET', '/documents?state=draft');
      else if (which === 2) await ask('latest issued', 'reader', 'GET', '/search?limit=20');
      else await ask('search words', 'reader', 'GET', '/search?text=cai%20cach');
    },
  };
}
