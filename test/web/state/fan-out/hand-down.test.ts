import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keHoach } from '#document/schemas/ke-hoach.schema.ts';
import { nodesOf } from '#localise/from-file/plan-nodes.ts';
import { compilePlan } from '#localise/plan/compile-plan.ts';
import { makeUnitPlan } from '#localise/plan/make-unit-plan.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { readOverrides } from '#localise/units/read-overrides.ts';
import {
  type HandDown,
  localisableOf,
  proposedHandDown,
  provinceOf,
  readHandDown,
  type SuperiorPlan,
  undecidedParts,
  withAllIds,
  wrongNames,
} from '../../../../web/src/state/fan-out/hand-down.ts';
import { partRows } from '../../../../web/src/state/fan-out/part-rows.ts';
import { rowFields, wrongTargets } from '../../../../web/src/state/fan-out/row-wording.ts';

const PLAN = join(import.meta.dirname, '../../../../examples/localise/ke-hoach-tinh-2026.json');
const example = JSON.parse(readFileSync(PLAN, 'utf8'));
const source: SuperiorPlan = { plan: withAllIds(keHoach.parse(example.plan)), superior: example.superior };
const nodes = nodesOf(source.plan);
const proposed = proposedHandDown(source);
const decided: HandDown = {
  ...proposed,
  fates: Object.fromEntries(Object.entries(proposed.fates).map(([id, f]) => [id, f === 'undecided' ? 'all' : f])),
};
const WARD = '25326';

/** All that a unit's plan says, by ids of its parts. */
function unitParts(chosen: HandDown, unitCode = WARD): string {
  const { plan, findings } = compilePlan(localisableOf(source, chosen));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const made = makeUnitPlan(plan!, unitDirectory().units.get(unitCode)!, readOverrides([]), '2026-02-01').made;
  return JSON.stringify({ body: made?.data.body, appendices: made?.data.appendices });
}

test('keeps the ids that a plan has, and gives one to each part and row that has none', () => {
  const bare = keHoach.parse(JSON.parse(JSON.stringify(example.plan).replace(/"id":"kinh-phi-1",/, '')));
  const ids = partRows(nodesOf(withAllIds(bare)), () => false).map(({ id }) => id);
  expect(ids).toContain('kinh-phi');
  expect(ids).toContain('phan-3-1');
  expect(new Set(ids).size).toBe(ids.length);
});

test('proposes by what a part says; what nobody can tell is named until somebody decides', () => {
  const open = undecidedParts(source.plan, proposed);
  expect(open.length).toBeGreaterThan(0);
  expect(undecidedParts(source.plan, decided)).toEqual([]);
  expect(Object.values(proposed.fates)).toContain('stays');
});

test('a part that leads to an appendix of the superior alone stays with it', () => {
  const appendix = {
    id: 'phu-luc-rieng',
    label: 'Phụ lục I',
    body: [{ id: 'viec', level: 'dash', text: 'Sở Nội vụ chủ trì.' }],
  };
  const body = [
    { id: 'dan', level: 'paragraph', text: ['Chi tiết tại ', { ref: 'phu-luc-rieng' }, '.'] },
    { id: 'khac', level: 'paragraph', text: 'UBND cấp xã thực hiện.' },
  ];
  const plan = withAllIds(keHoach.parse({ ...example.plan, body, appendices: [appendix] }));
  const { fates } = proposedHandDown({ plan, superior: example.superior });
  expect([fates['phu-luc-rieng'], fates['dan'], fates['khac']]).toEqual(['stays', 'stays', 'all']);
});

test('a part for wards alone is in a ward’s plan and in no commune’s, one for named units in theirs alone', () => {
  const commune = [...unitDirectory().provinces.get('75')!.units].find(({ kind }) => kind === 'xã')!;
  const wards: HandDown = { ...decided, fates: { ...decided.fates, 'hinh-thuc-6': 'phường' } };
  expect(unitParts(wards)).toContain('hinh-thuc-6');
  expect(unitParts(wards, commune.code)).not.toContain('hinh-thuc-6');
  const named: HandDown = {
    ...decided,
    fates: { ...decided.fates, 'hinh-thuc-6': 'named' },
    named: { 'hinh-thuc-6': `${commune.kind} ${commune.name}` },
  };
  expect(unitParts(named)).not.toContain('hinh-thuc-6');
  expect(unitParts(named, commune.code)).toContain('hinh-thuc-6');
});

