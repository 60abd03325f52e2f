import type { WriterFault } from './writer-messages.ts';

/** SQLite's primary result codes that we tell apart, by the lowest byte of `errcode`. */
const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
const SQLITE_FULL = 13;

/** The register file is not to be written: it is older than its mark, or no longer the file that was opened. */
export class RegisterFault extends Error {
  override readonly name = 'RegisterFault';
  readonly code: 'BEHIND' | 'GONE';

  constructor(code: 'BEHIND' | 'GONE', message: string) {
    super(message);
    this.code = code;
  }
}

/** Classifies an error of the database or the disk for the caller. */
export function faultOf(error: unknown): WriterFault {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError || error instanceof TypeError) return { kind: 'refused', message };
  const primary = errorCodeOf(error) & 0xff;
  if (primary === SQLITE_BUSY || primary === SQLITE_LOCKED) return { kind: 'busy', message };
  const code = primary === SQLITE_FULL ? 'ENOSPC' : systemCode(error);
  return { kind: 'failed', message, ...(code !== undefined && { code }) };
}

/** SQLite's extended result code of an error; 0 where it is another's. */
export function errorCodeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0;
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
