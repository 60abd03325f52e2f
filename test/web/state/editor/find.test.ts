import { expect, test } from 'vitest';
import { bodyEnd, editorState } from '../../../../web/src/editor/editor-state.ts';
import { findMatches, replaceMatches } from '../../../../web/src/editor/find/matches.ts';
import { occurrences } from '../../../../web/src/editor/find/occurrences.ts';
import { writeDocument } from '../../../../web/src/editor/model/document.ts';

test.each([
  [
    'Kế hoạch, KẾ TOÁN',
    'kế',
    [
      [0, 2],
      [10, 12],
    ],
  ],
  ['Kế hoạch', 'ke ho', [[0, 5]]],
  [
    'đường Đống Đa',
    'd',
    [
      [0, 1],
      [6, 7],
      [11, 12],
    ],
  ],
  ['ke hoach', 'kế', []],
  ['năm\n2025', 'năm 2025', [[0, 8]]],
  ['Ke\u0302\u0301 hoạch', 'ke h', [[0, 6]]],
  ['aaa', 'aa', [[0, 2]]],
  ['gì cũng được', '', []],
  ['İstanbul 2025', '2025', [[9, 13]]],
])('%j has %j at %j', (text, query, found) => {
  expect(occurrences(text, query)).toEqual(found);
});

const PLAN = {
  schema: 'KeHoach@1',
  organ: 'o',
  issuer: 'organ',
  subject: 'Phòng dịch năm 2025',
  recipients: ['Sở Y tế', 'Ban Chỉ đạo 2025'],
  opening: 'ban hành Kế hoạch năm 2025:',
  body: [
    { level: 'roman', title: 'Mục tiêu năm 2025' },
    { level: 'clause', text: 'Trong năm **2025**, và *cả năm 2025* nữa.' },
    {
      level: 'table',
      table: {
        columns: [{ title: 'Việc', id: 'a' }],
        rows: [{ group: 'Quý I/2025' }, { cells: { a: { text: 'Từ 2025 đến 2025', rowSpan: 2 } } }, { cells: {} }],
      },
    },
  ],
  appendices: [{ title: 'Biểu 2025', body: [{ level: 'paragraph', text: 'x' }] }],
};

test('finds words in fields, lines, cells and appendices, and puts others in all their places in one step', () => {
  const state = bodyEnd(editorState(PLAN));
  const matches = findMatches(state.doc, '2025');
  expect(matches.map(({ kind }) => kind)).toEqual([
    ...['field', 'field', 'line', 'line', 'line', 'line', 'cell', 'cell', 'cell', 'line'],
  ]);
  const after = writeDocument(state.apply(replaceMatches(state.tr, matches, '2026')).doc);
  expect(JSON.stringify(after)).not.toContain('2025');
  expect(JSON.parse(JSON.stringify(after).replaceAll('2026', '2025'))).toEqual(PLAN);
});

test('takes words away where nothing is put in their place', () => {
  const state = bodyEnd(editorState(PLAN));
  const found = findMatches(state.doc, 'năm 2025');
  const after = writeDocument(state.apply(replaceMatches(state.tr, found, '')).doc);
  expect(after).toMatchObject({ subject: 'Phòng dịch ', opening: 'ban hành Kế hoạch :' });
});
