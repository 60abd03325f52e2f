import { conflict, missing, type ProblemTexts, refused } from './problem-text.ts';

/** Problems of what is asked for. */
export const queryTexts = {
  'not-found': missing('Không có văn bản, tệp hoặc người này, hoặc bạn không được xem.'),
  'bad-key': missing('Không có văn bản, tệp hoặc người này, hoặc bạn không được xem.'),
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
} satisfies ProblemTexts;
