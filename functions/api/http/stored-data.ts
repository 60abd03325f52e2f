import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { isSmall } from '#usecases/heavy/heavy-work.ts';
import type { AppEnv } from './app-env.ts';

/** Start of an answer whose data is still to come. */
const WITHOUT_DATA = '{"data":null';

/** Parses stored JSON for the `data` of an answer; large JSON is null there, and {@link withStoredData} writes it. */
export function dataOfAnswer(c: Context<AppEnv>, json: Uint8Array | undefined): unknown {
  if (json && isSmall(json.byteLength)) return JSON.parse(new TextDecoder().decode(json));
  if (json) c.set('storedData', json);
  return null;
}

/** Writes stored JSON into an answer that begins with its data, unparsed: a large draft holds nobody. */
export const withStoredData = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const { storedData } = c.var;
  if (!storedData || c.res.status !== 200) return;
  const text = await c.res.text();
  if (!text.startsWith(WITHOUT_DATA)) throw new Error('an answer with stored data begins with it');
  const rest = text.slice(WITHOUT_DATA.length);
  const answer = new Response(Buffer.concat([Buffer.from('{"data":'), storedData, Buffer.from(rest)]), c.res);
  // Hono would put the headers of the answer before into the new one.
  c.res = undefined;
  c.res = answer;
});
