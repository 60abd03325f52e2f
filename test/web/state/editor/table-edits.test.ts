import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { type Table, table as tableSchema } from '#document/schemas/table.schema.ts';
import { createRowPlacer } from '#document/tables/row-placer.ts';
import { typedColumns } from '../../../../web/src/editor/grid/cells.ts';
import { addColumn, deleteColumn, moveColumn } from '../../../../web/src/editor/grid/column-edits.ts';
import { coveredCells, firstWith, mergeCell, splitCell } from '../../../../web/src/editor/grid/merges.ts';
import { newTable } from '../../../../web/src/editor/grid/new-table.ts';
import { pasteSheet } from '../../../../web/src/editor/grid/paste-sheet.ts';
import {
  deleteRow,
  insertGroup,
  insertRow,
  insertTotal,
  moveRow,
  sumAll,
} from '../../../../web/src/editor/grid/row-edits.ts';
import { examples, organs } from '../../../document/scene.ts';

const cell = (text: string, rowSpan = 1, colSpan = 1) => ({ text, rowSpan, colSpan, bold: false });

function sheet(rows: number): Table {
  return {
    columns: [
      { title: 'STT', numbering: true },
      { title: 'Việc', id: 'a' },
      {
        title: 'Tiền',
        columns: [
          { title: 'Tỉnh', id: 'b' },
          { title: 'Xã', id: 'c' },
        ],
      },
      { title: 'Hạn', id: 'd' },
    ],
    rows: Array.from({ length: rows }, (_, i) => ({ cells: { a: `a${i}`, b: `${i}`, c: `${i * 10}`, d: '' } })),
  };
}

/** Faults that the layout would find. */
function faults({ columns, rows }: Table): string[] {
  const placer = createRowPlacer(columns);
  const found = rows.flatMap((row) => (row.group === undefined ? placer.place(row) : placer.placeGroup(row)).problems);
  return [...found, ...placer.cut()].map(({ code, columnId }) => `${code} ${columnId}`);
}

const place = fc.record({ row: fc.nat(9), id: fc.constantFrom('a', 'b', 'c', 'd') });
const edit = fc.oneof(
  place.map(
    ({ row }) =>
      (t: Table) =>
        insertRow(t, Math.min(row, t.rows.length)),
  ),
  place.map(
    ({ row }) =>
      (t: Table) =>
        deleteRow(t, row % t.rows.length),
  ),
  place.map(
    ({ row }) =>
      (t: Table) =>
        moveRow(t, row % t.rows.length, row % 2 ? 1 : -1),
  ),
  place.map(
    ({ row, id }) =>
      (t: Table) =>
        mergeCell(t, row % t.rows.length, id, row % 2 ? 'right' : 'below'),
  ),
  place.map(
    ({ row, id }) =>
      (t: Table) =>
        splitCell(t, row % t.rows.length, id),
  ),
  place.map(
    ({ id }) =>
      (t: Table) =>
        addColumn(t, id),
  ),
  place.map(
    ({ id }) =>
      (t: Table) =>
        deleteColumn(t, id),
  ),
  place.map(
    ({ row, id }) =>
      (t: Table) =>
        moveColumn(t, id, row % 2 ? 1 : -1),
  ),
  place.map(
    ({ row }) =>
      (t: Table) =>
        insertGroup(t, row % t.rows.length),
  ),
  place.map(
    ({ row }) =>
      (t: Table) =>
        insertTotal(t, row % t.rows.length, row % 2 ? 'group' : 'table'),
  ),
  place.map(
    ({ row, id }) =>
      (t: Table) =>
        pasteSheet(t, row % t.rows.length, id, [[cell('x', 2), cell('y')], [cell('z')], [cell('w', 1, 2)]]),
  ),
);

test('every row has a place for each column after any edits, and merged cells add up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(edit, { maxLength: 25 }), (rows, edits) => {
      const after = edits.reduce((now, one) => one(now), sheet(rows));
      expect(faults(after)).toEqual([]);
      expect(tableSchema.safeParse(after).success).toBe(true);
    }),
    { numRuns: 400, seed: 16 },
  );
});

test('a row put into a merged cell is covered by it, and one taken out leaves its text', () => {
  const merged = mergeCell(sheet(3), 0, 'a', 'below');
  const grown = insertRow(merged, 1);
  expect(grown.rows[0]?.cells?.['a']).toEqual({ text: 'a0\na1', rowSpan: 3 });
  expect(grown.rows[1]?.cells).toEqual({ b: '', c: '', d: '' });
  const shrunk = deleteRow(merged, 0);
  expect(shrunk.rows[0]?.cells).toMatchObject({ a: 'a0\na1', b: '1' });
});

