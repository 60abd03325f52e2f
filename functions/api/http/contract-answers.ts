/** What the contract says of an operation, as far as it is completed here. */
interface Operation {
  security?: unknown;
  parameters?: unknown[];
  responses?: Record<string, object>;
}

/** Changes of a document as it was last read: without If-Match they answer 428, with another one 412. */
const OF_A_SEEN_DOCUMENT: ReadonlySet<string> = new Set([
  'put /documents/{docId}',
  'post /documents/{docId}/submit',
  'post /documents/{docId}/approve',
  'post /documents/{docId}/return',
  'post /documents/{docId}/issue',
  'post /documents/{docId}/withdraw',
  'post /documents/{docId}/void',
  'post /documents/{docId}/correct',
  'put /documents/{docId}/signed',
  'put /documents/{docId}/scan',
  'post /documents/{docId}/superior-changes',
]);
/** What may be new: `If-None-Match: *` stands for If-Match then. */
const SEEN_OR_NEW: Readonly<Record<string, string>> = {
  'put /profiles/{validFrom}': 'hồ sơ mới, chưa có hồ sơ nào từ ngày này',
  'put /members/{staffId}': 'thành viên mới, chưa có mã này',
};
/** Besides those that change what was seen. */
const WITH_ETAG: ReadonlySet<string> = new Set([
  'post /documents',
  'get /documents/{docId}',
  'post /documents/{docId}/copy',
  'get /issued/{organ}/{docId}/files/{fileId}',
]);

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
export function describeAnswers(paths: Readonly<Record<string, object>>): void {
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) describeOne(method, path, operation);
  }
}

function describeOne(method: string, path: string, operation: Operation): void {
  const name = `${method} ${path}`;
  const isSeen = OF_A_SEEN_DOCUMENT.has(name) || name in SEEN_OR_NEW;
  if (isSeen) operation.parameters = [...(operation.parameters ?? []), ...seenHeaders(name)];
  const responses = operation.responses ?? {};
  const succeeded = Object.entries(responses).filter(([status]) => /^2/.test(status));
  if (isSeen || WITH_ETAG.has(name)) {
    for (const [status, response] of succeeded) {
      const headers = 'headers' in response && typeof response.headers === 'object' ? response.headers : {};
      responses[status] = { ...response, headers: { ...headers, ...ETAG } };
    }
  }
  for (const status of statusesOf(method, path, operation.security !== undefined, isSeen)) {
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

function seenHeaders(name: string): object[] {
  const header = (field: string, required: boolean, description: string, example: string) => ({
    name: field,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
    example,
  });
  const isNew = SEEN_OR_NEW[name];
  if (isNew === undefined) return [header('If-Match', true, 'ETag của lần đọc gần nhất.', '"v3-r2"')];
  return [
    header('If-Match', false, 'ETag của bản được sửa; bản mới thì gửi If-None-Match.', '"r1"'),
    header('If-None-Match', false, `“*”: ${isNew}.`, '*'),
  ];
}
