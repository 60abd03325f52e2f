import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { DOCX } from '#base/content-types.ts';
import type { BytesOrUpload } from '#usecases/uploads/read-upload.ts';
import type { AppEnv } from './app-env.ts';
import { uploadedBody } from './request-schemas.ts';

/** A Word file as the body, or the upload that has it. */
export const wordBody = {
  // One of the two has to be there; the library would ask for JSON beside the file.
  required: false,
  content: {
    [DOCX]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) },
    'application/json': { schema: uploadedBody },
  },
} as const;

/** The file itself, or its upload; what is not called a .docx is none, and the use case says so. */
export async function broughtBy(c: Context<AppEnv>, uploadId: string | undefined): Promise<BytesOrUpload> {
  if (uploadId !== undefined) return { uploadId };
  const isWord = (c.req.header('content-type') ?? '').toLowerCase().startsWith(DOCX);
  return { bytes: isWord ? new Uint8Array(await c.req.arrayBuffer()) : new Uint8Array() };
}
