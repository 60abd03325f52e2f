/** Help at a field: what it is for, and the clause of Nghị định 30/2020/NĐ-CP that says so. */
export interface FieldHelp {
  readonly text: string;
  /** As people cite it: `PL I, Mục II.5`. */
  readonly clause: string;
}

/** Fields that have help. */
export type HelpField = keyof typeof HELP;

/** Help by field; PL I is Phần I of its Phụ lục I, where no other is named. */
export const HELP = {
  typeCode: {
    text: 'Tên loại quyết định sổ và ký hiệu; công văn không in tên loại.',
    clause: 'Điều 7; PL I, Mục II.5',
  },
  subject: {
    text: 'Một câu ngắn gọn hoặc một cụm từ phản ánh khái quát nội dung chủ yếu. Không ghi “V/v”: phần mềm tự in.',
    clause: 'PL I, Mục II.5.a',
  },
  addressees: {
    text: 'Những nơi trực tiếp giải quyết công việc; in sau chữ “Kính gửi”.',
    clause: 'PL I, Mục II.9.b',
  },
  bases: {
    text: 'Ghi đủ tên loại, số, ký hiệu, cơ quan, ngày và trích yếu; luật, pháp lệnh không ghi số và cơ quan. Dấu “;” và “.” tự in.',
    clause: 'PL I, Mục II.6.a',
  },
  openingLead: { text: 'Mục đích trong câu mở đầu, trước tên người ban hành.', clause: 'PL I, Mục II.6.c' },
  recipients: {
    text: 'Nơi để thực hiện, kiểm tra, báo cáo, để biết; “Như trên” và dòng “Lưu” tự in.',
    clause: 'PL I, Mục II.9',
  },
  issuer: {
    text: 'Ký thay mặt tập thể thì in TM.; cơ quan theo chế độ thủ trưởng thì người đứng đầu ký.',
    clause: 'Điều 13, khoản 1, 2; PL I, Mục II.7.b',
  },
  signer: {
    text: 'Quyền hạn (TM., KT., TL., TUQ., Q.) và chức vụ lấy theo Thông tin cơ quan; không ghi học hàm, học vị.',
    clause: 'Điều 13; PL I, Mục II.7',
  },
  draftingUnit: {
    text: 'Công văn in chữ viết tắt của đơn vị trong ký hiệu; dòng Lưu ghi đơn vị.',
    clause: 'PL I, Mục II.3.b',
  },
  urgency: { text: 'Người soạn đề xuất, người ký quyết định.', clause: 'PL I, Mục III.2.b' },
  circulation: {
    text: 'Chỉ cho văn bản có phạm vi, đối tượng sử dụng hạn chế.',
    clause: 'PL I, Mục III.2.c',
  },
  drafterMark: { text: 'In cùng số lượng bản ở dòng Lưu.', clause: 'PL I, Mục III.3' },
  issuedAmount: { text: 'Số bản nhân để gửi và lưu.', clause: 'Điều 17, khoản 1; PL I, Mục III.3' },
  pageAmount: { text: 'Đếm trên bản giấy đã ký; ghi vào dữ liệu đặc tả.', clause: 'PL VI, phần II.I' },
  medium: {
    text: 'Văn bản giấy cấp số sau khi ký; văn bản điện tử cấp số bằng Hệ thống rồi ký số của cơ quan.',
    clause: 'Điều 15, khoản 2, 3; Điều 17',
  },
  issuedDate: {
    text: 'Số và ngày theo thứ tự thời gian trong năm, không lùi ngày.',
    clause: 'Điều 15, khoản 1',
  },
  number: { text: 'Số do hệ thống khác đã cấp, bằng chữ số Ả Rập.', clause: 'PL I, Mục II.3.a' },
  returnReason: { text: 'Nói chỗ nào, sửa thế nào; người soạn đọc được.', clause: 'Điều 10, khoản 3' },
  sendDay: {
    text: 'Trong ngày văn bản được ký, chậm nhất là ngày làm việc tiếp theo.',
    clause: 'Điều 18, khoản 1',
  },
  mistakeReason: {
    text: 'Sai nội dung thì sửa đổi, thay thế; sai thể thức, kỹ thuật, thủ tục thì đính chính.',
    clause: 'Điều 18, khoản 3',
  },
  withdrawNotice: {
    text: 'Nơi nhận văn bản giấy gửi trả lại; văn bản điện tử thì hủy bỏ và báo lại.',
    clause: 'Điều 18, khoản 4',
  },
  findType: { text: 'Tên loại của văn bản; công văn không in tên loại.', clause: 'Điều 7; PL I, Mục II.5' },
  bookYear: {
    text: 'Số bắt đầu từ 01 ngày 01/01 và kết thúc ngày 31/12 mỗi năm.',
    clause: 'Điều 15, khoản 1; PL I, Mục II.3.a',
  },
  findDays: { text: 'Ngày ban hành in trên văn bản, kể cả ngày này.', clause: 'PL I, Mục II.4.b' },
  findSigner: { text: 'Vài chữ của họ tên người ký, có dấu hay không dấu.', clause: 'PL I, Mục II.7' },
  findRecipient: { text: 'Vài chữ của một nơi nhận như đã in, có dấu hay không dấu.', clause: 'PL I, Mục II.9' },
  bookSeries: {
    text: 'Mỗi sổ một hệ thống số; loại nào vào sổ nào ghi ở Thông tin cơ quan.',
    clause: 'Điều 15, khoản 1.c; Điều 16, khoản 2',
  },
  basisForce: {
    text: 'Từ ngày này căn cứ bị gạch ngang khi soạn, cùng văn bản thay nó. Căn cứ phải đang có hiệu lực.',
    clause: 'PL I, Mục II.6.a',
  },
  groupName: {
    text: 'Tên chung của các nơi cùng loại, in một dòng ở Nơi nhận.',
    clause: 'PL I, Mục II.9',
  },
  groupMembers: { text: 'Tên từng nơi, để gửi và theo dõi từng nơi một.', clause: 'Điều 18, khoản 1' },
  groupCopies: { text: 'Số bản của cả nhóm, có sẵn khi gửi.', clause: 'Điều 17, khoản 1.a' },
  sendWay: {
    text: 'Có sẵn khi gửi, đổi được từng lần. Văn bản khẩn gửi ngay sau khi ký.',
    clause: 'Điều 18, khoản 1',
  },
  archivedAt: {
    text: 'Đơn vị soạn giữ bản lưu cùng Văn thư.',
    clause: 'Điều 19, khoản 1; PL IV, Mục I.2, cột 6',
  },
  oldBook: {
    text: 'Sổ đăng ký văn bản đi những năm trước; cột theo mẫu thì đọc ngay.',
    clause: 'Điều 16, khoản 2; PL IV, Mục I',
  },
  oldCopies: {
    text: 'Số và ký hiệu là duy nhất trong năm; chỉ chọn khi sổ giấy cấp trùng thật, để sổ ở đây đúng như sổ giấy.',
    clause: 'Điều 15, khoản 1',
  },
  scanFile: {
    text: 'Bản số hóa: PDF, ảnh màu, ít nhất 200 dpi, tỷ lệ 100 %.',
    clause: 'PL I, Phần II, Mục I.2',
  },
  guestRoles: {
    text: 'Người ấy chỉ làm việc ở đây theo vai trò này; quản trị thì không. Ai ký gì theo Thông tin cơ quan.',
    clause: 'Điều 6; Điều 13',
  },
} as const satisfies Readonly<Record<string, FieldHelp>>;

/** `Một câu ngắn gọn … (PL I, Mục II.5.a).` */
export function helpLine(field: HelpField): string {
  const { text, clause } = HELP[field];
  return `${text.replace(/\.$/, '')} (${clause}).`;
}
