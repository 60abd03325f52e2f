import { describe, expect, test } from 'vitest';
import { compare, percentage } from './compare.ts';
import { type Exception, except } from './exception.ts';
import { wordsOf } from './words.ts';

const sample = wordsOf('I. MỤC TIÊU Công khai thông tin; nâng cao kỷ cương. Cung cấp đầy đủ, chính xác và kịp thời.');
const paragraphs = [
  'I. MỤC TIÊU',
  'Công khai thông tin; nâng cao kỷ cương.',
  'Cung cấp đầy đủ, chính xác và kịp thời.',
];

function shares(...rendered: readonly string[]) {
  const both = compare(sample, rendered);
  return { sentences: percentage(both.sentences), paragraphs: percentage(both.paragraphs) };
}

describe('the comparison', () => {
  test('finds all of a text in itself, whatever its line breaks and its form of Unicode', () => {
    expect(shares(...paragraphs)).toEqual({ sentences: 100, paragraphs: 100 });
    expect(shares(...paragraphs.map((text) => `${text.normalize('NFD').replaceAll(' ', '\n ')}`))).toEqual({
      sentences: 100,
      paragraphs: 100,
    });
  });

  test.each([
    ['a dropped word', [paragraphs[0]!, 'Công khai thông tin; nâng cao kỷ.', paragraphs[2]!]],
    ['another letter', [paragraphs[0]!, paragraphs[1]!.replace('kỷ', 'kỹ'), paragraphs[2]!]],
    ['another mark at the end', [paragraphs[0]!, paragraphs[1]!.replace('cương.', 'cương;'), paragraphs[2]!]],
    ['another number', [paragraphs[0]!.replace('I.', 'II.'), paragraphs[1]!, paragraphs[2]!]],
    ['paragraphs in another order', [paragraphs[0]!, paragraphs[2]!, paragraphs[1]!]],
  ])('loses a sentence by %s', (_, rendered) => {
    expect(shares(...rendered).sentences).toBeLessThan(100);
  });

  test('does not account for a paragraph that no one published', () => {
    const rendered = [...paragraphs.slice(0, 2), 'Một câu thêm.', paragraphs[2]!];
    expect(shares(...rendered)).toEqual({ sentences: 100, paragraphs: 75 });
    expect(compare(sample, rendered).paragraphs.lost).toEqual(['Một câu thêm.']);
  });
});

describe('an exception', () => {
  const exception: Exception = {
    what: 'another number',
    ground: 'the decree wins',
    clause: 'PL I, II.6.đ',
    sample: 'I. MỤC TIÊU',
    document: 'II. MỤC TIÊU',
  };

  test('makes its own difference and no other', () => {
    expect(except(sample, [exception]).join(' ')).toBe(sample.join(' ').replace('I. MỤC', 'II. MỤC'));
  });

  test.each([
    ['whose place is not in the text', { ...exception, sample: 'III. MỤC TIÊU' }, 'stands 0 times: another number'],
    ['whose place is in it twice', { ...exception, sample: 'thông tin,' }, 'stands 2 times: another number'],
    ['that changes nothing', { ...exception, document: 'I. MỤC  TIÊU' }, 'changes nothing: another number'],
  ])('%s is an error', (_, bad, message) => {
    expect(() => except(wordsOf('I. MỤC TIÊU Công khai thông tin, cung cấp thông tin, đầy đủ'), [bad])).toThrow(
      message,
    );
  });
});
