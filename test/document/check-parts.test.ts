import { expect, test } from 'vitest';
import { codes, letter, only, places, plan } from './scene.ts';

const body = (...parts: readonly object[]) => plan({ body: parts });
const text = { text: 'x' };

test.each([
  [
    'a clause in a point',
    body({ id: 'a', level: 'point', ...text, children: [{ id: 'b', level: 'clause', ...text }] }),
    'PART_ORDER Khoản 1 điểm a',
  ],
  [
    'a clause in a clause',
    body({ id: 'a', level: 'clause', text: 'A', children: [{ id: 'b', level: 'clause', text: 'B' }] }),
    'PART_ORDER Khoản 1 khoản 1',
  ],
  ['a subclause without a clause', body({ id: 'a', level: 'subclause', ...text }), 'SUBCLAUSE_WITHOUT_CLAUSE Khoản 1'],
  ['an article without a title', body({ id: 'a', level: 'article', ...text }), 'PART_TITLE Điều 1'],
  ['a roman heading with text', body({ id: 'a', level: 'roman', title: 'A', ...text }), 'PART_CONTENT Mục I'],
  ['a clause of nothing', body({ id: 'a', level: 'clause' }), 'PART_CONTENT Khoản 1'],
  ['a dash with a title', body({ id: 'a', level: 'dash', title: 'x', ...text }), 'PART_CONTENT Gạch đầu dòng thứ 1'],
  [
    'a paragraph with parts',
    body({
      id: 'a',
      level: 'paragraph',
      ...text,
      children: [{ id: 'b', level: 'table', table: { columns: [{ title: 'A', id: 'a' }], rows: [{ group: 'x' }] } }],
    }),
    'PART_CONTENT Đoạn thứ 1, bảng',
  ],
  ['a dash without text', body({ id: 'a', level: 'dash' }), 'MISSING Gạch đầu dòng thứ 1, nội dung (text)'],
  [
    'a table in a clause’s own fields',
    body({ id: 'a', level: 'clause', ...text, table: { columns: [{ title: 'A', id: 'a' }], rows: [{ group: 'x' }] } }),
    'PART_CONTENT Khoản 1',
  ],
  ['a run-in title without text', body({ id: 'a', level: 'clause', title: 'x', runIn: true }), 'PART_CONTENT Khoản 1'],
  [
    'a run-in title of an article',
    body({ id: 'a', level: 'article', title: 'x', runIn: true, ...text }),
    'PART_CONTENT Điều 1',
  ],
])('refuses %s', (_, input, place) => expect(places(input)).toEqual([place]));

test('names a part by all that stands above it, once', () => {
  const deep = { id: 'd', level: 'dash', text: '1. x' };
  const point = { id: 'c', level: 'point', ...text, children: [deep] };
  const clause = { id: 'b', level: 'clause', ...text, children: [{ id: 'p', level: 'paragraph', ...text }, point] };
  expect(
    places(
      body(
        { id: 'z', level: 'roman', title: 'Z', children: [{ level: 'dash', ...text }] },
        { id: 'a', level: 'roman', title: 'A', children: [clause] },
      ),
    ),
  ).toEqual(['TYPED_NUMBER Điểm a khoản 1 Mục II, gạch đầu dòng thứ 1, nội dung (text)']);
});

test('stops at y) and says so, rather than invent a letter', () => {
  const points = Array.from({ length: 25 }, (_, i) => ({ id: `p${i}`, level: 'point', text: 'x' }));
  expect(codes(body({ id: 'a', level: 'clause', ...text, children: points.slice(0, 23) }))).toEqual([]);
  const oneTooMany = body({ id: 'a', level: 'clause', ...text, children: points.slice(0, 24) });
  expect(codes(oneTooMany)).toEqual(['POINTS_EXHAUSTED']);
  expect(only(body({ id: 'a', level: 'clause', ...text, children: points }))).toMatchObject({
    code: 'POINTS_EXHAUSTED',
    message: 'Sau điểm y) không còn chữ cái để đánh; hãy chia thành nhiều khoản.',
  });
});

test('warns of a run-in title, and prints it', () => {
  expect(only(body({ id: 'a', level: 'clause', title: 'x', runIn: true, ...text }))).toMatchObject({
    code: 'RUN_IN',
    severity: 'warning',
  });
});

test.each([
  ['a dot', plan({ subject: 'Cải cách hành chính.' }), 'SUBJECT_END'],
  ['a semicolon', letter({ subject: 'cải cách hành chính;' }), 'SUBJECT_END'],
  ['the type of a plan', plan({ subject: 'Kế hoạch cải cách hành chính' }), 'SUBJECT_PREFIX'],
  ['V/v', letter({ subject: 'V/v cải cách hành chính' }), 'SUBJECT_PREFIX'],
  ['Về việc', letter({ subject: 'về việc cải cách hành chính' }), 'SUBJECT_PREFIX'],
  ['a capital after V/v', letter({ subject: 'Tăng cường cải cách' }), 'SUBJECT_CASE'],
])('finds %s in a trích yếu', (_, input, code) => {
  expect(only(input)).toMatchObject({ code, path: 'Trích yếu (subject)' });
});

test.each([
  ['a công văn on a plan', letter({ subject: 'kế hoạch tổ chức hội nghị' })],
  ['an abbreviation after V/v', letter({ subject: 'UBND phường làm việc' })],
  ['family planning', plan({ subject: 'Kế hoạch hóa gia đình năm 2026' })],
  ['planning in the other spelling', plan({ subject: 'Kế hoạch hoá gia đình năm 2026' })],
  ['Về việc in a plan', plan({ subject: 'Về việc cải cách hành chính' })],
  ['an ellipsis', plan({ subject: 'Cải cách hành chính…' })],
])('accepts a trích yếu of %s', (_, input) => expect(codes(input)).toEqual([]));

test.each([
  ['- Sở Nội vụ', 'LIST_PUNCTUATION'],
  ['Sở Nội vụ;', 'LIST_PUNCTUATION'],
  ['Như trên', 'SAME_AS_ABOVE_TYPED'],
  ['- Như trên;', 'SAME_AS_ABOVE_TYPED'],
  ['Lưu: VT, HCC', 'ARCHIVE_TYPED'],
  ['Lưu VT', 'ARCHIVE_TYPED'],
])('refuses the recipient "%s", which the template prints', (name, code) => {
  expect(only(plan({ recipients: ['Sở Nội vụ', name] }))).toMatchObject({ code, path: 'Nơi nhận (recipients) thứ 2' });
});

test.each(['Lưu học sinh', 'Như Quỳnh', 'Các sở, ban, ngành (gửi 02 bản)'])('accepts the recipient %s', (name) => {
  expect(codes(plan({ recipients: [name] }))).toEqual([]);
});

test('prints an address only where the profile has one, and lies on its side only for a table', () => {
  expect(codes(plan({ footAddress: true }))).toEqual([]);
  expect(codes(plan({ footAddress: true, organ: 'dong-nai' }))).toContain('ADDRESS_MISSING');
  expect(codes(plan({ orientation: 'landscape' }))).toEqual(['LANDSCAPE']);
});
