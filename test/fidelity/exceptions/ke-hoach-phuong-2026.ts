import type { Exception } from '../exception.ts';

const TABLE_HEADER = 'Stt Nội dung công việc Sản phẩm Cơ quan chủ trì Cơ quan phối hợp, thực hiện Thời gian thực hiện';

/** Row 7 of the table is skipped, so that every later row bears a number too high. */
const rowNumber = (published: number, firstWords: string): Exception => ({
  what: `row 7 is skipped: row ${published - 1} bears ${published}`,
  ground: 'the decree wins',
  clause: null,
  sample: `${published} ${firstWords}`,
  document: `${published - 1} ${firstWords}`,
});

/** Differences of the ward's plan from its published text. */
export const exceptions: readonly Exception[] = [
  {
    what: 'header: the published text reads the left column to its end, number and symbol included, before the right one',
    ground: 'the page has two columns',
    clause: 'PL I, IV.2',
    sample:
      'PHƯỜNG BÌNH LONG Số: /KH-UBND CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Bình Long, ngày',
    document:
      'PHƯỜNG BÌNH LONG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: /KH-UBND Bình Long, ngày',
  },
  {
    what: 'the number, left blank in the published text',
    ground: 'the register fills it in',
    clause: 'PL I, II.3',
    sample: 'Số: /KH-UBND',
    document: 'Số: 41/KH-UBND',
  },
  {
    what: 'day and month, left blank in the published text',
    ground: 'the register fills it in',
    clause: 'PL I, II.4',
    sample: 'Bình Long, ngày tháng năm 2026',
    document: 'Bình Long, ngày 16 tháng 3 năm 2026',
  },
  {
    what: 'two bases in one paragraph: the second becomes a căn cứ of its own',
    ground: 'the decree wins',
    clause: 'PL I, II.6.a',
    sample: 'năm 2026; Kế hoạch số 51/KH-UBND',
    document: 'năm 2026; Căn cứ Kế hoạch số 51/KH-UBND',
  },
  {
    what: 'the number of page 2',
    ground: 'page leftover',
    clause: null,
    sample: 'UBND phường. 2 - Phát huy vai trò',
    document: 'UBND phường. - Phát huy vai trò',
  },
  {
    what: 'a space before a semicolon, from the extraction of the text',
    ground: 'page leftover',
    clause: null,
    sample: 'thuộc UBND phường ; phát hiện',
    document: 'thuộc UBND phường; phát hiện',
  },
  {
    what: 'a symbol that is broken at the end of a line',
    ground: 'page leftover',
    clause: null,
    sample: 'số 76/NQ- CP',
    document: 'số 76/NQ-CP',
  },
  {
    what: 'IV.1 jumps from d) to e): its fifth point',
    ground: 'the decree wins',
    clause: 'PL I, II.6.đ',
    sample: 'e) Chỉ đạo thông tin,',
    document: 'đ) Chỉ đạo thông tin,',
  },
  {
    what: 'IV.1 jumps from d) to e): its sixth point',
    ground: 'the decree wins',
    clause: 'PL I, II.6.đ',
    sample: 'g) Định kỳ hàng quý,',
    document: 'e) Định kỳ hàng quý,',
  },
  {
    what: 'IV.2 uses f), which is no Vietnamese letter',
    ground: 'the decree wins',
    clause: 'PL I, II.6.đ',
    sample: 'f) Chủ trì,',
    document: 'g) Chủ trì,',
  },
  {
    what: 'IV.6 has two points a)',
    ground: 'the decree wins',
    clause: 'PL I, II.6.đ',
    sample: 'a) Phối hợp với Phòng Văn hóa – Xã hội,',
    document: 'b) Phối hợp với Phòng Văn hóa – Xã hội,',
  },
  {
    what: 'CHỦ TỊCH without TM., though the UBND issues',
    ground: 'the decree wins',
    clause: 'PL I, II.7.b',
    sample: '- Lưu: VT. CHỦ TỊCH',
    document: '- Lưu: VT. TM. ỦY BAN NHÂN DÂN CHỦ TỊCH',
  },
  {
    what: "the signer's name, which the published text lacks",
    ground: 'the profile supplies it',
    clause: 'PL I, II.7.c',
    sample: 'CHỦ TỊCH Phụ lục PHÂN CÔNG',
    document: 'CHỦ TỊCH Nguyễn Văn A Phụ lục PHÂN CÔNG',
  },
  {
    what: 'Kèm theo: a colon after "số"',
    ground: 'the decree wins',
    clause: 'PL I, III.1.c; PL III, mẫu 2.1',
    sample: '(Kèm theo Kế hoạch số: /KH-UBND ngày tháng năm 2026',
    document: '(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2026',
  },
  {
    what: 'Kèm theo: number, day and month, left blank in the published text',
    ground: 'the register fills it in',
    clause: 'PL I, III.1.c',
    sample: '(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2026',
    document: '(Kèm theo Kế hoạch số 41/KH-UBND ngày 16 tháng 3 năm 2026',
  },
  {
    what: 'the header of the table is printed again on its second page',
    ground: 'page leftover',
    clause: null,
    sample: `Theo nội ${TABLE_HEADER} trên website`,
    document: 'Theo nội trên website',
  },
  {
    what: 'row 6 runs over two pages: the extraction reads the upper halves of its cells, then the lower halves',
    ground: 'page leftover',
    clause: null,
    sample:
      '6 Đăng tải các bản tin cải cách hành chính Trung bình mỗi tuần Phòng Văn hóa – Xã hội Các phòng chuyên Theo nội ' +
      'trên website của phường. 01 bản tin môn, Trung tâm Phục vụ HCC và các cơ quan, đơn vị liên quan ' +
      'dung của đơn vị cấp trên biên soạn',
    document:
      '6 Đăng tải các bản tin cải cách hành chính trên website của phường. Trung bình mỗi tuần 01 bản tin ' +
      'Phòng Văn hóa – Xã hội Các phòng chuyên môn, Trung tâm Phục vụ HCC và các cơ quan, đơn vị liên quan ' +
      'Theo nội dung của đơn vị cấp trên biên soạn',
  },
  rowNumber(8, 'Tham gia tập huấn,'),
  rowNumber(9, 'Tham gia học tập'),
  rowNumber(10, 'Định kỳ tham mưu'),
  rowNumber(11, 'Tổ chức cuộc thi'),
  rowNumber(12, 'Lồng ghép nội dung'),
];
