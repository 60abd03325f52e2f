import { fileFaultText, importFaultText } from '#exchange/older-book/import-texts.ts';
import type { RegisterErrorCode } from '#register/model/register-error.ts';
import { type Act, actSchema, type DocumentState, stateSchema, TRANSITIONS } from '#register/model/states.ts';
import { type Role, role } from '#usecases/actor.ts';
import { type Action, actionOf, PERMISSIONS } from '#usecases/permissions.ts';
import type { UseCaseErrorCode } from '#usecases/use-case-error.ts';
import { ACT_NAMES, ACTION_NAMES, ROLE_NAMES, STATE_NAMES, STEP_NAMES } from '../labels/labels.ts';
import { readErrorSentence } from '../reading/read-problem-texts.ts';
import type { HttpErrorCode } from './http-error.ts';

type Params = Readonly<Record<string, string | number | boolean>>;

/** Text of a problem: status, title, and the detail made of its params. */
export interface ProblemText {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;
  readonly title: string;
  readonly detail: (params: Params) => string;
}

/** Every code that a caller can be answered with. */
export type ProblemCode = UseCaseErrorCode | RegisterErrorCode | HttpErrorCode | 'file-lost' | 'file-damaged';

const say =
  (status: ProblemText['status'], title: string) =>
  (detail: string | ((params: Params) => string)): ProblemText => ({
    status,
    title,
    detail: typeof detail === 'string' ? () => detail : detail,
  });

const refused = say(422, 'Dữ liệu chưa đúng');
const conflict = say(409, 'Không thực hiện được ở trạng thái hiện tại');
const moved = say(412, 'Văn bản đã thay đổi');
const forbidden = say(403, 'Không có quyền');
const missing = say(404, 'Không tìm thấy');
const signIn = say(401, 'Cần đăng nhập');
const later = say(503, 'Hệ thống đang bận');
const alarm = say(500, 'Lỗi hệ thống');

const CALL_ADMIN = 'Hãy báo người quản trị hệ thống, kèm mã lỗi.';

