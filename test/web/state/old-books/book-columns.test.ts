import { expect, test } from 'vitest';
import {
  keepMapping,
  keptMappings,
  type ListSheet,
  lackingIn,
  mappingOf,
  withColumn,
  withMapping,
} from '../../../../web/src/state/old-books/columns.ts';

const column = (letter: string, title: string, field: ListSheet['columns'][number]['field'] = null) => ({
  letter,
  title,
  sample: '',
  field,
});
const sheet: ListSheet = {
  sheet: 'Năm 2025',
  hasHeader: false,
  isHidden: false,
  hiddenColumns: [],
  passedOver: [],
  headerRow: 2,
  columns: [column('A', 'Mã', 'code'), column('B', 'Lúc'), column('C', 'Về việc gì')],
};

function memory(start: string | null = null) {
  let kept = start;
  return {
    getItem: () => kept,
    setItem: (_key: string, text: string) => {
      kept = text;
    },
  };
}

test('a field has one column and a column one field; what lacks is named', () => {
  const first = mappingOf(sheet);
  expect(first).toEqual({ sheet: 'Năm 2025', headerRow: 2, columns: { code: 'A' } });
  expect(lackingIn(first)).toEqual(['ngày tháng văn bản', 'trích yếu']);
  const mapped = withColumn(withColumn(withColumn(first, 'B', 'issuedDate'), 'C', 'subject'), 'B', 'code');
  expect(mapped.columns).toEqual({ code: 'B', subject: 'C' });
  expect(withColumn(mapped, 'C', null).columns).toEqual({ code: 'B' });
  expect(lackingIn(withColumn(withColumn(first, 'B', 'issuedDate'), 'C', 'title'))).toEqual([]);
});

test('a mapping is remembered for a book with the same titles, and for no other', () => {
  const storage = memory();
  const mapped = withColumn(withColumn(mappingOf(sheet), 'B', 'issuedDate'), 'C', 'subject');
  expect(keptMappings(storage, [sheet])).toEqual([]);
  keepMapping(storage, sheet, mapped);
  const next = { ...sheet, sheet: 'Năm 2026', headerRow: 5 };
  const other = { ...sheet, columns: [column('A', 'Khác')] };
  expect(keptMappings(storage, [next, other])).toEqual([{ sheet: 'Năm 2026', headerRow: 5, columns: mapped.columns }]);
  keepMapping(storage, sheet, mappingOf(sheet));
  expect(keptMappings(storage, [next])).toEqual([]);
});

test('what was kept and is damaged counts as nothing', () => {
  expect(keptMappings(memory('{'), [sheet])).toEqual([]);
  expect(keptMappings(memory('[{"titles":1}]'), [sheet])).toEqual([]);
});

test('a sheet mapped again has one mapping', () => {
  const one = mappingOf(sheet);
  const again = { ...one, headerRow: 3 };
  expect(withMapping([one], again)).toEqual([again]);
});
