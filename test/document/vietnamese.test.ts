import { expect, test } from 'vitest';
import { headingCapitals } from '#document/text/heading-capitals.ts';
import { fold, foldWords, POINT_LETTERS, pointLetter, toCapitals, toRoman } from '#document/text/vietnamese.ts';

test('numbers points by the 23 letters of the Vietnamese alphabet, in its order', () => {
  const letters = Array.from({ length: 23 }, (_, i) => pointLetter(i + 1));
  expect(letters.join(' ')).toBe('a b c d đ e g h i k l m n o p q r s t u v x y');
  expect(POINT_LETTERS).toHaveLength(23);
});

test('has no letter after y, before a, or between two', () => {
  expect([24, 0, -1, 1.5, Number.NaN].map(pointLetter)).toEqual([null, null, null, null, null]);
});

test.each([
  [1, 'I'],
  [4, 'IV'],
  [9, 'IX'],
  [14, 'XIV'],
  [40, 'XL'],
  [49, 'XLIX'],
  [99, 'XCIX'],
  [2026, 'MMXXVI'],
])('writes %i as %s', (n, roman) => expect(toRoman(n)).toBe(roman));

test.each([0, -1, 1.5, Number.NaN])('has no Roman numeral for %d', (n) => expect(() => toRoman(n)).toThrow(RangeError));

test.each([
  ['Ủy ban nhân dân', 'ỦY BAN NHÂN DÂN'],
  ['phường Bình Long', 'PHƯỜNG BÌNH LONG'],
  ['đường Điện Biên Phủ', 'ĐƯỜNG ĐIỆN BIÊN PHỦ'],
  ['hoả tốc, quý, kỹ, ưỡn', 'HOẢ TỐC, QUÝ, KỸ, ƯỠN'],
])('writes %s in capitals, composed or decomposed', (text, capitals) => {
  expect(toCapitals(text)).toBe(capitals);
  expect(toCapitals(text.normalize('NFD'))).toBe(capitals);
});

test('writes capitals as Vietnamese does, whatever the locale of the machine', () => {
  expect(toCapitals('i, kinh phí')).toBe('I, KINH PHÍ');
});

test.each([
  ['hoà', 'hoa'],
  ['hòa', 'hoa'],
  ['Đồng Nai', 'dong nai'],
  ['ĐẶC KHU', 'dac khu'],
  ['QÐ-UBND', 'qd-ubnd'],
  ['Cải cách  HÀNH\u00A0CHÍNH ', 'cai cach hanh chinh'],
  ['Nguyễn Thị Ngọc Ánh', 'nguyen thi ngoc anh'],
  ['３５', '35'],
])('folds %s to %s, composed or decomposed', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(text.normalize('NFD'))).toBe(folded);
});

test('folds to words without marks of punctuation', () => {
  expect(foldWords('Kế hoạch “Hòa – Hoà”, số 35/KH-UBND.')).toBe('ke hoach hoa hoa so 35 kh ubnd');
});

test.each([
  ['Nồng độ bụi dưới 50 mg/m³, tốc độ 60 km/h', 'NỒNG ĐỘ BỤI DƯỚI 50 mg/m³, TỐC ĐỘ 60 km/h'],
  ['Tỷ lệ xã/phường đạt chuẩn', 'TỶ LỆ XÃ/PHƯỜNG ĐẠT CHUẨN'],
])('leaves rates as they are in capitals: %s', (text, capitals) => {
  expect(headingCapitals(text)).toBe(capitals);
});
