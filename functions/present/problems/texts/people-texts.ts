import { role } from '#usecases/actor.ts';
import { PERMISSIONS } from '#usecases/permissions.ts';
import { ACTION_NAMES, ROLE_NAMES } from '../../labels/labels.ts';
import { conflict, forbidden, type ProblemTexts, refused, say } from './problem-text.ts';

/** Problems of roles, colleagues and guests. */
export const peopleTexts = {
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
  'no-such-login': refused(
    ({ username }) => `Không có ai đang làm việc đăng nhập bằng tên “${username}”; hãy hỏi lại người ấy tên đăng nhập.`,
  ),
  'id-of-member': conflict('Cơ quan đã có thành viên mang mã này; người được mời phải có mã khác ở cơ quan của họ.'),
  'guest-of-another': conflict(
    'Mã này đã mời một người của cơ quan khác; hãy kiểm tra lại mã và cơ quan của người được mời.',
  ),
  'id-of-guest': conflict('Mã này là của người cơ quan khác cùng làm việc ở đây; thành viên mới phải có mã khác.'),
  'no-such-colleague': refused(
    'Người được chọn không còn làm việc ở cơ quan, hoặc không có vai trò cho việc này; hãy chọn người khác.',
  ),
  'already-theirs': refused(
    'Văn bản đang ở chính người được chọn nên không có gì để bàn giao; hãy chọn đồng nghiệp khác.',
  ),
  'no-such-unit': refused(({ unit, known }) =>
    known === ''
      ? `Thông tin cơ quan chưa có đơn vị nào; hãy ghi đơn vị “${unit}” ở đó trước.`
      : `Cơ quan không có đơn vị viết tắt là “${unit}”; có: ${known}.`,
  ),
  'not-involved': forbidden('Chỉ người soạn, người kiểm tra và người ký của văn bản này ghi nhận xét vào văn bản.'),
  'no-such-part': refused('Không thấy phần được nhận xét trong văn bản như đang có; hãy mở lại văn bản rồi chọn phần.'),
  'not-remarkable': conflict('Văn bản đã duyệt nên không ghi nhận xét nữa; khi cần sửa, hãy trả lại kèm lý do.'),
  'too-many-notes': conflict(({ limit }) => `Lần trình này đã có ${limit} nhận xét; hãy trả lại người soạn kèm lý do.`),
  'too-many-drafts': conflict(
    ({ limit }) => `Mỗi người giữ nhiều nhất ${limit} dự thảo; hãy trình hoặc bỏ bớt dự thảo cũ rồi tạo tiếp.`,
  ),
  'too-many-uploads': say(
    429,
    'Tải lên quá nhiều lần',
  )(({ limit }) => `Mỗi người xin tải lên nhiều nhất ${limit} tệp trong 24 giờ; hãy chờ rồi làm tiếp.`),
} satisfies ProblemTexts;
