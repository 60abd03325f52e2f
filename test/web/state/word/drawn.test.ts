import { expect, test } from 'vitest';
import {
  becameText,
  type DrawnBlock,
  type DrawnParagraph,
  LEVEL_KEYS,
  levelOfKey,
  markedParagraphs,
  neighbour,
} from '../../../../web/src/state/word/drawn.ts';

const line = (index: number, role: DrawnParagraph['role'], level?: DrawnParagraph['level']): DrawnParagraph => ({
  kind: 'paragraph',
  index,
  page: 1,
  role,
  ...(level === undefined ? {} : { level }),
  align: 'both',
  isIndented: true,
  runs: [{ text: 'a' }],
});
const blocks: readonly DrawnBlock[] = [
  line(0, 'head'),
  line(3, 'part', 'clause'),
  { kind: 'table', page: 1, hasBorders: true, rows: [] },
  line(7, 'part', 'point'),
  line(9, 'signer'),
];

test('the margin says what a paragraph became', () => {
  expect(blocks.flatMap((block) => (block.kind === 'paragraph' ? [becameText(block)] : []))).toEqual([
    'phần đầu',
    'khoản 1.',
    'điểm a)',
    'người ký',
  ]);
});

test('arrows go through the lines of the body, and stop at its ends', () => {
  expect(neighbour(blocks, null, 1)).toBe(3);
  expect(neighbour(blocks, 3, 1)).toBe(7);
  expect(neighbour(blocks, 7, 1)).toBe(7);
  expect(neighbour(blocks, 7, -1)).toBe(3);
  expect(neighbour([], null, 1)).toBe(null);
});

test('every key gives one level, capitals too, and no other key does', () => {
  expect(LEVEL_KEYS.map(([key]) => levelOfKey(key))).toEqual(LEVEL_KEYS.map(([, level]) => level));
  expect(new Set(LEVEL_KEYS.map(([key]) => key)).size).toBe(LEVEL_KEYS.length);
  expect([levelOfKey('A'), levelOfKey('x'), levelOfKey('Enter')]).toEqual(['point', null, null]);
});

test('a paragraph bears the gravest mark that a check gave it', () => {
  const marks = markedParagraphs([
    { severity: 'error', violations: [{ paragraph: 3 }, { paragraph: null }] },
    { severity: 'hint', violations: [{ paragraph: 3 }, { paragraph: 7 }] },
  ]);
  expect([...marks].sort()).toEqual([
    [3, 'error'],
    [7, 'hint'],
  ]);
});
