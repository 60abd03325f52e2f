import { conflict, type ProblemTexts, refused } from './problem-text.ts';

/** Problems of plans that go down. */
export const localiseTexts = {
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
} satisfies ProblemTexts;
