import { jsonFault, NOT_UTF8 } from '#document/json/json-text.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Parses JSON that a person uploaded, as strictly as a body. Throws `upload-not-json` with its line and column. */
export function parseSent(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const fault = jsonFault(text);
  if (!fault) return JSON.parse(text);
  const { line, column, why } = fault;
  throw new UseCaseError('upload-not-json', { params: { line, column, why } });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UseCaseError('upload-not-json', { params: NOT_UTF8, cause });
  }
}
