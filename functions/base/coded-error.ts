/** Error with a code and no sentence; `cause` is for operators. */
export abstract class CodedError<Code extends string> extends Error {
  readonly code: Code;

  constructor(code: Code, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** Turns `not-found` into undefined, as a handler of a rejected promise; throws any other error again. */
export function undefinedIfNotFound(error: unknown): undefined {
  if (error instanceof CodedError && error.code === 'not-found') return undefined;
  throw error;
}
