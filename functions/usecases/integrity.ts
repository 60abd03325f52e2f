import { RegisterError, type RegisterErrorCode } from '#register/model/register-error.ts';
import { StoreError, type StoreErrorCode } from '#store/store-error.ts';
import { UseCaseError, type UseCaseErrorCode } from './use-case-error.ts';

const OF_THE_REGISTER: ReadonlySet<RegisterErrorCode> = new Set([
  'broken-item',
  'number-taken',
  'register-behind',
  'register-gone',
]);
const OF_THE_STORE: ReadonlySet<StoreErrorCode> = new Set(['integrity-mismatch', 'not-found']);
const OF_USE_CASES: ReadonlySet<UseCaseErrorCode> = new Set(['stored-file-differs', 'broken-blob', 'broken-profile']);

/** Tells whether an error means a lost or altered file or item: an alarm. */
export function isIntegrityError(error: unknown): boolean {
  if (error instanceof RegisterError) return OF_THE_REGISTER.has(error.code);
  if (error instanceof StoreError) return OF_THE_STORE.has(error.code);
  return error instanceof UseCaseError && OF_USE_CASES.has(error.code);
}
