import { createMiddleware } from 'hono/factory';
import type { Deps } from '../usecases/deps.ts';
import type { AppEnv } from './app-env.ts';

/** Largest answer that goes through Lambda, whose 6 MB hold it as base64, with its headers. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/**
 * Where the store makes links, an answer that is too large for Lambda is kept under `exports/` for its lifecycle, and the answer
 * is a link to it: a book of many years, a package with a signed file, the drafts of a fan-out.
 */
export function linkLargeAnswers({ store, clock, newId }: Deps) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    const { res } = c;
    if (!store.link || res.status !== 200) return;
    const bytes = new Uint8Array(await res.arrayBuffer());
    if (bytes.length <= MAX_ANSWER_BYTES) {
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
    give(new Response(null, { status: 303, headers: { Location: link } }));

    /** Hono would put the headers of the answer before into the new one. */
    function give(answer: Response): void {
      c.res = undefined;
      c.res = answer;
    }
  });
}