/** The one registry: status and Vietnamese sentence of each code. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemText>> = {
  // The request
  'bad-json': say(
    400,
    'Yêu cầu không đọc được',
  )(({ why, line, column }) =>
    why === undefined
      ? 'Nội dung gửi lên không phải JSON hợp lệ, hoặc không có nội dung nào.'
      : `Nội dung gửi lên không phải JSON hợp lệ, dòng ${line}, cột ${column}: ${why}.`,
  ),
  'bad-request': refused('Yêu cầu có trường thiếu, thừa hoặc sai; xem từng lỗi trong “errors”.'),
  'no-route': missing('Không có đường dẫn này; xem danh sách ở /openapi.json.'),
  'method-not-allowed': say(
    405,
    'Phương thức không được dùng',
  )(({ allow }) => `Đường dẫn này chỉ nhận phương thức: ${allow}.`),
  'unsupported-media-type': say(
    415,
    'Kiểu nội dung không nhận',
  )(
    'Đường dẫn này không nhận kiểu nội dung (Content-Type) đó: dữ liệu gửi bằng application/json, tệp gửi bằng đúng kiểu của tệp, như application/pdf.',
  ),
  'too-large': say(
    413,
    'Nội dung quá lớn',
  )(
    ({ maxBytes }) =>
      `Nội dung gửi lên vượt quá ${megabytes(maxBytes)}; hãy tải lên trước bằng POST /uploads, hoặc tách bớt phụ lục.`,
  ),
  'if-match-required': say(
    428,
    'Thiếu If-Match',
  )('Hãy gửi kèm “If-Match” với giá trị ETag của lần đọc văn bản gần nhất, để không ghi đè thay đổi của người khác.'),
  'revision-required': say(
    428,
    'Thiếu If-Match',
  )(
    'Sửa thì gửi kèm “If-Match” với giá trị ETag của lần đọc gần nhất, ví dụ "r1"; tạo mới thì gửi “If-None-Match: *”.',
  ),
  'if-match-invalid': say(
    400,
    'If-Match không đúng',
  )('“If-Match” phải là đúng giá trị ETag mà máy chủ đã trả, ví dụ "v3-r2" của văn bản, "r1" của hồ sơ và thành viên.'),
  'bad-cursor': say(400, 'Trang không có')('Con trỏ trang (cursor) không phải do danh sách này trả về.'),
  internal: alarm(`Có lỗi ngoài dự kiến. ${CALL_ADMIN}`),

  // Who asks
  unauthenticated: signIn('Hãy đăng nhập rồi gửi kèm “Authorization: Bearer …”.'),
  'token-invalid': signIn('Phiên đăng nhập không hợp lệ hoặc đã hết hạn; hãy đăng nhập lại.'),
  'wrong-password': signIn('Tên đăng nhập hoặc mật khẩu không đúng.'),
  'session-over': signIn('Phiên làm việc đã kết thúc; hãy đăng nhập lại. Những gì đang nhập vẫn còn trên trang.'),
  'foreign-origin': forbidden('Phiên làm việc chỉ mở được từ chính trang Ban Hành này.'),
  'too-many-sign-ins': say(
    429,
    'Đăng nhập sai quá nhiều lần',
  )(({ retryAfterSeconds }) => `Đã nhập sai mật khẩu quá nhiều lần; hãy thử lại sau ${retryAfterSeconds} giây.`),
  'role-missing': forbidden((f) => {
    const action = Object.keys(PERMISSIONS).find((name) => name === f['action']);
    const what = Object.entries(ACTION_NAMES).find(([name]) => name === action)?.[1] ?? 'làm việc này';
    const roles = role.options.filter((name) => String(f['roles']).split(', ').includes(name));
    return `Bạn không có quyền ${what}; việc này dành cho: ${roles.map((name) => ROLE_NAMES[name]).join(', ')}.`;
  }),
  'not-drafter': forbidden('Chỉ người soạn thảo văn bản này mới được lưu hoặc trình.'),
  'not-a-member': forbidden('Bạn không thuộc cơ quan này, hoặc chưa nhận lời làm việc cho cơ quan này.'),
  'own-home': refused(
    'Người của chính cơ quan mình thêm ở danh sách thành viên, không mời như người của cơ quan khác.',
  ),
  'id-of-member': conflict('Cơ quan đã có thành viên mang mã này; người được mời phải có mã khác ở cơ quan của họ.'),
  'guest-of-another': conflict(
    'Mã này đã mời một người của cơ quan khác; hãy kiểm tra lại mã và cơ quan của người được mời.',
  ),
  'id-of-guest': conflict('Mã này là của người cơ quan khác cùng làm việc ở đây; thành viên mới phải có mã khác.'),
  'no-such-colleague': refused(
    'Người được chọn không còn làm việc ở cơ quan, hoặc không có vai trò cho việc này; hãy chọn người khác.',
  ),
  'not-involved': forbidden('Chỉ người soạn, người kiểm tra và người ký của văn bản này ghi nhận xét vào văn bản.'),
  'no-such-part': refused('Không thấy phần được nhận xét trong văn bản như đang có; hãy mở lại văn bản rồi chọn phần.'),
  'not-remarkable': conflict('Văn bản đã duyệt nên không ghi nhận xét nữa; khi cần sửa, hãy trả lại kèm lý do.'),
  'too-many-notes': conflict(({ limit }) => `Lần trình này đã có ${limit} nhận xét; hãy trả lại người soạn kèm lý do.`),
  'already-opened': conflict('Văn bản đã có người mở nên không rút lại được; hãy nhờ người đang xem xét trả lại.'),
  'unsigned-not-confirmed': refused(
    'Văn thư chỉ trả lại văn bản chưa ký trên giấy; hãy xác nhận chưa ký: “notSigned”: true.',
  ),
  'not-approver': forbidden(({ fullName }) =>
    fullName === ''
      ? 'Văn bản này không do bạn ký; hãy đổi người ký hoặc trả lại người soạn.'
      : `Văn bản này do ${fullName} ký nên chỉ người đó duyệt hoặc trả lại; khi vắng mặt, hãy đổi người ký.`,
  ),
  'no-approver': refused(({ position, fullName, found }) => {
    const who = `chức vụ “${position}”${fullName === '' ? '' : `, họ tên “${fullName}”`}`;
    return Number(found) === 0
      ? `Thông tin cơ quan không có người ký nào mang ${who}; hãy sửa khối chữ ký hoặc bổ sung người ký.`
      : `Thông tin cơ quan có ${found} người ký mang ${who}; hãy ghi rõ họ tên người ký trong văn bản.`;
  }),
  'authorisation-missing': refused(({ until, fullName, day }) =>
    until === ''
      ? `Ký thừa uỷ quyền (TUQ.) phải có văn bản uỷ quyền (Điều 13, khoản 3); hãy ghi số, ngày, thời hạn cho ${fullName} trong thông tin cơ quan.`
      : `Văn bản uỷ quyền của ${fullName} có thời hạn đến ${until}, không dùng được cho ngày ${day} (Điều 13, khoản 3); hãy đổi người ký.`,
  ),
  'bad-sending-day': refused(
    (f) =>
      `Ngày ${f['day']} không dùng được: ngày gửi, ngày nhận không trước ngày văn bản (${f['issuedDate']}), không sau hôm nay.`,
  ),
  'bad-working-days': refused((f) =>
    Number(f['year']) === 0
      ? `Có dòng không đọc được: ${f['rows']}; cột đầu là ngày (02/9/2026), cột sau ghi “nghỉ” hoặc “làm bù”.`
      : `Có ngày không thuộc năm ${f['year']} hoặc ghi hai lần: ${f['rows']}.`,
  ),
  'bad-basis-list': refused((f) =>
    f['rows'] === ''
      ? `Danh sách có nhiều hơn ${f['limit']} dòng; hãy chia ra nhiều tệp.`
      : `Có dòng không đọc được: ${f['rows']}. Mỗi dòng cần loại văn bản, số và ký hiệu (Luật thì bỏ trống), ngày ban hành, cơ quan ban hành, trích yếu.`,
  ),
  'already-sent': conflict(
    'Văn bản đã gửi đi nên số không hủy, không gạch được nữa; hãy thu hồi, thay thế, hoặc sửa đổi, bổ sung (Điều 18).',
  ),
  'sending-unknown': conflict(
    'Văn bản nhập từ sổ cũ, hoặc ban hành trước khi hệ thống ghi việc gửi, nên không rõ đã gửi chưa: số không hủy được.',
  ),
  'already-exported': conflict(
    'Đã xuất gói gửi đi (edXML) của văn bản này nên số không hủy được; hãy thu hồi, thay thế hoặc đính chính.',
  ),
  'void-not-asked': conflict('Chưa ai đề nghị hủy số của văn bản này.'),
  'void-asked': conflict('Văn bản đang chờ hủy số nên chưa gửi được; hãy đồng ý hủy, hoặc thôi hủy rồi gửi.'),
  'own-request': forbidden('Người đề nghị không tự đồng ý hủy số; hãy nhờ người ký hoặc người khác có quyền.'),
  'not-an-amendment': conflict(
    (f) =>
      `Văn bản được chọn không sửa đổi, bổ sung được văn bản này: phải là ${f['typeName']} đã cấp số của chính cơ quan (Điều 18, khoản 3).`,
  ),
  'not-holder': forbidden('Văn bản đang ở bước của người khác; hãy chờ đến lượt, hoặc nhờ người đang giữ chuyển tiếp.'),
  'no-step': conflict('Văn bản đã qua các bước kiểm tra, đang chờ người ký.'),
  'no-step-before': conflict('Văn bản đang ở bước đầu tiên; hãy trả lại người soạn.'),
  'steps-not-passed': conflict('Văn bản chưa qua hết các bước kiểm tra nên chưa duyệt được.'),
  'not-a-predecessor': refused(
    'Không có văn bản này của cơ quan mà cơ quan mình kế thừa; Thông tin cơ quan cũ phải ghi cơ quan mình ở “successor”.',
  ),
  'never-submitted': conflict('Văn bản chưa được trình lần nào nên chưa có Phiếu trình.'),
  'step-holder-missing': refused(
    (f) =>
      `Bước “${nameIn(STEP_NAMES, f['step'])}” chưa có người phụ trách (${f['who'] === '' ? 'văn bản chưa ghi đơn vị soạn thảo' : f['who']}); hãy bổ sung ở cách làm việc của cơ quan.`,
  ),
  'own-draft': forbidden('Người ký không được tự duyệt văn bản do chính mình soạn thảo.'),
  'foreign-organ': refused(
    (f) => `Văn bản ghi cơ quan “${f['organ']}”, còn bạn thuộc cơ quan “${f['own']}”; hãy sửa trường organ.`,
  ),
  'not-the-province': refused(
    (f) =>
      `Kế hoạch này là của ${f['province']}, còn bạn thuộc ${f['own']}. Hiện chỉ văn thư của chính UBND tỉnh, thành phố giao kế hoạch xuống xã, phường, đặc khu thuộc mình; sở, ngành, đoàn thể hãy nhờ UBND tỉnh, thành phố giao, hoặc tạo tệp bằng lệnh “banhanh localise”.`,
  ),
  'bad-outside-day': refused(
    (f) => `Ngày ban hành ngoài hệ thống sau hôm nay (${f['today']}); hãy ghi ngày đã ban hành.`,
  ),
  'already-issued-here': conflict(
    (f) => `Kế hoạch này đã có số ${f['code']} ở đây nên không ghi là ban hành ngoài hệ thống.`,
  ),

  'own-admin': conflict('Bạn không tự bỏ được quyền quản trị của chính mình; hãy nhờ một người quản trị khác.'),
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
  'too-many-drafts': conflict(
    ({ limit }) => `Mỗi người giữ nhiều nhất ${limit} dự thảo; hãy trình hoặc bỏ bớt dự thảo cũ rồi tạo tiếp.`,
  ),
  'too-many-uploads': say(
    429,
    'Tải lên quá nhiều lần',
  )(({ limit }) => `Mỗi người xin tải lên nhiều nhất ${limit} tệp trong 24 giờ; hãy chờ rồi làm tiếp.`),
  'login-taken': conflict(({ username }) => `Tên đăng nhập “${username}” đang thuộc về người khác; hãy chọn tên khác.`),
  'login-fixed': conflict(({ username }) => `Tên đăng nhập “${username}” của người này không đổi được.`),

  // What is asked for
  'not-found': missing('Không có văn bản hoặc tệp này, hoặc bạn không được xem.'),
  'bad-key': missing('Không có văn bản hoặc tệp này, hoặc bạn không được xem.'),
  'no-number-in-query': refused(
    ({ text }) => `Không đọc được số văn bản trong “${text}”; hãy gõ như 35/KH-UBND, 35 kh ubnd hoặc KH 35 2025.`,
  ),

  'no-words-in-query': refused('Không có chữ nào để tìm, chỉ có dấu; hãy gõ từ của trích yếu hoặc tên loại.'),

  'bad-period': refused(
    (f) => `Khoảng ngày từ ${f['from']} đến ${f['to']} không dùng được: ngày đầu không sau ngày cuối, dài nhất 10 năm.`,
  ),
  'no-such-series': refused(({ series, known }) => `Cơ quan không có sổ “${series}”; có: ${known}.`),
  'no-exchange-settings': conflict(
    'Chưa có thiết lập trao đổi (mã định danh cơ quan…); hãy ghi vào “exchange” của hồ sơ cơ quan, hoặc gửi kèm yêu cầu này.',
  ),
  'nothing-to-export': conflict(
    ({ symbol }) => `Văn bản ${symbol} nhập từ sổ cũ không kèm tệp nên không có gì để đóng gói.`,
  ),
  'no-pdf-copy': missing('Tệp này không do hệ thống soạn nên không có bản PDF để đọc; hãy tải chính tệp đó.'),
  'pdf-not-ready': say(
    404,
    'Chưa có bản PDF',
  )('Bản PDF để đọc đang được tạo, thường xong trong một phút; hãy thử lại sau giây lát. Tệp .docx tải được ngay.'),
  'pdf-given-up': missing(
    'Không tạo được bản PDF của tệp này, thường vì bảng có hàng nghìn dòng; hãy tải tệp .docx và lưu thành PDF trên máy của bạn.',
  ),
  'pdf-not-installed': say(
    503,
    'Máy chủ chưa cài LibreOffice',
  )(
    'Máy chủ chưa cài LibreOffice nên không tạo được bản PDF; người quản trị hãy chạy: sudo apt install libreoffice-writer-nogui fonts-liberation2. Tệp .docx vẫn tải được.',
  ),
  'word-unreadable': refused((f) => readErrorSentence(f)),
  'list-unreadable': refused(({ fault, why }) => `Không nhập được danh sách: ${importFaultText(fault) ?? why}.`),
  'returned-unclear': refused(
    'Không thấy nội dung văn bản trong tệp; hãy kiểm tra có đúng tệp của bản thảo này không.',
  ),
  'superior-unclear': refused(({ lacks }) =>
    lacks === 'number'
      ? 'Tệp không ghi số, ký hiệu hoặc ngày ban hành; hãy gửi kèm số và ngày của kế hoạch cấp trên.'
      : lacks === 'file'
        ? 'Dữ liệu kế hoạch cấp trên không đúng dạng đã đọc (TepCapTren@1); hãy đọc lại tệp Word.'
        : 'Không thấy nội dung kế hoạch trong tệp; hãy kiểm tra có đúng tệp kế hoạch của cấp trên không.',
  ),

  'upload-too-large': say(
    413,
    'Nội dung quá lớn',
  )(({ maxBytes }) => `Tệp loại này chỉ nhận đến ${megabytes(maxBytes)}; hãy giảm dung lượng hoặc tách tệp.`),
  'upload-expired': conflict('Đã quá hạn gửi tệp của lần tải lên này; hãy xin lần tải lên mới bằng POST /uploads.'),
  'upload-differs': refused(
    'Tệp gửi lên không đúng kích thước, SHA-256 hoặc loại đã khai; hãy kiểm tra tệp rồi xin lần tải lên mới.',
  ),
  'upload-missing': conflict('Tệp của lần tải lên này chưa được gửi đến; hãy gửi tệp rồi thực hiện lại.'),
  'upload-unsuitable': refused(
    ({ contentType, expected }) => `Tệp tải lên thuộc loại ${contentType}, còn ở đây cần: ${expected}.`,
  ),
  'upload-not-json': say(
    400,
    'Yêu cầu không đọc được',
  )(({ line, column, why }) => `Tệp tải lên không phải JSON hợp lệ, dòng ${line}, cột ${column}: ${why}.`),
  'too-heavy': refused(
    'Tệp hoặc văn bản này cần quá nhiều bộ nhớ hoặc thời gian để xử lý; hãy bỏ bớt nội dung thừa, chia nhỏ phụ lục rồi gửi lại. Không có gì bị thay đổi.',
  ),
  overloaded: later('Máy chủ đang xử lý nhiều văn bản lớn; hãy thử lại sau giây lát. Không có gì bị thay đổi.'),
  'pdf-unsafe': refused(
    (f) =>
      `Tệp PDF này ${pdfHazards(f['hazards'])}, nên không nhận; hãy in lại thành PDF (Microsoft Print to PDF) rồi gửi bản in.`,
  ),
  'file-unsuitable': refused((f) => `Không nhận tệp ${f['fileName']}: ${fileFaultText(f)}.`),

  // The document and its way
  'document-invalid': refused('Dữ liệu văn bản có lỗi; xem từng lỗi trong “errors”.'),
  'profile-invalid': refused('Hồ sơ cơ quan có lỗi; xem từng lỗi trong “errors”.'),
  'profile-overlap': refused(
    ({ validFrom, until }) =>
      `Hồ sơ từ ngày ${validFrom} chồng lên hồ sơ còn hiệu lực đến ngày ${until}; hãy sửa ngày hết hiệu lực.`,
  ),
  'no-series': conflict(
    ({ typeName }) => `Hồ sơ cơ quan chưa có sổ số cho loại ${typeName}; hãy bổ sung vào “series”.`,
  ),
  'no-profile': conflict(
    ({ name, on }) =>
      `${name === undefined ? 'Cơ quan' : name} không có hồ sơ có hiệu lực vào ngày ${on}; hãy bổ sung ở Thông tin cơ quan.`,
  ),
  'already-exists': conflict('Đã có văn bản khác mang mã này; hãy dùng mã khác.'),
  'wrong-state': conflict(wrongState),
  stale: moved('Đã thay đổi từ khi bạn đọc; hãy đọc lại rồi thực hiện trên bản mới.'),
  'content-conflict': moved('Nội dung đã trình không còn là nội dung bạn đã xem; hãy đọc lại.'),
  'signature-not-confirmed': refused(
    'Văn bản giấy chỉ được cấp số sau khi có chữ ký (Điều 15); hãy xác nhận đã có chữ ký: “signatureConfirmed”: true.',
  ),
  'profile-changed': conflict(
    'Hồ sơ cơ quan có hiệu lực hôm nay khác với lúc trình; văn bản đã được trả lại người soạn thảo, xem “differences”.',
  ),
  'basis-after-issue': conflict('Có căn cứ ban hành sau ngày ban hành văn bản này; xem “errors”.'),

  'cannot-replace': conflict(
    'Văn bản được chọn không thay thế được: phải là văn bản cùng loại, đang có hiệu lực, của chính cơ quan.',
  ),
  'not-a-correction': conflict(
    'Văn bản được chọn không phải công văn đã ban hành của cơ quan; đính chính bằng công văn (Điều 18, khoản 3).',
  ),
  'number-usable': conflict('Tệp của số này tạo được, văn bản vừa được ban hành; số không bị hủy.'),
  'no-data': conflict('Văn bản này nhập từ sổ giấy, không có dữ liệu để sao chép.'),
  'not-a-pdf': refused(
    'Tệp gửi lên không phải một tệp PDF nguyên vẹn; hãy gửi PDF với “Content-Type: application/pdf”.',
  ),
  'signed-already': conflict('Văn bản đã có tệp đã ký; tệp này chỉ thêm một lần.'),

  'has-file': conflict('Tệp quét chỉ thêm một lần, cho văn bản nhập từ sổ cũ chưa có tệp; văn bản này không phải vậy.'),

  // The number
  'series-recorded': conflict(
    (f) =>
      `Sổ ${f['series']} năm ${f['year']} lấy số ở hệ thống khác, không cấp số ở đây; hãy lấy số ở hệ thống ấy rồi bấm “Ghi số đã cấp”.`,
  ),
  'series-own': conflict(
    (f) => `Sổ ${f['series']} năm ${f['year']} do hệ thống này cấp số, không ghi số từ nơi khác; hãy bấm “Cấp số”.`,
  ),
  'day-out-of-order': refused(
    (f) =>
      `Ngày ${f['issuedDate']} không theo thứ tự số: văn bản ${f['symbol']} có ngày ${f['day']} (Điều 15). Hãy xem lại số và ngày đã được cấp.`,
  ),
  'not-replaceable': conflict(
    'Chỉ thay được tệp do văn thư thêm vào (bản đã ký, bản quét, tệp kèm theo) và chưa bị thay; bản có số do hệ thống tạo thì không.',
  ),
  'not-recorded': conflict(
    'Số này do hệ thống cấp, không phải số ghi lại, nên không gạch; muốn bỏ số hãy dùng “Hủy số”.',
  ),
  'before-series': refused(
    (f) =>
      `Ngày ${f['issuedDate']} trước ngày đầu của sổ ${f['series']} (${f['startsOn']}); hãy xem lại số và ngày đã được cấp.`,
  ),
  'before-approval': refused(
    (f) =>
      `Ngày ${f['issuedDate']} trước ngày duyệt (${f['approved']}), mà số cấp sau khi ký (Điều 15, khoản 2); hãy ghi ngày từ hôm duyệt đến hôm nay.`,
  ),
  'symbol-elsewhere': conflict(
    ({ notation, other, series }) =>
      `Ký hiệu ${notation} trong năm nay đã lấy số của sổ ${other}; cấp thêm ở sổ ${series} thì một số, ký hiệu có thể có hai văn bản (Điều 15). Hãy trả lại văn bản và chọn sổ ${other}, hoặc đổi ký hiệu.`,
  ),
  'series-closed': conflict(({ series, year }) => `Sổ ${series} năm ${year} đã khóa, không cấp số nữa.`),
  'year-not-over': conflict(({ year }) => `Năm ${year} chưa hết; chỉ khóa sổ của năm đã qua.`),
  unfinished: conflict(
    ({ symbol }) => `Số ${symbol} của năm này chưa hoàn tất tệp; hãy hoàn tất hoặc hủy số rồi khóa sổ.`,
  ),
  'series-started': conflict(({ broughtIn, start }) =>
    broughtIn === undefined
      ? `Sổ bắt đầu từ số ${start} và đã cấp số; số bắt đầu chỉ đổi được trước khi cấp số đầu tiên.`
      : `Sổ đã nhập văn bản cũ đến số ${broughtIn}; số bắt đầu phải lớn hơn số này.`,
  ),
  'start-of-future-year': refused(
    ({ year }) => `Sổ năm ${year} phải bắt đầu từ số 01 vào ngày 01/01/${year} (Điều 15); chỉ đặt số khác cho năm nay.`,
  ),
  'clock-wrong': say(
    503,
    'Đồng hồ máy chủ sai',
  )(({ today, lastIssuedOn }) => `Đồng hồ máy chủ sai: hôm nay là ${today}, mà sổ đã có văn bản ngày ${lastIssuedOn}.`),
  busy: later('Nhiều người đang lấy số cùng lúc; chưa có số nào được cấp, hãy thử lại sau giây lát.'),
  unavailable: later('Cơ sở dữ liệu hoặc kho tệp chưa trả lời; hãy thử lại, làm lại không sợ trùng số.'),
  'no-space': say(
    503,
    'Hết chỗ trên máy chủ',
  )('Hết chỗ trên máy chủ, hoặc ổ đĩa không ghi được: hãy báo người quản trị. Không mất gì; có chỗ là làm tiếp được.'),
  'duplicate-number': conflict(
    ({ symbol }) => `Số này đã có trong sổ${symbol ? `: ${symbol}` : ''}; không nhập trùng.`,
  ),
  'number-blank': conflict(
    ({ symbol, kind }) =>
      `Sổ cũ ghi số ${symbol} ${kind === 'cancelled' ? 'bị hủy' : 'bỏ trống'}; nếu số ấy có văn bản, hãy bỏ ghi chú ấy trước (banhanh correct ${symbol} --not-blank).`,
  ),
  'clock-jumped': conflict(
    (f) =>
      `Giờ của máy chủ nhảy từ ${f['from']} sang ${f['to']}, nên chưa cấp số nào. Hãy báo người quản trị xem lại giờ của máy, rồi chạy banhanh clock accept.`,
  ),
  'date-differs': conflict(
    (f) =>
      `Ngày đã xác nhận là ${f['date']}, còn hôm nay theo máy chủ là ${f['today']}: số và ngày lấy theo thứ tự thời gian, không cấp số lùi ngày (Điều 15, khoản 1). Hãy xem lại ngày; nếu giờ của máy chủ sai, hãy báo người quản trị.`,
  ),
  'series-in-doubt': conflict(
    ({ series, year, since }) =>
      `Sổ “${series}” năm ${year} vừa phục hồi từ bản sao lưu lúc ${since}; những số cấp sau lúc ấy có thể đã mất, nên chưa cấp số nào. Hãy đối chiếu văn bản đã ban hành rồi báo người quản trị ghi số cuối (banhanh series confirm).`,
  ),
  'last-number-below': conflict(
    ({ last }) => `Sổ đã cấp đến số ${last}; số cuối không thể nhỏ hơn. Hãy ghi số cuối từ ${last} trở lên.`,
  ),
  'number-not-below-start': conflict(
    ({ start }) => `Chỉ nhập được số nhỏ hơn số bắt đầu của sổ (${start}); số từ đó trở đi do hệ thống cấp.`,
  ),
  'bad-date': refused(({ issuedDate, year }) =>
    String(issuedDate).includes(String(year))
      ? `Ngày ban hành ${issuedDate} chưa đến; chỉ nhập văn bản đã ban hành, ngày không sau hôm nay.`
      : `Ngày ban hành ${issuedDate} không thuộc năm ${year}; hãy sửa lại.`,
  ),

  // What must not happen
  'render-failed': alarm(`Không tạo được tệp văn bản; chưa có số nào bị dùng. ${CALL_ADMIN}`),
  'number-taken': alarm(`Số kế tiếp đã có người dùng: sổ bị hỏng. ${CALL_ADMIN}`),
  'register-behind': alarm(`Sổ cũ hơn những số đã cấp nên không cấp số nữa. ${CALL_ADMIN}`),
  'register-gone': alarm(`Tệp sổ trên máy chủ đã bị xóa hoặc thay; không ghi gì thêm. ${CALL_ADMIN}`),
  'files-differ': alarm(`Văn bản đã ban hành với tệp khác. ${CALL_ADMIN}`),
  'pdf-failed': alarm(`Không tạo được bản PDF của tệp này; tệp .docx vẫn tải được. ${CALL_ADMIN}`),
  'stored-file-differs': alarm(`Kho tệp đã có một tệp khác ở chỗ của văn bản này. ${CALL_ADMIN}`),
  'file-lost': alarm(`Tệp của văn bản không còn trong kho. ${CALL_ADMIN}`),
  'file-damaged': alarm(`Tệp trong kho đã bị thay đổi nên không được phát ra. ${CALL_ADMIN}`),
  'broken-blob': alarm(`Dữ liệu lưu của văn bản không đọc được. ${CALL_ADMIN}`),
  'broken-profile': alarm(`Hồ sơ cơ quan đã lưu không đọc được. ${CALL_ADMIN}`),
  'broken-item': alarm(`Một bản ghi trong sổ không đọc được. ${CALL_ADMIN}`),
};

/** Says which acts the state would take: those of the one who asks, and those of others with who they are. */
function wrongState(params: Params): string {
  const state = nameIn(STATE_NAMES, params['state']);
  const own = String(params['roles'] ?? '').split(', ');
  const standing = stateSchema.options.find((one) => one === params['state']);
  const takes = actsOf(standing).map(({ act, action }) => {
    const roles: readonly Role[] = PERMISSIONS[action];
    return { name: ACT_NAMES[act], roles };
  });
  const mine = takes.filter(({ roles }) => roles.some((one) => own.includes(one)));
  const theirs = takes.filter((one) => !mine.includes(one));
  const named = ({ name, roles }: (typeof takes)[number]) =>
    `${name} (${roles.map((one) => ROLE_NAMES[one]).join(', ')})`;
  const parts = [
    ...(mine.length > 0 ? [`bạn chỉ có thể ${mine.map(({ name }) => name).join(' hoặc ')}`] : []),
    ...(theirs.length > 0 ? [`người khác có thể ${theirs.map(named).join(' hoặc ')}`] : []),
  ];
  const then = parts.length > 0 ? parts.join('; ') : 'không làm gì thêm được';
  return `Văn bản đang ở trạng thái “${state}” nên không thể ${nameIn(ACT_NAMES, params['act'])}; ở trạng thái này ${then}.`;
}

