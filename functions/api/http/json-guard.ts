import type { Context } from 'hono';
import { type JsonFault, jsonFault } from '#document/json/json-text.ts';
import { requestFinding } from '#present/findings/request-findings.ts';
import { HttpError } from '#present/problems/http-error.ts';
import { isSmall } from '#usecases/heavy/heavy-work.ts';
import type { ReadBody } from '#usecases/heavy/read-body-task.ts';
import type { AppEnv } from './app-env.ts';

/** Content types that the validators take for JSON, and more rather than less. */
const JSON_TYPE = /^\s*application\/(?:[^;,]*\+)?json\b/i;

/**
 * Refuses a JSON body that cannot be read, with its place, and what a parser would take in silence: a key twice in one
 * object, and `__proto__` however it is spelled. All other keys meet a strict schema. A large body is read in a thread, and the
 * draft of a route that takes one (`isDraft`) stays bytes: `c.var.draftJson`.
 */
export async function checkJson<Env extends AppEnv>(c: Context<Env>, isDraft: boolean): Promise<void> {
  if (!JSON_TYPE.test(c.req.header('content-type') ?? '')) return;
  const bytes = await c.req.arrayBuffer();
  const { heavy, actor } = c.var;
  if (!heavy || isSmall(bytes.byteLength)) {
    const text = await c.req.text();
    // Some operations take no body; those that do say themselves that it is not there.
    refuse(text === '' ? undefined : jsonFault(text));
    return;
  }
  // What a thread is given is gone here, and the body is still needed where it is not taken apart.
  const read = await heavy(actor?.organ ?? '', 'read-body', async () => ({
    bytes: new Uint8Array(bytes.slice()),
    isDraft,
  }));
  refuse(read.fault);
  takeDraft(c, read);
}

function takeDraft<Env extends AppEnv>(c: Context<Env>, { envelope, draft }: ReadBody): void {
  if (envelope === undefined || draft === undefined) return;
  const { url, method, raw } = c.req;
  c.req.raw = new Request(url, { method, headers: raw.headers, body: envelope });
  c.req.bodyCache = {};
  c.set('draftJson', draft);
}

function refuse(fault: JsonFault | undefined): void {
  if (fault?.code === 'proto-key') {
    const finding = requestFinding({ code: 'UNKNOWN_KEY', pointer: [], params: { key: '__proto__' } });
    throw new HttpError('bad-request', { findings: [finding] });
  }
  if (fault) {
    const { line, column, why } = fault;
    throw new HttpError('bad-json', { params: { line, column, why } });
  }
}
