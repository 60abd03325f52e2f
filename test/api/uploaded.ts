import { createHash } from 'node:crypto';
import { must, type TestApi, type Who } from './test-api.ts';

/** Sends bytes ahead of what will name them: their id. */
export async function uploaded(api: TestApi, who: Who, bytes: Uint8Array, contentType: string): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { body } = await must(api.send(who, 'POST', '/uploads', { size: bytes.length, sha256, contentType }), 201);
  const authorization = `Bearer ${await api.tokenOf(who)}`;
  const sent = { method: 'PUT', headers: { ...body.headers, authorization }, body: Buffer.from(bytes) };
  await must(api.raw(body.url, sent), 204);
  return body.uploadId;
}
