/** Something the person at the machine can put right: its message is a Vietnamese sentence for them. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/** A command line that does not fit: shown with a hint to the help, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The system's code of an error, like `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