/** Acts on numbers of another system: a document of a series of our own has none of them. */
const OF_OTHER_SYSTEM: readonly string[] = ['record', 'strike'];

/** The acts of people that a state takes, each with its action. */
function actsOf(state: DocumentState | undefined): { act: Act | 'save'; action: Action }[] {
  if (state === undefined) return [];
  const from = (act: Act | 'save'): readonly DocumentState[] => (act === 'save' ? ['draft'] : TRANSITIONS[act].from);
  return (['save', ...actSchema.options] as const).flatMap((act) => {
    const action = actionOf(act, state);
    const isOurs = !OF_OTHER_SYSTEM.includes(act);
    return action !== undefined && isOurs && from(act).includes(state) ? [{ act, action }] : [];
  });
}

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

const PDF_HAZARDS: Readonly<Record<string, string>> = {
  javascript: 'có mã JavaScript',
  launch: 'có lệnh chạy chương trình',
  'submit-form': 'có lệnh gửi dữ liệu đi',
  'import-data': 'có lệnh nhập dữ liệu vào',
  'embedded-file': 'có tệp đính kèm bên trong',
  encrypted: 'đặt mật khẩu',
  unreadable: 'không đọc được cấu trúc',
};

function pdfHazards(hazards: unknown): string {
  return String(hazards)
    .split(' ')
    .map((hazard) => PDF_HAZARDS[hazard] ?? hazard)
    .join(', ');
}

function nameIn(names: Readonly<Record<string, string>>, key: unknown): string {
  return Object.entries(names).find(([name]) => name === key)?.[1] ?? String(key);
}

function megabytes(bytes: unknown): string {
  const size = Number(bytes);
  return size >= 1024 * 1024 ? `${size / 1024 / 1024} MB` : `${size / 1024} KB`;
}
