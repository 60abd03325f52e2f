import type { Context } from 'hono';
import { jsonFault } from '#document/json/json-text.ts';
import { requestFinding } from '#present/findings/request-findings.ts';
import { HttpError } from '#present/problems/http-error.ts';

/** What the validators take for JSON, and more rather than less. */
const JSON_TYPE = /^\s*application\/(?:[^;,]*\+)?json\b/i;

/**
 * Refuses a JSON body that cannot be read, with its place, and what a parser would take in silence: a key twice in one
 * object, and `__proto__` however it is spelled. All other keys meet a strict schema.
 */
export async function checkJson(c: Context): Promise<void> {
  if (!JSON_TYPE.test(c.req.header('content-type') ?? '')) return;
  const text = await c.req.text();
  // Some operations take no body; those that do say themselves that it is not there.
  const fault = text === '' ? undefined : jsonFault(text);
  if (fault?.code === 'proto-key') {
    const finding = requestFinding({ code: 'UNKNOWN_KEY', pointer: [], params: { key: '__proto__' } });
    throw new HttpError('bad-request', { findings: [finding] });
  }
  if (fault) {
    const { line, column, why } = fault;
    throw new HttpError('bad-json', { params: { line, column, why } });
  }
}
