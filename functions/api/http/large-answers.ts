import { createMiddleware } from 'hono/factory';
import type { Deps } from '#usecases/deps.ts';
import type { AppEnv } from './app-env.ts';

/** Largest answer that goes through Lambda, whose 6 MB hold it as base64, with its headers. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** Largest answer of a Lambda in bytes, short of what its headers may need. */
const MAX_CARRIED_BYTES = 6 * 1024 * 1024 - 64 * 1024;

/** Stores an answer too large for Lambda under `exports/` and answers a link to it, where the store makes links. */
export function linkLargeAnswers({ store, clock, newId }: Deps) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    const { res } = c;
    const isSignedIn = 'actor' in c.var;
    if (!isSignedIn || !store.link || res.status !== 200) return;
    const bytes = new Uint8Array(await res.arrayBuffer());
    if (fits(bytes, res.headers.get('content-type') ?? '')) {
      give(new Response(bytes, res));
      return;
    }
    const key = `exports/${c.var.actor.organ}/answers/${newId()}`;
    const contentType = res.headers.get('content-type') ?? 'application/octet-stream';
    const { sha256, versionId } = await store.put(key, bytes, { contentType, ifAbsent: true });
    const link = await store.link(key, {
      expectSha256: sha256,
      contentType,
      contentDisposition: res.headers.get('content-disposition') ?? 'attachment',
      at: clock.now(),
      ...(versionId !== undefined && { versionId }),
    });
    // Who saves what is linked to still has to say what was seen.
    const etag = res.headers.get('etag');
    give(new Response(null, { status: 303, headers: { Location: link, ...(etag !== null && { ETag: etag }) } }));

    /** Hono would put the headers of the answer before into the new one. */
    function give(answer: Response): void {
      c.res = undefined;
      c.res = answer;
    }
  });
}

/** Text goes through Lambda as a string in JSON, in which every quote takes two bytes: a long table may come to half as much again. */
function fits(bytes: Uint8Array, contentType: string): boolean {
  if (bytes.length > MAX_ANSWER_BYTES) return false;
  if (bytes.length * 2 <= MAX_CARRIED_BYTES || !/^text\/|[/+](json|xml)/.test(contentType)) return true;
  return Buffer.byteLength(JSON.stringify(new TextDecoder().decode(bytes))) <= MAX_CARRIED_BYTES;
}
