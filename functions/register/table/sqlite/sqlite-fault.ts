import type { WriterFault } from './writer-messages.ts';

/** SQLite's primary result codes that we tell apart, by the lowest byte of `errcode`. */
const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;

/** The system's code for faults of the disk and of rights, by SQLite's code, extended or primary: none of them damages a file. */
const SYSTEM_CODES: ReadonlyMap<number, string> = new Map([
  [3, 'EACCES'],
  [SQLITE_BUSY, 'EBUSY'],
  [SQLITE_LOCKED, 'EBUSY'],
  [7, 'ENOMEM'],
  [8, 'EROFS'],
  [13, 'ENOSPC'],
  [14, 'EACCES'],
  // SQLITE_IOERR_WRITE, _FSYNC, _DIR_FSYNC, _TRUNCATE
  [778, 'EIO'],
  [1034, 'EIO'],
  [1290, 'EIO'],
  [1546, 'EIO'],
  // SQLITE_IOERR_SHMOPEN, _SHMSIZE, _SHMMAP
  [4618, 'EACCES'],
  [4874, 'ENOSPC'],
  [5386, 'EIO'],
]);

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
  const isFull = systemCodeOf(error) === 'ENOSPC';
  const code = isFull ? 'ENOSPC' : nodeCode(error);
  return { kind: 'failed', message, ...(code !== undefined && { code }) };
}

/** The system's code of an error of SQLite whose cause is the disk or a right; undefined for damage and any other error. */
export function systemCodeOf(error: unknown): string | undefined {
  const code = errorCodeOf(error);
  return SYSTEM_CODES.get(code) ?? SYSTEM_CODES.get(code & 0xff);
}

/** SQLite's extended result code of an error; 0 where it is another's. */
export function errorCodeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0;
}

function nodeCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
