import { describe, expect, test } from 'vitest';
import { changedParts } from '#document/compare/changed-parts.ts';
import { findPart } from '#document/compare/find-part.ts';

const clause = (text: string, more: object = {}) => ({ level: 'clause', text, ...more });
const plan = (body: readonly object[], more: object = {}) => ({
  schema: 'KeHoach@1',
  subject: 'Cải cách',
  body,
  ...more,
});
const told = (earlier: unknown, later: unknown) =>
  changedParts(earlier, later).map(({ change, anchor, place }) => `${change} ${anchor}: ${place}`);

describe('what changed between two texts', () => {
  const earlier = plan([clause('Một'), clause('Hai'), clause('Ba')]);

  test('is nothing where they are the same, whatever stands in origins', () => {
    expect(told(earlier, structuredClone(earlier))).toEqual([]);
    const from = { docId: 'a', partId: 'b', hash: '0'.repeat(64) };
    expect(told(earlier, plan([clause('Một', { origin: from }), clause('Hai'), clause('Ba')]))).toEqual([]);
  });

  test('tells a part that was put before others from those that moved on', () => {
    const later = plan([clause('Mới'), clause('Một'), clause('Hai, đã sửa'), clause('Ba')]);
    expect(told(earlier, later)).toEqual(['added body/0: Khoản 1', 'changed body/2: Khoản 3']);
    expect(changedParts(earlier, later)[1]).toMatchObject({ was: { text: 'Hai' }, now: { text: 'Hai, đã sửa' } });
  });

  test('tells what went by its place in the earlier text, with all that stood in it', () => {
    const old = plan([{ level: 'roman', title: 'Mục tiêu', children: [clause('Một')] }, clause('Hai')]);
    expect(told(old, plan([clause('Hai')]))).toEqual([
      'removed body/0: Mục I',
      'removed body/0/children/0: Khoản 1 Mục I',
    ]);
  });

  test('knows a part by its id wherever it stands and whatever it says', () => {
    const later = plan([clause('Đã viết lại', { id: 'chinh' }), clause('Một')]);
    expect(told(plan([clause('Một'), clause('Chính', { id: 'chinh' })]), later)).toEqual(['changed body/0: Khoản 1']);
    expect(told(plan([clause('A', { id: 'a' })]), plan([clause('B', { id: 'b' })]))).toEqual([
      'added body/0: Khoản 1',
      'removed body/0: Khoản 1',
    ]);
  });

  test('goes into fields, appendices and the rows of tables', () => {
    const table = (cell: string) => ({
      level: 'table',
      table: {
        columns: [{ id: 'viec', title: 'Việc' }],
        rows: [{ cells: { viec: 'Một' } }, { cells: { viec: cell } }],
      },
    });
    const appendix = (cell: string) => [{ title: 'Nhiệm vụ', body: [table(cell)] }];
    const old = plan([clause('Một')], { appendices: appendix('Hai') });
    const now = plan([clause('Một')], { subject: 'Chuyển đổi số', appendices: appendix('Ba') });
    expect(told(old, now)).toEqual([
      'changed subject: Trích yếu (subject)',
      'changed appendices/0/body/0/table/rows/1: Phụ lục, dòng 2',
    ]);
  });

  test('finds a part by id, by field, by anchor, and nothing by what is none of them', () => {
    const data = plan([clause('Một', { children: [{ level: 'point', id: 'diem', text: 'x' }] })]);
    expect(findPart(data, 'diem')).toEqual(['body', 0, 'children', 0]);
    expect(findPart(data, 'body/0')).toEqual(['body', 0]);
    expect(findPart(data, 'subject')).toEqual(['subject']);
    expect(findPart(data, 'body/7')).toBeNull();
    expect(findPart(null, '__proto__')).toBeNull();
  });
});
