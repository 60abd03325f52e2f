import { expect, test } from 'vitest';
import { type NumberedPart, numberParts } from '#document/numbering/number-parts.ts';
import type { Level, Part } from '#document/schemas/part.schema.ts';

type Outline = readonly [level: Level, ...children: Outline[]];

function part([level, ...children]: Outline): Part {
  return { id: level, level, ...(children.length > 0 && { children: children.map(part) }) };
}

/** Labels of all parts in reading order. */
function labels(...outline: readonly Outline[]): Array<string | null> {
  const flat = (parts: readonly NumberedPart[]): Array<string | null> =>
    parts.flatMap(({ label, children }) => [label, ...flat(children)]);
  return flat(numberParts(outline.map(part)));
}

/** Citations of all parts in reading order. */
function cited(...outline: readonly Outline[]): Array<string | null> {
  const flat = (parts: readonly NumberedPart[]): Array<string | null> =>
    parts.flatMap((p) => [p.cited, ...flat(p.children)]);
  return flat(numberParts(outline.map(part)));
}

test.each<[Level, Array<string | null>]>([
  ['division', ['Phần I', 'Phần II']],
  ['chapter', ['Chương I', 'Chương II']],
  ['section', ['Mục 1', 'Mục 2']],
  ['subsection', ['Tiểu mục 1', 'Tiểu mục 2']],
  ['article', ['Điều 1.', 'Điều 2.']],
  ['roman', ['I.', 'II.']],
  ['clause', ['1.', '2.']],
  ['point', ['a)', 'b)']],
  ['dash', ['-', '-']],
  ['paragraph', [null, null]],
  ['table', [null, null]],
])('numbers two parts of level %s', (level, expected) => expect(labels([level], [level])).toEqual(expected));

test('runs chapters and articles through the whole document', () => {
  const chapter: Outline = ['chapter', ['article'], ['article']];
  expect(labels(['division', chapter, chapter], ['division', chapter])).toEqual([
    'Phần I',
    ...['Chương I', 'Điều 1.', 'Điều 2.', 'Chương II', 'Điều 3.', 'Điều 4.'],
    'Phần II',
    ...['Chương III', 'Điều 5.', 'Điều 6.'],
  ]);
});

test('counts sections, roman headings, clauses and points anew in each part above', () => {
  expect(labels(['chapter', ['section'], ['section']], ['chapter', ['section']])).toEqual([
    ...['Chương I', 'Mục 1', 'Mục 2', 'Chương II', 'Mục 1'],
  ]);
  expect(labels(['roman', ['clause', ['point'], ['point']]], ['roman', ['clause', ['point']]])).toEqual([
    ...['I.', '1.', 'a)', 'b)', 'II.', '1.', 'a)'],
  ]);
});

test('numbers subclauses by the clauses they stand in, as deep as they go', () => {
  const deep: Outline = ['clause', ['subclause', ['subclause'], ['subclause', ['subclause']]], ['subclause']];
  expect(labels(['clause'], deep)).toEqual(['1.', '2.', '2.1.', '2.1.1.', '2.1.2.', '2.1.2.1.', '2.2.']);
});

test('numbers on where levels are left out', () => {
  expect(labels(['roman', ['point', ['dash']], ['point']], ['clause', ['dash']], ['point'])).toEqual([
    ...['I.', 'a)', '-', 'b)', '1.', '-', 'a)'],
  ]);
});

test('counts siblings of several levels each by itself, and is not broken by a paragraph between', () => {
  expect(labels(['clause'], ['paragraph'], ['clause'], ['roman'], ['table'], ['clause'], ['roman'])).toEqual([
    ...['1.', null, '2.', 'I.', null, '3.', 'II.'],
  ]);
});

test('gives the 23 points letters and the 24th none', () => {
  const points = Array.from({ length: 24 }, (): Outline => ['point']);
  expect(labels(...points).slice(-3)).toEqual(['x)', 'y)', null]);
});

test('cites a part by all that stands above it', () => {
  expect(cited(['roman'], ['roman', ['clause', ['point']]])).toEqual([
    ...['Mục I', 'Mục II', 'khoản 1 Mục II', 'điểm a khoản 1 Mục II'],
  ]);
  expect(cited(['chapter', ['section', ['article', ['clause', ['point', ['dash']]]]]])).toEqual([
    'Chương I',
    'Mục 1 Chương I',
    'Điều 1 Mục 1 Chương I',
    'khoản 1 Điều 1 Mục 1 Chương I',
    'điểm a khoản 1 Điều 1 Mục 1 Chương I',
    null,
  ]);
});

test('cites a subclause without the clause that its number says', () => {
  expect(cited(['roman', ['clause', ['subclause', ['point']]]])).toEqual([
    ...['Mục I', 'khoản 1 Mục I', 'khoản 1.1 Mục I', 'điểm a khoản 1.1 Mục I'],
  ]);
});

test('cites what stands below a part without a number by what stands above it', () => {
  expect(cited(['clause', ['paragraph'], ['table']])).toEqual(['khoản 1', null, null]);
});
