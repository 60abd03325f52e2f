import type { RegisterErrorCode } from '#register/model/register-error.ts';
import type { UseCaseErrorCode } from '#usecases/use-case-error.ts';
import type { HttpErrorCode } from '../http-error.ts';

/** Parameters of a problem, by name. */
export type Params = Readonly<Record<string, string | number | boolean>>;

/** Text of a problem: status, title, and the detail made of its params. */
export interface ProblemText {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;
  readonly title: string;
  readonly detail: (params: Params) => string;
}

/** Every code that a caller can be answered with. */
export type ProblemCode = UseCaseErrorCode | RegisterErrorCode | HttpErrorCode | 'file-lost' | 'file-damaged';

/** Texts of some codes. */
export type ProblemTexts = Readonly<Partial<Record<ProblemCode, ProblemText>>>;

/** Makes texts of one status and title. */
export const say =
  (status: ProblemText['status'], title: string) =>
  (detail: string | ((params: Params) => string)): ProblemText => ({
    status,
    title,
    detail: typeof detail === 'string' ? () => detail : detail,
  });

/** Makes texts of refused data. */
export const refused = say(422, 'Dữ liệu chưa đúng');
/** Makes texts of acts that the state does not take. */
export const conflict = say(409, 'Không thực hiện được ở trạng thái hiện tại');
/** Makes texts of changes since the caller read. */
export const moved = say(412, 'Văn bản đã thay đổi');
/** Makes texts of missing rights. */
export const forbidden = say(403, 'Không có quyền');
/** Makes texts of things not found. */
export const missing = say(404, 'Không tìm thấy');
/** Makes texts of missing sign-ins. */
export const signIn = say(401, 'Cần đăng nhập');
/** Makes texts of a busy server. */
export const later = say(503, 'Hệ thống đang bận');
/** Makes texts of faults of the system. */
export const alarm = say(500, 'Lỗi hệ thống');

/** Asks the reader to report a fault. */
export const CALL_ADMIN = 'Hãy báo người quản trị hệ thống, kèm mã lỗi.';

/** Gives the word of a key, or the key itself where there is none. */
export function nameIn(names: Readonly<Record<string, string>>, key: unknown): string {
  return Object.entries(names).find(([name]) => name === key)?.[1] ?? String(key);
}

/** Writes a size: `5 MB`, `512 KB`. */
export function megabytes(bytes: unknown): string {
  const size = Number(bytes);
  return size >= 1024 * 1024 ? `${size / 1024 / 1024} MB` : `${size / 1024} KB`;
}
