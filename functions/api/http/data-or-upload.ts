import { requestFinding } from '#present/findings/request-findings.ts';
import { HttpError } from '#present/problems/http-error.ts';
import type { DataOrUpload } from '#usecases/uploads/read-upload.ts';

/** Exactly one of `data` and `uploadId`. Throws `bad-request`. */
export function dataOrUpload(
  body: { readonly data?: unknown; readonly uploadId?: string | undefined },
  draftJson?: Uint8Array,
): DataOrUpload {
  const { data, uploadId } = body;
  if (data !== undefined && uploadId === undefined) return draftJson ? { json: draftJson } : { data };
  if (uploadId !== undefined && data === undefined) return { uploadId };
  throw data === undefined ? missing('“data” hoặc “uploadId”') : unexpected('uploadId');
}

/** Error of a request that has none of several fields. */
export function missing(what: string): HttpError {
  const finding = requestFinding({ code: 'MISSING', pointer: ['data'], params: { what } });
  return new HttpError('bad-request', { findings: [finding] });
}

/** Error of a field that must not stand beside the others. */
export function unexpected(key: string): HttpError {
  const finding = requestFinding({ code: 'UNKNOWN_KEY', pointer: [], params: { key } });
  return new HttpError('bad-request', { findings: [finding] });
}
