import type { RouterRoute } from 'hono/types';
import { type Access, accessOf } from '../http/access.ts';
import { operationIdOf, tagOf } from './contract-names.ts';

/** Operation of the contract, as far as it is completed here. */
interface Operation {
  security?: unknown;
  operationId?: string;
  tags?: readonly string[];
  parameters?: readonly unknown[];
  responses?: Record<string, object>;
}

const DESCRIPTIONS = {
  401: 'Chưa đăng nhập, hoặc phiên đã hết hạn.',
  403: 'Không có quyền làm việc này.',
  404: 'Không có, hoặc không được xem.',
  409: 'Không làm được ở trạng thái hiện tại.',
  412: 'Đã thay đổi từ lần đọc gần nhất (If-Match).',
  422: 'Dữ liệu chưa đúng; mọi lỗi một lần trong “errors”.',
  428: 'Thiếu If-Match.',
} as const;

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } as const;
const ETAG = { ETag: { description: 'Phiên bản, để gửi lại trong If-Match.', schema: { type: 'string' } } } as const;

/**
 * Adds to the operations of a contract what holds for many alike: the statuses they can answer, the header that says what
 * was seen, and the ETag of what they answer.
 */
export function describeAnswers(paths: Readonly<Record<string, object>>, routes: readonly RouterRoute[]): void {
  const declared = declaredAccess(routes);
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      describeOne(method, path, operation, declared.get(`${method} ${path}`));
    }
  }
}

/** Reads the access that routes declare, by the names of the contract. */
function declaredAccess(routes: readonly RouterRoute[]): ReadonlyMap<string, Access> {
  const declared = new Map<string, Access>();
  for (const { method, path, handler } of routes) {
    const access = accessOf(handler);
    if (access) declared.set(`${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`, access);
  }
  return declared;
}

function describeOne(method: string, path: string, operation: Operation, access?: Access): void {
  operation.operationId = operationIdOf(method, path);
  operation.tags = [tagOf(path).name];
  if (access?.who === 'anyone') operation.security = [];
  const precondition = access?.precondition;
  const isSeen = precondition !== undefined;
  if (isSeen) operation.parameters = [...(operation.parameters ?? []), ...seenHeaders(precondition)];
  const responses = operation.responses ?? {};
  const succeeded = Object.entries(responses).filter(([status]) => /^2/.test(status));
  if (access?.answersEtag) {
    for (const [status, response] of succeeded) {
      const headers = 'headers' in response && typeof response.headers === 'object' ? response.headers : {};
      responses[status] = { ...response, headers: { ...headers, ...ETAG } };
    }
  }
  for (const status of statusesOf(method, path, access?.who === 'signed-in', isSeen)) {
    responses[status] ??= { description: DESCRIPTIONS[status], content: PROBLEM };
  }
  operation.responses = responses;
}

function statusesOf(method: string, path: string, isSignedIn: boolean, isSeen: boolean): (keyof typeof DESCRIPTIONS)[] {
  const isChange = method !== 'get';
  return [
    ...(isSignedIn || isChange ? ([401, 422] as const) : []),
    ...(isSignedIn ? ([403] as const) : []),
    ...(path.includes('{') ? ([404] as const) : []),
    ...(isSignedIn && isChange ? ([409] as const) : []),
    ...(isSeen ? ([412, 428] as const) : []),
  ];
}

function seenHeaders(precondition: NonNullable<Access['precondition']>): object[] {
  const header = (field: string, required: boolean, description: string, example: string) => ({
    name: field,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
    example,
  });
  if (precondition === 'document') return [header('If-Match', true, 'ETag của lần đọc gần nhất.', '"v3-r2"')];
  return [
    header('If-Match', false, 'ETag của bản được sửa; bản mới thì gửi If-None-Match.', '"r1"'),
    header('If-None-Match', false, `“*”: ${precondition.orNew}.`, '*'),
  ];
}
