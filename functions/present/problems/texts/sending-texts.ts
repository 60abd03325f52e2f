import { conflict, forbidden, type ProblemTexts, refused } from './problem-text.ts';

/** Problems of sending, and of mending what was issued. */
export const sendingTexts = {
  'bad-sending-day': refused(
    (f) =>
      `Ngày ${f['day']} không dùng được: ngày gửi, ngày nhận không trước ngày văn bản (${f['issuedDate']}), không sau hôm nay.`,
  ),
  'no-such-recipients': refused(
    ({ recipients }) =>
      `Chưa ghi là đã gửi: hệ thống không có cơ quan nào mang mã ghi cho ${recipients}; hãy sửa mã, hoặc bỏ mã khi nơi nhận không dùng hệ thống này.`,
  ),
  'bad-working-days': refused((f) =>
    Number(f['year']) === 0
      ? `Có dòng không đọc được: ${f['rows']}; cột đầu là ngày (02/9/2026), cột sau ghi “nghỉ” hoặc “làm bù”.`
      : `Có ngày không thuộc năm ${f['year']} hoặc ghi hai lần: ${f['rows']}.`,
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
  'not-a-predecessor': refused(
    'Không có văn bản này của cơ quan mà cơ quan mình kế thừa; Thông tin cơ quan cũ phải ghi mã cơ quan mình ở “Mã cơ quan kế thừa” (successor).',
  ),
  'cannot-replace': conflict(
    'Văn bản được chọn không thay thế được: phải là văn bản cùng loại, đang có hiệu lực, của chính cơ quan.',
  ),
  'not-a-correction': conflict(
    'Văn bản được chọn không phải công văn đã ban hành của cơ quan; đính chính bằng công văn (Điều 18, khoản 3).',
  ),
  'number-usable': conflict('Tệp của số này tạo được, văn bản vừa được ban hành; số không bị hủy.'),
} satisfies ProblemTexts;
