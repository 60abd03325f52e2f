import { UseCaseError, type UseCaseErrorCode, type UseCaseErrorDetails } from '#usecases/use-case-error.ts';

/** An error as it goes from one thread to another: classes do not come through. */
export interface PlainError {
  readonly message: string;
  readonly stack: string;
  /** Set where it is an error of a use case. */
  readonly useCase?: { readonly code: UseCaseErrorCode } & Omit<UseCaseErrorDetails, 'cause'>;
}

/** Makes an error ready for another thread. */
export function toPlainError(error: unknown): PlainError {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  if (!(error instanceof UseCaseError)) return { message, stack };
  const { code, params, findings, differences, cause } = error;
  const why = cause instanceof Error ? `${stack}\n${cause.stack}` : stack;
  return { message, stack: why, useCase: { code, params, findings, differences } };
}

/** The error of another thread as it was thrown there; `cause` has its stack. */
export function fromPlainError({ message, stack, useCase }: PlainError): Error {
  const cause = new Error(message);
  cause.stack = stack;
  if (!useCase) return cause;
  const { code, ...details } = useCase;
  return new UseCaseError(code, { ...details, cause });
}
