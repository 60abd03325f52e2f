import { expect, test } from 'vitest';
import { hasSyllableOfLetters, isSyllable, toneWay } from '#check/language/syllables.ts';

test('takes every way that Vietnamese is written for Vietnamese', () => {
  const right =
    'nghiêng nghĩa quốc quyết quyển quý quy giếng gìn giữ gì giặt khuyến khích hoà hòa thuỷ thủy hoạt xoáy ngoằn ngoèo khuỷu tay yêu yếu người nước mười rượu hưu thưởng đứng ưu tiên ủy uỷ huệ thuở quê quần quanh quạt tuyến nguyên uyển nguyệt loại toàn đoàn hoàn thoả thỏa khoẻ khỏe boong xoong ngoéo khuya bia mía múa mưa của cưa';
  expect(right.split(' ').filter((word) => !isSyllable(word))).toEqual([]);
});

test('finds letters without their marks, tones on the wrong vowel, and clusters that Vietnamese has not', () => {
  const wrong = 'nguời nứơc tóan đựơc trừơng nghành qúy kế́ hoặch quyêt nghiêp kê̂ cứơi hoàng̀ tiêp viêc';
  const slips = wrong.split(' ').filter((word) => isSyllable(word));
  expect(slips).toEqual([]);
});

test('tells the two ways to put a tone', () => {
  expect(['hòa', 'hoà', 'thủy', 'thuỷ', 'quý', 'toàn'].map(toneWay)).toEqual(['old', 'new', 'old', 'new', null, null]);
});

test('takes names of other languages for names, and slips of ours with a capital for slips', () => {
  const names = 'Sắk Kông Tẻh Kạn Đakrông Avương Plông Krêl Púch Pơng Bhăng'.split(' ');
  expect(names.filter(hasSyllableOfLetters)).toEqual([]);
  expect(['Nguời', 'Tóan', 'Đựơc'].every(hasSyllableOfLetters)).toBe(true);
});
