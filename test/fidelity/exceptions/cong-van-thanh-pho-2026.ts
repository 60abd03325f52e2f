import type { Exception } from '../exception.ts';

/** Differences of the city's công văn from its published text. */
export const exceptions: readonly Exception[] = [
  {
    what: 'header: the published text begins at the number',
    ground: 'the profile supplies it',
    clause: 'PL I, II.1–II.2',
    sample: 'Số: /UBND-HCC',
    document:
      'ỦY BAN NHÂN DÂN THÀNH PHỐ ĐỒNG NAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: /UBND-HCC',
  },
  {
    what: 'the number, left blank in the published text',
    ground: 'the register fills it in',
    clause: 'PL I, II.3',
    sample: 'Số: /UBND-HCC',
    document: 'Số: 12/UBND-HCC',
  },
  {
    what: 'day and month, left blank in the published text',
    ground: 'the register fills it in',
    clause: 'PL I, II.4',
    sample: 'Đồng Nai, ngày tháng năm 2026',
    document: 'Đồng Nai, ngày 15 tháng 6 năm 2026',
  },
  {
    what: 'header: the V/v stands under the number in the left column, which is read before the right one',
    ground: 'the page has two columns',
    clause: 'PL I, II.5.b; PL I, IV.2',
    sample:
      'Đồng Nai, ngày 15 tháng 6 năm 2026 V/v tăng cường công tác thông tin, tuyên truyền cải cách hành chính Kính gửi:',
    document:
      'V/v tăng cường công tác thông tin, tuyên truyền cải cách hành chính Đồng Nai, ngày 15 tháng 6 năm 2026 Kính gửi:',
  },
];
