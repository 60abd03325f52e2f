import type { ImportError } from '#exchange/older-book/import-error.ts';
import { UseCaseError } from '../use-case-error.ts';

/** The error of a list that cannot be read as a whole. */
export function listUnreadable(cause: ImportError): UseCaseError {
  return new UseCaseError('list-unreadable', { params: { fault: cause.code }, cause });
}
