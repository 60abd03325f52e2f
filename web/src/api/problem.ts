/** One thing that is wrong, and where. */
export interface ProblemDetail {
  readonly message: string;
  readonly path?: string;
  /** The way to the field, key by key. */
  readonly pointer?: readonly unknown[];
}

/** Refusal in the server's own sentences (RFC 9457), or that it did not answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly errors: readonly ProblemDetail[];

  constructor(detail: string, status: number, code: string, errors: readonly ProblemDetail[] = []) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** The server cannot be reached; nothing was lost. */
export const offline = (): Problem =>
  new Problem('Không kết nối được máy chủ. Những gì đang nhập vẫn còn trên trang; hãy thử lại sau.', 0, 'offline');

/** Reads the body of an answer that is no success. */
export function toProblem(status: number, body: unknown): Problem {
  const fields = isRecord(body) ? body : {};
  const detail = typeof fields.detail === 'string' ? fields.detail : `Máy chủ trả lời mã ${status}.`;
  const code = typeof fields.code === 'string' ? fields.code : 'unknown';
  const errors = Array.isArray(fields.errors) ? fields.errors.flatMap(toDetail) : [];
  const differences = Array.isArray(fields.differences) ? fields.differences.flatMap(toDifference) : [];
  return new Problem(detail, status, code, [...errors, ...differences]);
}

/** Tells whether what was acted on is no longer what was seen, or no longer at that step: it has to be read again. */
export function hasMoved({ status }: Problem): boolean {
  return status === 409 || status === 412;
}

/** Turns anything thrown into a problem to show. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(error instanceof Error ? error.message : String(error), 0, 'unexpected');
}

function toDetail(one: unknown): ProblemDetail[] {
  // A check tells what it would rather have, too: that is no reason of a refusal.
  if (!isRecord(one) || typeof one.message !== 'string' || one.severity === 'warning') return [];
  const path = typeof one.path === 'string' && { path: one.path };
  return [{ message: one.message, ...path, ...(Array.isArray(one.pointer) && { pointer: one.pointer }) }];
}

/** Reads a value that would be printed otherwise since the office's information changed. */
function toDifference(one: unknown): ProblemDetail[] {
  if (!isRecord(one) || typeof one.field !== 'string') return [];
  return [{ message: `${one.field}: “${String(one.was)}” nay là “${String(one.now)}”` }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
