import { expect, test } from 'vitest';
import { typedNumber } from '#document/rules/typed-number.ts';
import { codes, examples, only, plan, planWithText } from './scene.ts';

test.each([
  ['I. Mục tiêu', 'I.'],
  ['IV. Mục tiêu', 'IV.'],
  ['I.Mục tiêu', 'I.'],
  ['II) Mục tiêu', 'II)'],
  ['1. Nội dung', '1.'],
  ['1.Nội dung', '1.'],
  ['12. Nội dung', '12.'],
  ['1.1. Nội dung', '1.1.'],
  ['1.1.1 Nội dung', '1.1.1'],
  ['1) Nội dung', '1)'],
  ['1/ Nội dung', '1/'],
  ['a) Nội dung', 'a)'],
  ['a)Nội dung', 'a)'],
  ['đ) Nội dung', 'đ)'],
  ['a. Nội dung', 'a.'],
  ['- Nội dung', '-'],
  ['-Nội dung', '-'],
  ['– Nội dung', '–'],
  ['+ Nội dung', '+'],
  ['Điều 1. Phạm vi', 'Điều 1.'],
  ['Điều 12: Phạm vi', 'Điều 12:'],
  ['Chương II. Quy định', 'Chương II.'],
  ['Phần I. Mở đầu', 'Phần I.'],
  ['  1. Nội dung', '1.'],
  ['**1.** Nội dung', '1.'],
  ['**1. Nội dung**', '1.'],
  ['*a) Nội dung*', 'a)'],
  ['1.', '1.'],
  ['I.1. Giao các phòng', 'I.1.'],
  ['A. Phần chung', 'A.'],
  ['1- Giao Văn phòng', '1-'],
  ['1: Giao Văn phòng', '1:'],
  ['① Giao Văn phòng', '①'],
  ['PHẦN I: TỔNG QUAN', 'PHẦN I:'],
  ['Phần thứ nhất', 'Phần thứ nhất'],
  ['CHƯƠNG II. QUY ĐỊNH', 'CHƯƠNG II.'],
  ['II - NHIỆM VỤ', 'II -'],
  ['I: Nhiệm vụ', 'I:'],
  ['A - NHIỆM VỤ', 'A -'],
  ['a- Giao Văn phòng', 'a-'],
  ['1.1- Giao Văn phòng', '1.1-'],
])('sees the typed number of "%s", decomposed too', (text, typed) => {
  expect(typedNumber(text)).toBe(typed);
  const finding = only(planWithText(text.normalize('NFD')));
  expect(finding).toMatchObject({
    code: 'TYPED_NUMBER',
    path: 'Đoạn thứ 1, nội dung (text)',
    message: expect.stringMatching(/^Số thứ tự “.+” gõ bằng tay; hãy bỏ đi, .*gõ dấu \\ ngay trước\.$/),
    clause: 'PL I, II.6.đ',
  });
});

test.each([
  '2026 là năm bản lề',
  '5G được phủ sóng',
  'a, b và c',
  'V. I. Lê-nin toàn tập',
  'V.I. Lênin',
  'I - IV năm 2026',
  'X-quang tại chỗ',
  'Phần thứ nhất của Kế hoạch nêu',
  'A - Nguyễn Văn',
  'C. Mác và Ph. Ăng-ghen',
  '1.5 triệu lượt',
  '1.000 đồng',
  '1,5 tỷ đồng',
  '30/4 là ngày lễ',
  '24/7 hỗ trợ người dân',
  '1/3 số hồ sơ',
  '-5 độ',
  '+84 251 là đầu số',
  'Điều 5 Luật Tổ chức chính quyền địa phương',
  'Mục I Kế hoạch này',
  'Khoản 1 Điều 5',
  '3 nhiệm vụ trọng tâm',
  '100% hồ sơ',
  '6 rõ: rõ người, rõ việc',
  'Xã hội hóa',
  'I love',
  'X.com',
  '(kèm theo Phụ lục)',
  '12:30 khai mạc',
  '(*) Ghi chú',
  'TP. Hồ Chí Minh',
  'Q. Bình Thạnh',
  '\\V.Lênin đã chỉ rõ',
  '\\p. Bình Long chủ trì',
  '\\1. Nội dung',
])('takes "%s" for text', (text) => {
  expect(typedNumber(text)).toBeNull();
  expect(codes(planWithText(text))).toEqual([]);
});

test('looks at titles, points and appendices, with the place of each', () => {
  const input = plan({
    body: [
      {
        id: 'a',
        level: 'roman',
        title: 'I. MỤC TIÊU',
        children: [
          { id: 'b', level: 'clause', title: '1. Chung', children: [{ id: 'c', level: 'point', text: 'a) Nội dung' }] },
        ],
      },
    ],
    closing: [{ ref: 'pl' }],
    appendices: [{ id: 'pl', title: 'PHỤ LỤC I. DANH MỤC', body: [{ id: 'd', level: 'dash', text: '- Việc' }] }],
  });
  const found = (plan: Record<string, unknown>) => codes(plan).filter((code) => code === 'TYPED_NUMBER');
  expect(found(input)).toHaveLength(5);
  expect(found({ ...input, body: plan()['body'] })).toHaveLength(2);
});

test('takes a dash after a reference for text', () => {
  const closing = [{ ref: 'diem' }, ' - nội dung, xem ', { ref: 'diem' }, ') và tiếp'];
  expect(
    codes(plan({ closing, body: [...(plan()['body'] as object[]), { id: 'z', level: 'paragraph', text: closing }] })),
  ).toEqual([]);
});

test.each(examples)('finds none in $name', ({ data }) => expect(codes(data)).not.toContain('TYPED_NUMBER'));

test('looks at the head of a megabyte only', () => {
  expect(codes(planWithText('*a '.repeat(350_000)))).not.toContain('TYPED_NUMBER');
});

test.each(['(1) Nội dung thứ nhất;', '(i) Nội dung', '* Ghi chú: x', '• Đại biểu'])(
  'takes “%s” for text in a paragraph and in a note, not in a clause',
  (text) => {
    const at = (level: string) => codes(plan({ body: [{ level, text }] }));
    expect([at('paragraph'), at('note'), at('clause')]).toEqual([[], [], ['TYPED_NUMBER']]);
  },
);

test('names the level that prints the number', () => {
  const levelOf = (text: string) =>
    /level "(\w+)"/.exec(only(plan({ body: [{ level: 'clause', text }] })).message)?.[1];
  const typed = ['+ x', '- x', 'a) x', 'a. x', '(1) x', 'A. Xin', 'I. Xin', '1. x', '1.1. x'];
  expect(typed.map(levelOf)).toEqual([
    ...['plus', 'dash', 'point', 'itemLetter', 'item', 'letter', 'roman', 'clause', 'subclause'],
  ]);
});
