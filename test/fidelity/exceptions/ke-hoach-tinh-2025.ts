import type { Exception } from '../exception.ts';

/** Differences of the province's plan from its published text. */
export const exceptions: readonly Exception[] = [
  {
    what: 'header: the published text begins at the type',
    ground: 'the profile supplies it',
    clause: 'PL I, II.1–II.4',
    sample: 'KẾ HOẠCH Thông tin,',
    document:
      'ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ' +
      'Số: 35/KH-UBND Đồng Nai, ngày 24 tháng 01 năm 2025 KẾ HOẠCH Thông tin,',
  },
  {
    what: 'the only recital ends with a semicolon',
    ground: 'the decree wins',
    clause: 'PL I, II.6.a',
    sample: 'về Kế hoạch cải cách hành chính tỉnh Đồng Nai năm 2025; Chủ tịch UBND tỉnh ban hành',
    document: 'về Kế hoạch cải cách hành chính tỉnh Đồng Nai năm 2025. Chủ tịch UBND tỉnh ban hành',
  },
  {
    what: 'section III is skipped: KINH PHÍ THỰC HIỆN bears IV',
    ground: 'the decree wins',
    clause: 'PL I, II.6.đ',
    sample: 'IV. KINH PHÍ THỰC HIỆN',
    document: 'III. KINH PHÍ THỰC HIỆN',
  },
  {
    what: 'section III is skipped: TỔ CHỨC THỰC HIỆN bears V',
    ground: 'the decree wins',
    clause: 'PL I, II.6.đ',
    sample: 'V. TỔ CHỨC THỰC HIỆN',
    document: 'IV. TỔ CHỨC THỰC HIỆN',
  },
  {
    what: 'the body never mentions the appendix: a sentence is added below the heading of TỔ CHỨC THỰC HIỆN',
    ground: 'the example gains it',
    clause: 'PL I, III.1.a',
    sample: 'IV. TỔ CHỨC THỰC HIỆN 1. Thủ trưởng',
    document:
      'IV. TỔ CHỨC THỰC HIỆN Nhiệm vụ tuyên truyền của các cơ quan, đơn vị, địa phương được phân công cụ thể ' +
      'tại Phụ lục kèm theo Kế hoạch này. 1. Thủ trưởng',
  },
  {
    what: 'Kèm theo: a space in the symbol, the date in figures',
    ground: 'the decree wins',
    clause: 'PL I, II.3.c; PL I, III.1.c; PL III, mẫu 2.1',
    sample: 'số 35 /KH-UBND ngày 24/01/2025 của Chủ tịch Ủy ban nhân dân tỉnh)',
    document: 'số 35/KH-UBND ngày 24 tháng 01 năm 2025 của Chủ tịch Ủy ban nhân dân tỉnh)',
  },
  {
    what: 'the header of the table is printed again on its second page',
    ground: 'page leftover',
    clause: null,
    sample:
      'Thường xuyên Stt Nội dung công việc Sản phẩm Cơ quan chủ trì Cơ quan phối hợp, thực hiện Thời gian thực hiện 7 Đăng tải',
    document: 'Thường xuyên 7 Đăng tải',
  },
];
