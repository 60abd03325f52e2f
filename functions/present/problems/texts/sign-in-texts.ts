import { conflict, forbidden, type Params, type ProblemTexts, refused, say, signIn } from './problem-text.ts';

/** Problems of signing in, passwords and accounts. */
export const signInTexts = {
  unauthenticated: signIn('Hãy đăng nhập rồi gửi kèm “Authorization: Bearer …”.'),
  'token-invalid': signIn('Phiên đăng nhập không hợp lệ hoặc đã hết hạn; hãy đăng nhập lại.'),
  'wrong-password': signIn('Tên đăng nhập hoặc mật khẩu không đúng.'),
  'session-over': signIn('Phiên làm việc đã kết thúc; hãy đăng nhập lại. Những gì đang nhập vẫn còn trên trang.'),
  'foreign-origin': forbidden('Phiên làm việc chỉ mở được từ chính trang Ban Hành này.'),
  'too-many-sign-ins': say(
    429,
    'Đăng nhập sai quá nhiều lần',
  )(({ retryAfterSeconds }) => `Đã nhập sai mật khẩu quá nhiều lần; hãy thử lại sau ${retryAfterSeconds} giây.`),
  'own-admin': conflict('Bạn không tự bỏ được quyền quản trị của chính mình; hãy nhờ một người quản trị khác.'),
  'bad-member': refused(
    ({ fields }) =>
      `Chưa ghi được người này: ${fields} quá dài hoặc không đúng mẫu (họ tên tối đa 200 ký tự); hãy sửa lại.`,
  ),
  'reserved-id': conflict(({ id }) => `“${id}” là tên riêng của hệ thống trong nhật ký; hãy chọn tên khác.`),
  'password-refused': refused((f) => passwordFault(f)),
  'password-must-change': forbidden(
    'Mật khẩu này chỉ dùng một lần: hãy đặt mật khẩu mới của mình rồi đăng nhập (POST /auth/password).',
  ),
  'own-reset': conflict('Mật khẩu của chính mình thì đổi bằng mật khẩu đang dùng, không đặt lại.'),
  'claim-refused': forbidden(
    'Mã nhận quyền quản trị không đúng, hoặc đã có người dùng; mã in ra khi máy chủ khởi động lúc chưa có ai.',
  ),
  'no-such-organ': refused(({ organ, known }) => `Không có cơ quan “${organ}”; có: ${known}.`),
  'login-taken': conflict(({ username }) => `Tên đăng nhập “${username}” đang thuộc về người khác; hãy chọn tên khác.`),
  'login-fixed': conflict(({ username }) => `Tên đăng nhập “${username}” của người này không đổi được.`),
} satisfies ProblemTexts;

function passwordFault({ why, least }: Params): string {
  switch (why) {
    case 'short':
      return `Mật khẩu phải có ít nhất ${least} ký tự.`;
    case 'name':
      return 'Mật khẩu không được là tên đăng nhập, mã hay họ tên của mình, dù thêm số; hãy chọn mật khẩu khác.';
    case 'common':
      return 'Mật khẩu này rất nhiều người dùng nên dễ bị đoán; hãy chọn mật khẩu khác, ví dụ vài từ ghép lại.';
    default:
      return 'Mật khẩu mới phải khác mật khẩu đang dùng.';
  }
}
