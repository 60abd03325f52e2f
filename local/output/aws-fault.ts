import { OperatorError } from './operator-error.ts';

/** Meanings of AWS's errors, by their names, for the person at the machine. */
const MEANINGS: readonly [names: RegExp, say: (what: string) => string][] = [
  [
    /^(CredentialsProviderError|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidClientTokenId)$/,
    () =>
      'Chưa có khóa truy cập AWS dùng được: hãy đăng nhập (aws sso login), đặt AWS_PROFILE hoặc khóa của vai trò vận hành.',
  ],
  [
    /^(ExpiredToken|ExpiredTokenException|TokenRefreshRequired|RequestExpired)$/,
    () => 'Phiên đăng nhập AWS đã hết hạn: hãy đăng nhập lại rồi chạy lại lệnh.',
  ],
  [
    /^(AccessDenied|AccessDeniedException|Forbidden|403)$/,
    (what) => `Vai trò AWS đang dùng không được phép đọc ${what}: hãy dùng vai trò vận hành, hoặc xin thêm quyền.`,
  ],
  [
    /^(ResourceNotFoundException|NoSuchBucket|NotFound)$/,
    (what) => `Không có ${what} trong vùng (region) này: hãy xem lại tên và --region.`,
  ],
  [/^PermanentRedirect$/, (what) => `${what} nằm ở vùng (region) khác: hãy sửa --region.`],
  [
    /^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|TimeoutError|NetworkingError)$/,
    (what) => `Không nối được AWS để đọc ${what}: hãy kiểm tra mạng, --region, DYNAMODB_ENDPOINT và S3_ENDPOINT.`,
  ],
];

/** The sentence for an error of AWS, whatever it is wrapped in; the error itself where it is none that is known. */
export function explainAws(error: unknown, what: string): unknown {
  for (let one = error; one instanceof Error; one = one.cause) {
    const code = 'code' in one && typeof one.code === 'string' ? one.code : one.name;
    for (const [names, say] of MEANINGS) {
      if (names.test(one.name) || names.test(code)) return new OperatorError(say(what), { cause: error });
    }
  }
  return error;
}
