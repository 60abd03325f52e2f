import { expect, test } from 'vitest';
import { codes, only, places, planWithTable } from './scene.ts';

const columns = [
  { title: 'Stt', id: 'stt', numbering: true },
  { title: 'Việc', id: 'viec' },
  { title: 'Sản phẩm', id: 'san-pham' },
  { title: 'Chủ trì', id: 'chu-tri' },
];
const full = { viec: 'a', 'san-pham': 'b', 'chu-tri': 'c' };
const table = (...rows: readonly object[]) => planWithTable({ columns, rows });
const cells = (about: object) => ({ cells: about });

test.each([
  ['plain rows and groups', table({ group: 'Nhóm' }, cells(full), { group: 'Nhóm' }, cells(full))],
  ['a merge across', table(cells({ viec: { text: 'a', colSpan: 2 }, 'chu-tri': '' }))],
  [
    'a merge down',
    table(cells({ ...full, viec: { text: 'a', rowSpan: 2 } }), cells({ 'san-pham': '', 'chu-tri': '' })),
  ],
  [
    'a merge over all rows and columns',
    table(cells({ viec: { text: 'a', rowSpan: 3, colSpan: 3 } }), cells({}), cells({})),
  ],
  [
    'two merges side by side',
    table(
      cells({ ...full, viec: { text: '', rowSpan: 2 }, 'san-pham': { text: '', rowSpan: 2 } }),
      cells({ 'chu-tri': '' }),
    ),
  ],
  [
    'a heading over two columns',
    planWithTable({
      columns: [
        {
          title: 'A',
          columns: [
            { title: 'B', id: 'b' },
            { title: 'C', id: 'c' },
          ],
        },
      ],
      rows: [cells({ b: '', c: '' })],
    }),
  ],
])('accepts %s', (_, input) => expect(codes(input)).toEqual([]));

test.each([
  [
    'a merge wider than the table',
    table(cells({ viec: { text: '', colSpan: 4 } })),
    'COLUMN_SPAN_TOO_WIDE Dòng 1, cột Việc',
  ],
  [
    'a merge at the last column',
    table(cells({ ...full, 'chu-tri': { text: '', colSpan: 2 } })),
    'COLUMN_SPAN_TOO_WIDE Dòng 1, cột Chủ trì',
  ],
  [
    'a merge that runs into one from above',
    table(
      cells({ ...full, 'san-pham': { text: '', rowSpan: 2 } }),
      cells({ viec: { text: '', colSpan: 2 }, 'chu-tri': '' }),
    ),
    'COLUMN_SPAN_TOO_WIDE Dòng 2, cột Việc',
  ],
  [
    'a merge longer than the table',
    table(cells({ ...full, viec: { text: '', rowSpan: 2 } })),
    'ROW_SPAN_CUT Dòng 1, cột Việc',
  ],
  [
    'a merge that covers a group row',
    table(
      cells(full),
      cells({ ...full, viec: { text: '', rowSpan: 3 } }),
      cells({ 'san-pham': '', 'chu-tri': '' }),
      { group: 'Nhóm' },
      cells(full),
    ),
    'ROW_SPAN_CUT Dòng 2, cột Việc',
  ],
  ['a missing cell', table(cells({ viec: '', 'chu-tri': '' })), 'CELL_MISSING Dòng 1, cột Sản phẩm'],
  [
    'a cell under a merge across',
    table(cells({ ...full, viec: { text: '', colSpan: 2 } })),
    'CELL_COVERED Dòng 1, cột Sản phẩm',
  ],
  [
    'a cell under a merge down',
    table(cells({ ...full, viec: { text: '', rowSpan: 2 } }), cells(full)),
    'CELL_COVERED Dòng 2, cột Việc',
  ],
  ['a typed row number', table(cells({ ...full, stt: '1' })), 'CELL_IN_NUMBERING Dòng 1, cột Stt'],
  ['a cell of no column', table(cells({ ...full, la: 'x' })), 'CELL_UNKNOWN_COLUMN Dòng 1, cột la'],
  ['a row of nothing', table({}), 'ROW_CONTENT Dòng 1'],
  ['a group with a cell under its name', table({ ...cells(full), group: 'x' }), 'CELL_COVERED Dòng nhóm 1, cột Việc'],
])('refuses %s', (_, input, place) => expect(places(input)).toEqual([place]));

