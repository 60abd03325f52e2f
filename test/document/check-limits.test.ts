import { expect, test } from 'vitest';
import { check, codes, only, plan, planWithTable, planWithText } from './scene.ts';

const column = { title: 'Sản phẩm', id: 'a' };
const cell = (text: unknown) => planWithTable({ columns: [column], rows: [{ cells: { a: text } }] });

test.each([
  ['a cell', cell('x'.repeat(10_001)), 'Dòng 1, cột Sản phẩm', 10_000],
  ['a cell of 1 MB', cell('x'.repeat(1_000_000)), 'Dòng 1, cột Sản phẩm', 10_000],
  ['a merged cell of 1 MB', cell({ text: 'x'.repeat(1_000_000) }), 'Dòng 1, cột Sản phẩm', 10_000],
  ['a paragraph', planWithText('x'.repeat(20_001)), 'Đoạn thứ 1, nội dung (text)', 20_000],
  ['a piece', planWithText(['a', 'x'.repeat(20_001)]), 'Đoạn thứ 1, nội dung (text) thứ 2', 20_000],
  ['a trích yếu', plan({ subject: 'x'.repeat(501) }), 'Trích yếu (subject)', 500],
  ['a recipient', plan({ recipients: ['x'.repeat(501)] }), 'Nơi nhận (recipients) thứ 1', 500],
])('refuses %s that is too long', (_, input, path, max) => {
  expect(only(input)).toMatchObject({
    code: 'TOO_LONG',
    path,
    message: `Dài quá ${max} ký tự; hãy rút gọn hoặc tách ra.`,
  });
});

test.each([
  ['a cell', cell('x'.repeat(10_000))],
  ['a paragraph', planWithText('x'.repeat(20_000))],
  ['a trích yếu', plan({ subject: 'x'.repeat(500) })],
])('accepts %s of just the longest length', (_, input) => expect(codes(input)).toEqual([]));

test.each([
  ['recipients', plan({ recipients: Array(201).fill('Sở Nội vụ') }), 'Nơi nhận (recipients)', 200],
  ['bases', plan({ bases: Array(51).fill({ text: 'x' }) }), 'Căn cứ (bases)', 50],
  [
    'parts',
    plan({ body: Array.from({ length: 5001 }, (_, i) => ({ id: `p${i}`, level: 'dash', text: 'x' })) }),
    'Nội dung (body)',
    5000,
  ],
])('refuses too many %s', (_, input, path, max) => {
  expect(only(input)).toMatchObject({ code: 'TOO_MANY', path, message: `Có quá ${max} mục; hãy tách ra.` });
});

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i += 1) value = i % 2 ? [value] : { a: value };
  return value;
}

test('refuses a depth bomb before anything walks it', () => {
  let bomb = '"x"';
  bomb = `${'[{"children":'.repeat(50_000)}${bomb}${'}]'.repeat(50_000)}`;
  expect(only(plan({ body: JSON.parse(bomb) }))).toMatchObject({
    code: 'TOO_DEEP',
    path: 'Nội dung (body) thứ 1',
    message: 'Dữ liệu lồng nhau quá 40 tầng; hãy bớt tầng.',
  });
  expect(only(nested(41)).code).toBe('TOO_DEEP');
  expect(codes(nested(39))).toEqual(['MISSING']);
});

test('refuses a list of a million wherever it stands, at once', () => {
  for (const filling of [0, null, 'x', {}, [], { cells: {} }, { id: 'a' }]) {
    const million = new Array(1_000_000).fill(filling);
    for (const input of [million, plan({ body: million }), plan({ appendices: million }), plan({ la: million })]) {
      expect(check(input).findings).toMatchObject([{ code: 'TOO_MANY' }]);
    }
  }
});

test('refuses an object of too many keys', () => {
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`a${i}`, 1]));
  expect(only(many)).toMatchObject({ code: 'TOO_MANY', path: 'Văn bản' });
  expect(only(plan({ archive: many }))).toMatchObject({ code: 'TOO_MANY', path: 'Dòng Lưu (archive)' });
});

test.each([
  ['bad parts', plan({ body: new Array(5000).fill({}) })],
  ['bad appendices', plan({ appendices: new Array(60_000).fill({ id: 'a' }), closing: ['x'.repeat(20_000)] })],
  ['rows of nothing', planWithTable({ columns: [column], rows: new Array(60_000).fill({}) })],
  [
    'rows without their twenty cells',
    planWithTable({
      columns: Array.from({ length: 20 }, (_, i) => ({ title: 'x', id: `c${i}` })),
      rows: new Array(20_000).fill({ cells: {} }),
    }),
  ],
  ['authority lines', plan({ signer: { authority: new Array(60_000).fill({ position: 'Vua' }) } })],
  ['recipients', plan({ recipients: new Array(100_000).fill('- a;') })],
  [
    'typed numbers',
    plan({ body: Array.from({ length: 5000 }, (_, i) => ({ id: `p${i}`, level: 'point', text: 'a) x' })) }),
  ],
])('lists a thousand of very many %s, says that there are more, and comes to an end', (_, input) => {
  const found = check(input).findings;
  expect(found).toHaveLength(1001);
  expect(found.slice(0, 1000).every(({ severity }) => severity === 'error' || severity === 'warning')).toBe(true);
  expect(found.at(-1)?.code).toBe('MORE_FINDINGS');
  expect(found.at(-1)?.message).toMatch(/^Còn \d+ chỗ sai .* hãy sửa các chỗ trên rồi kiểm tra lại\.$/);
});

test('repeats little of a long input in its messages', () => {
  const long = 'x'.repeat(1_000_000);
  const input = {
    ...planWithTable({ columns: [{ title: long, id: long }], rows: [{ cells: { [long]: 5 } }] }),
    [long]: 1,
    organ: long,
    draftingUnit: long,
    urgency: long,
    bases: [{ verb: long, cites: { typeName: long, code: long, issuedDate: long } }],
    signer: { authority: [{ prefix: long, position: long }], fullName: long },
  };
  for (const { message, path } of check(input).findings) {
    expect(message.length).toBeLessThan(700);
    expect(path.length).toBeLessThan(410);
  }
});

test('checks a table of ten thousand rows', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => ({
    cells: { a: `Việc thứ ${i}`, b: 'Sở Nội vụ', c: 'Quý I' },
  }));
  const columns = ['a', 'b', 'c'].map((id) => ({ title: id, id }));
  expect(check(planWithTable({ columns, rows })).findings).toEqual([]);
});
