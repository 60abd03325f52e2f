import { createMiddleware } from 'hono/factory';
import { HttpError } from './http-error.ts';
import { requestFinding } from './request-findings.ts';

/**
 * Refuses a key `__proto__` anywhere in a JSON body, however it is spelled: a parser makes it a key of its own, and the
 * first copy of the object a prototype. All other keys meet a strict schema.
 */
export const jsonGuard = createMiddleware(async (c, next) => {
  if (/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    const text = await c.req.text();
    // Only escapes and the word itself can spell the key: most bodies are not parsed twice.
    if (/__proto__|\\u00[57]/i.test(text) && hasProtoKey(parse(text))) {
      const finding = requestFinding({ code: 'UNKNOWN_KEY', pointer: [], facts: { key: '__proto__' } });
      throw new HttpError('bad-request', { findings: [finding] });
    }
  }
  await next();
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HttpError('bad-json', { cause });
  }
}

/** Without recursion: nobody has capped the depth yet. */
function hasProtoKey(value: unknown): boolean {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (Object.hasOwn(next, '__proto__')) return true;
    for (const inner of Object.values(next)) open.push(inner);
  }
  return false;
}
