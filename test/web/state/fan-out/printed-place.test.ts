import { expect, test } from 'vitest';
import { partAtPlace, printedPlace } from '../../../../web/src/state/fan-out/printed-place.ts';

const row = (id: string) => ({ id, cells: { viec: 'Tập huấn' } });
const data = {
  subject: 'Cải cách hành chính',
  body: [
    { id: 'i', level: 'section', title: 'MỤC TIÊU', children: [{ id: 'i-1', level: 'item', text: 'Tập huấn.' }] },
    { id: 'bang', level: 'table', table: { columns: [], rows: [row('dong-1'), row('dong-2')] } },
  ],
  appendices: [
    { id: 'pl', title: 'PHÂN CÔNG', body: [{ id: 'pl-1', level: 'item', text: 'Văn phòng.' }] },
    { body: [] },
  ],
};

test.each([
  ['i', ['body', 0]],
  ['i-1', ['body', 0, 'children', 0]],
  ['dong-2', ['body', 1, 'table', 'rows', 1]],
  ['bang', ['body', 1, 'table', 'rows', 0]],
  ['pl', ['appendices', 0, 'title']],
  ['pl-1', ['appendices', 0, 'body', 0]],
  ['khong-co', null],
])('a part %s of a unit’s copy begins at %j', (id, pointer) => {
  expect(printedPlace(data, id)).toEqual(pointer);
});

test.each([
  ['body/0/children/0/text', 'i-1'],
  ['body/0', 'i'],
  ['body/1/table/rows/1', 'dong-2'],
  ['appendices/0/title', 'pl'],
  ['appendices/1/title', null],
  ['subject', null],
])('the line %s of the pages shows %s', (anchor, id) => {
  expect(partAtPlace(data, anchor.split('/'))).toBe(id);
});

test('what is no document has no places', () => {
  expect([printedPlace(null, 'i'), partAtPlace(undefined, ['body', 0])]).toEqual([null, null]);
});
