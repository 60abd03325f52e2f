import { STEP_NAMES } from '../../labels/labels.ts';
import { conflict, forbidden, nameIn, type ProblemTexts, refused } from './problem-text.ts';

/** Problems on the way to a signature. */
export const approvalTexts = {
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
  'not-holder': forbidden('Văn bản đang ở bước của người khác; hãy chờ đến lượt, hoặc nhờ người đang giữ chuyển tiếp.'),
  'no-step': conflict('Văn bản đã qua các bước kiểm tra, đang chờ người ký.'),
  'no-step-before': conflict('Văn bản đang ở bước đầu tiên; hãy trả lại người soạn.'),
  'steps-not-passed': conflict('Văn bản chưa qua hết các bước kiểm tra nên chưa duyệt được.'),
  'never-submitted': conflict('Văn bản chưa được trình lần nào nên chưa có Phiếu trình.'),
  'step-holder-missing': refused(
    (f) =>
      `Bước “${nameIn(STEP_NAMES, f['step'])}” chưa có người phụ trách (${f['who'] === '' ? 'văn bản chưa ghi đơn vị soạn thảo' : f['who']}); hãy bổ sung ở cách làm việc của cơ quan.`,
  ),
  'own-draft': forbidden('Người ký không được tự duyệt văn bản do chính mình soạn thảo.'),
  'signature-not-confirmed': refused(
    'Văn bản giấy chỉ được cấp số sau khi có chữ ký (Điều 15); hãy xác nhận đã có chữ ký: “signatureConfirmed”: true.',
  ),
} satisfies ProblemTexts;