test('rows that a merged cell holds together move as one past their neighbour', () => {
  const merged = mergeCell(sheet(4), 1, 'a', 'below');
  expect(moveRow(merged, 0, 1).rows.map((row) => row.cells?.['b'])).toEqual(['1', '2', '0', '3']);
  expect(moveRow(merged, 2, 1).rows.map((row) => row.cells?.['b'])).toEqual(['0', '3', '1', '2']);
});

test('a total sums its group or the whole table, and counts anew', () => {
  const grouped = insertGroup(sheet(3), 2);
  const ofGroup = insertTotal(grouped, 0, 'group');
  expect(ofGroup.rows[2]).toEqual({ total: true, sums: 'group', cells: { a: 'Cộng', b: '1', c: '10', d: '' } });
  const all = insertTotal(grouped, 0, 'table');
  expect(all.rows.at(-1)?.cells).toEqual({ a: 'Tổng cộng', b: '3', c: '30', d: '' });
  const changed = { ...all, rows: all.rows.with(0, { cells: { a: '', b: '1.000', c: '0,5', d: '' } }) };
  expect(sumAll(changed).rows.at(-1)?.cells).toMatchObject({ b: '1.003', c: '30,5' });
  const worded = { ...all, rows: all.rows.with(0, { cells: { a: '', b: 'chưa rõ', c: '', d: '' } }) };
  expect(sumAll(worded).rows.at(-1)?.cells).toMatchObject({ b: '3', c: '30' });
});

test('a sheet with merged cells is pasted with them, past the name of a group and no further than the table', () => {
  const grouped = insertGroup(sheet(2), 1);
  const pasted = pasteSheet(grouped, 0, 'c', [
    [cell('1'), cell('x', 2), cell('too far')],
    [cell('2')],
    [cell('3', 1, 2)],
  ]);
  expect(pasted.rows.map(({ group, cells }) => group ?? [cells?.['c'], cells?.['d']])).toEqual([
    ['1', 'x'],
    'Nhóm',
    ['2', ''],
    [{ text: '3', colSpan: 2 }, undefined],
  ]);
  expect(pasteSheet(sheet(2), 0, 'a', [[cell('x', 2)], []]).rows[1]?.cells).toEqual({ b: '1', c: '10', d: '' });
});

test('a window begins at the cell that covers its first row', () => {
  const big = [1, 1, 1].reduce((now) => mergeCell(now, 500, 'a', 'below'), sheet(1_000));
  expect(firstWith(big, 502)).toBe(500);
  expect(firstWith(big, 504)).toBe(504);
  expect([...coveredCells(big, 502, 505)]).toEqual(['502 a', '503 a']);
});

test('no column can be taken away but the last typed one stays', () => {
  const one = ['b', 'c', 'd', 'a'].reduce((now, id) => deleteColumn(now, id), sheet(1));
  expect(typedColumns(one).map(({ id }) => id)).toEqual(['a']);
});

/** Sentences for which a draft with a table in it would not be saved. */
function refusals(table: Table): string[] {
  const [example] = examples;
  if (!example) throw new Error('no example');
  const data = {
    ...example.data,
    body: [
      { level: 'paragraph', text: 'Bảng sau.' },
      { level: 'table', table },
    ],
  };
  const { findings } = checkDocument(data, { profiles: organs, on: example.on, placeholders: 'show' });
  return findings.flatMap(({ severity, pointer, message }) =>
    severity === 'error' && pointer.includes('table') ? [message] : [],
  );
}

test('a new table is saved with its draft, and so is one with a column more or less', () => {
  expect(refusals({ columns: [{ title: 'STT', numbering: true }], rows: [] }).length).toBeGreaterThan(0);
  const wide: Table = { ...newTable(), columns: newTable().columns.map((one) => ({ ...one, width: 3 })) };
  for (const table of [newTable(), wide]) {
    expect(refusals(table)).toEqual([]);
    expect(refusals(addColumn(table))).toEqual([]);
    expect(refusals(addColumn(table, 'c2'))).toEqual([]);
    expect(refusals(deleteColumn(table, 'c3'))).toEqual([]);
    expect(refusals(pasteSheet(table, 0, 'c2', [[cell('Việc'), cell('Tiền')], [cell('x', 1, 2)]]))).toEqual([]);
  }
});
