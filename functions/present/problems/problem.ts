import { DispatchError } from '#dispatch/dispatch-error.ts';
import { formatMoment } from '#document/dates.ts';
import type { ProfileDifference } from '#document/frozen-document.ts';
import { RegisterError } from '#register/model/register-error.ts';
import { StoreError, type StoreErrorCode } from '#store/store-error.ts';
import { type PublicFinding, UseCaseError } from '#usecases/use-case-error.ts';
import { HttpError } from './http-error.ts';
import { PROBLEMS } from './problem-texts.ts';
import type { ProblemCode } from './texts/problem-text.ts';

/** A problem as RFC 9457 has it, with our code, every finding, and what a changed profile changed. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: (typeof PROBLEMS)[ProblemCode]['status'];
  readonly detail: string;
  readonly code: ProblemCode;
  readonly errors: readonly PublicFinding[];
  readonly differences?: readonly ProfileDifference[];
  /** `urn:banhanh:error:…`, the id by which the log tells of it; on status 500 alone. */
  readonly instance?: string;
}

const STORE_PROBLEMS: Readonly<Record<StoreErrorCode, ProblemCode>> = {
  'not-found': 'file-lost',
  'integrity-mismatch': 'file-damaged',
  unavailable: 'unavailable',
  'already-exists': 'stored-file-differs',
  'bad-key': 'internal',
  'bad-metadata': 'internal',
};

/** Makes the problem of an error; never shows the message of an error or a library. */
export function toProblem(error: unknown): Problem {
  const { code, params, findings, differences } = classify(error);
  const { status, title, detail } = PROBLEMS[code];
  return {
    type: `urn:banhanh:problem:${code}`,
    title,
    status,
    detail: detail(withShownDays(params)),
    code,
    errors: findings ?? [],
    ...(differences && differences.length > 0 && { differences }),
  };
}

/** Seconds until a requested copy may be there. */
const PDF_SECONDS = 15;

/** Seconds until the heavy work that waits may be done. */
const OVERLOADED_SECONDS = 5;

/** Seconds after which repeating makes sense, where it does. */
export function retryAfterSeconds(error: unknown): number | undefined {
  const { code, params } = classify(error);
  if (code === 'pdf-not-ready') return PDF_SECONDS;
  if (code === 'too-many-sign-ins') return Number(params['retryAfterSeconds']);
  if (code === 'overloaded') return OVERLOADED_SECONDS;
  if (code === 'busy' || code === 'unavailable' || code === 'no-space') return Number(params['retryAfterSeconds'] ?? 2);
  return undefined;
}

/** Version and rev that stand where someone acted on what had moved on; undefined for other errors, and where nothing stands. */
export function standingOf(error: unknown): { readonly version?: number; readonly rev: number } | undefined {
  const { code, params } = classify(error);
  const { version, rev } = params;
  if (code !== 'stale' || typeof rev !== 'number' || rev === 0) return undefined;
  return typeof version === 'number' ? { version, rev } : { rev };
}

/** Days and moments as people write them: `24/01/2025`, `08:30 ngày 24/01/2025`. */
function withShownDays(params: Classified['params']): Classified['params'] {
  const shown = (fact: string | number | boolean) => {
    if (typeof fact !== 'string') return fact;
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(fact)) return formatMoment(new Date(fact));
    return fact.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
  };
  return Object.fromEntries(Object.entries(params).map(([name, fact]) => [name, shown(fact)]));
}

/** Codes of a disk that is full, over its quota or read-only. */
const OUT_OF_SPACE: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS']);

function isOutOfSpace(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && OUT_OF_SPACE.has(cause.code);
}

interface Classified {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly findings?: readonly PublicFinding[];
  readonly differences?: readonly ProfileDifference[];
}

function classify(error: unknown): Classified {
  if (error instanceof UseCaseError || error instanceof HttpError || error instanceof RegisterError) return error;
  if (error instanceof StoreError) {
    return { code: isOutOfSpace(error.cause) ? 'no-space' : STORE_PROBLEMS[error.code], params: {} };
  }
  if (error instanceof DispatchError) return { code: 'unavailable', params: {} };
  return { code: 'internal', params: {} };
}