test('a part that is named for nobody goes to nobody, and is told', () => {
  const nobody: HandDown = { ...decided, fates: { ...decided.fates, 'hinh-thuc-6': 'named' } };
  expect(wrongNames(nobody, '75')).toEqual(['Có phần giao cho những đơn vị có tên mà chưa ghi tên nào.']);
  expect(unitParts(nobody)).not.toContain('hinh-thuc-6');
  const wrong = { ...nobody, named: { 'hinh-thuc-6': 'xã Không Có' } };
  expect(wrongNames(wrong, '75')).toHaveLength(1);
});

test('blanks are filled in for the unit, and a place that it has to fill in stays open', () => {
  const wordings = { 'hinh-thuc-6': { text: '[[donVi.ubndTen]] chọn [THIẾU: số buổi] buổi.' } };
  expect(unitParts({ ...decided, wordings })).toContain('UBND phường Bình Long chọn [THIẾU: số buổi] buổi.');
});

test('a row has other words in a cell and a figure for each unit; what is no number is told with its row', () => {
  const fields = rowFields(source.plan);
  const row = fields.get('ban-tin')!;
  expect(row.cells.map(({ title }) => title)).toContain('Nội dung công việc');
  const column = row.cells[0]?.column ?? '';
  const said = {
    cells: { [column]: '[[donVi.ubndTen]] đăng tin', khac: ' ' },
    value: '1.200,5',
    measure: 'tin',
    period: '',
  };
  const all = {
    ...decided,
    fates: { ...decided.fates, ...Object.fromEntries([...fields.keys()].map((id) => [id, 'all' as const])) },
  };
  const appendix = nodes.find(({ level }) => level === 'appendix')?.id ?? '';
  const told = { ...all, fates: { ...all.fates, [appendix]: 'all' as const } };
  const [target] = localisableOf(source, { ...told, wordings: { 'ban-tin': said } }).marks.filter(
    ({ id }) => id === 'ban-tin',
  );
  expect(target).toMatchObject({
    cells: { [column]: '[[donVi.ubndTen]] đăng tin' },
    target: { value: 1200.5, measure: 'tin' },
  });
  expect(unitParts({ ...told, wordings: { 'ban-tin': said } })).toContain('UBND phường Bình Long đăng tin');
  expect(wrongTargets({ 'ban-tin': said }, fields)).toEqual([]);
  for (const value of ['-1', '1e3', '1.5', 'bốn', '9999999999999999']) {
    expect(wrongTargets({ 'ban-tin': { ...said, value } }, fields), value).toHaveLength(1);
  }
  expect(wrongTargets({ 'ban-tin': { value: '4' } }, fields)).toHaveLength(1);
});

test('a row reads from left to right, in whatever order the register kept its cells', () => {
  const columns = [
    { title: 'Việc', columns: [{ id: 'viec', title: 'Nội dung' }] },
    { id: 'ai', title: 'Chủ trì' },
    { id: 'constructor', title: 'Ghi chú' },
  ];
  const rows = [{ id: 'dong', cells: { ai: 'Văn phòng', viec: { text: 'Tập huấn' } } }];
  const plan = keHoach.parse({ ...example.plan, body: [{ id: 'bang', level: 'table', table: { columns, rows } }] });
  const [table, row] = partRows(nodesOf(plan), () => false);
  expect([table?.words, table?.columns]).toEqual(['', ['Nội dung', 'Chủ trì', 'Ghi chú']]);
  expect(row?.text).toBe('Tập huấn; Văn phòng');
  expect(row?.cells.map(({ title, text }) => `${title}: ${text}`)).toEqual([
    'Nội dung: Tập huấn',
    'Chủ trì: Văn phòng',
  ]);
  expect(
    rowFields(plan)
      .get('dong')
      ?.cells.map(({ title }) => title),
  ).toEqual(['Nội dung', 'Chủ trì']);
});

test('leaves out what stays, with all that is in it', () => {
  const [first] = nodes;
  const chosen: HandDown = { ...decided, fates: { ...decided.fates, [first?.id ?? '']: 'stays' } };
  expect(unitParts(chosen)).not.toContain('muc-tieu-chung');
  expect(partRows(nodes, (id) => chosen.fates[id] === 'stays').map(({ id }) => id)).not.toContain('muc-tieu-chung');
});

test('choices survive being kept; what is none counts as nothing', () => {
  expect(readHandDown(JSON.stringify(decided))).toEqual(decided);
  expect(readHandDown('{"fates":{"a":"khác"}}')).toBeNull();
  expect(readHandDown('{')).toBeNull();
  expect([provinceOf('dong-nai'), provinceOf('phuong-binh-long')]).toEqual(['75', undefined]);
});