test.each([
  ['a column without an id', [{ title: 'A' }], 'Cột “A” phải có mã (id); hãy sửa lại.'],
  [
    'two columns of one id',
    [
      { title: 'A', id: 'a' },
      { title: 'B', id: 'a' },
    ],
    'Có hai cột trùng mã (id); hãy sửa lại.',
  ],
  [
    'an id on a heading',
    [{ title: 'A', id: 'a', columns: [{ title: 'B', id: 'b' }] }],
    'Tiêu đề gộp “A” chỉ có title và columns; hãy sửa lại.',
  ],
  [
    'a width on a heading',
    [{ title: 'A', width: 5, columns: [{ title: 'B', id: 'b' }] }],
    'Tiêu đề gộp “A” chỉ có title và columns; hãy sửa lại.',
  ],
  [
    'two columns of row numbers',
    [
      { title: 'A', id: 'a', numbering: true },
      { title: 'B', id: 'b', numbering: true },
    ],
    'Chỉ một cột là cột số thứ tự (numbering); hãy sửa lại.',
  ],
  [
    'some widths',
    [
      { title: 'A', id: 'a', width: 5 },
      { title: 'B', id: 'b' },
    ],
    'Độ rộng (width) phải ghi cho mọi cột hoặc không cột nào; hãy sửa lại.',
  ],
  [
    'more columns than a page holds',
    [
      { title: 'A', columns: Array.from({ length: 20 }, (_, i) => ({ title: 'x', id: `a${i}` })) },
      { title: 'B', columns: Array.from({ length: 21 }, (_, i) => ({ title: 'x', id: `b${i}` })) },
    ],
    'Bảng có quá 40 cột; hãy sửa lại.',
  ],
])('refuses %s', (_, columns, message) => {
  expect(only(planWithTable({ columns, rows: [{ group: 'x' }] }))).toMatchObject({ code: 'COLUMN_CONTENT', message });
});

test.each([
  ['rowSpan', 0],
  ['colSpan', -1],
  ['rowSpan', 1.5],
  ['colSpan', 1e9],
  ['rowSpan', '2'],
])('refuses a %s of %j', (field, span) => {
  const found = places(table(cells({ ...full, viec: { text: '', [field]: span } })));
  expect(found[0]).toMatch(/^(OUT_OF_RANGE|WRONG_TYPE) Dòng 1, cột Việc, gộp/);
});

test('asks for the cell of a column that is called constructor', () => {
  const input = planWithTable({ columns: [{ title: 'A', id: 'constructor' }], rows: [cells({})] });
  expect(places(input)).toEqual(['CELL_MISSING Dòng 1, cột A']);
});

test('keeps a table’s part to its table, so that no text is lost', () => {
  const bang = (about: object) => ({
    ...planWithTable({}),
    body: [{ id: 'bang', level: 'table', table: { columns, rows: [cells(full)] }, ...about }],
  });
  for (const about of [
    { title: 'Bảng 1' },
    { text: 'Lời dẫn' },
    { children: [{ id: 'c', level: 'paragraph', text: 'x' }] },
  ]) {
    expect(codes(bang(about))).toContain('PART_CONTENT');
  }
  expect(codes(bang({ table: undefined }))).toEqual(['PART_CONTENT']);
});

test('says what is wrong in words of the clerk’s trade', () => {
  const messages = [
    only(table(cells({ viec: '', 'chu-tri': '' }))).message,
    only(table(cells({ ...full, viec: { text: '', rowSpan: 2 } }))).message,
    only(table(cells({ ...full, stt: '1' }))).message,
    only(table(cells({ ...full, la: 'x' }))).message,
  ];
  expect(messages).toEqual([
    'Ô còn trống; hãy điền, nếu cố ý để trống thì ghi "".',
    'Ô gộp dọc kéo quá cuối bảng hoặc quá dòng nhóm; hãy giảm rowSpan.',
    'Cột số thứ tự do hệ thống đánh; hãy bỏ nội dung ô, hoặc nếu là dòng cộng thì ghi "total": true.',
    'Bảng không có cột “la”; hãy sửa mã cột hoặc bỏ ô này.',
  ]);
});
