import { expect, test } from 'vitest';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { localisableFromFile } from '#localise/from-file/localisable-from-file.ts';
import { nodesOf, type PlanNode } from '#localise/from-file/plan-nodes.ts';
import { proposeFates } from '#localise/from-file/propose-fates.ts';
import type { SuperiorFile } from '#localise/from-file/superior-file.schema.ts';
import { compilePlan } from '#localise/plan/compile-plan.ts';
import { makeUnitPlan } from '#localise/plan/make-unit-plan.ts';
import { NO_OVERRIDES } from '#localise/units/read-overrides.ts';
import { provincePlan, unitOf } from './support/example.ts';

const columns = [
  { title: 'Nội dung', id: 'viec' },
  { title: 'Cơ quan chủ trì', id: 'chu-tri' },
  { title: 'Cơ quan phối hợp', id: 'phoi-hop' },
  { title: 'Thời gian', id: 'han' },
];
const row = (id: string, lead: string, others: string) => ({
  id,
  cells: { viec: 'Tuyên truyền', 'chu-tri': lead, 'phoi-hop': others, han: 'Quý II' },
});
const plan: KeHoach = {
  ...provincePlan().plan,
  appendices: [],
  body: [
    {
      id: 'i',
      level: 'roman',
      title: 'MỤC TIÊU, YÊU CẦU',
      children: [{ id: 'i-1', level: 'dash', text: 'Nâng cao nhận thức.' }],
    },
    {
      id: 'ii',
      level: 'roman',
      title: 'TỔ CHỨC THỰC HIỆN',
      children: [
        { id: 'ii-1', level: 'clause', text: 'Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện.' },
        { id: 'ii-2', level: 'clause', text: 'UBND các xã, phường xây dựng kế hoạch của địa phương.' },
        { id: 'ii-3', level: 'clause', text: 'Kinh phí thực hiện theo quy định hiện hành.' },
      ],
    },
    {
      id: 'bang',
      level: 'table',
      table: {
        columns,
        rows: [
          row('d-1', 'Sở Nội vụ', 'Các sở'),
          row('d-2', 'UBND các xã, phường', ''),
          row('d-3', 'Sở Nội vụ', 'UBND cấp xã'),
        ],
      },
    },
  ],
};

test('proposes by what parts say, and by who leads and who helps', () => {
  const said = proposeFates(plan).map(({ id, fate, reason, words }) => [id, fate, reason, words]);
  expect(said).toEqual([
    ['i', 'down', 'BY_WHAT_IS_BELOW', ''],
    ['i-1', 'down', 'GENERAL_AIM', ''],
    ['ii', 'down', 'BY_WHAT_IS_BELOW', ''],
    ['ii-1', 'stays', 'LEAD_IS_SUPERIORS', 'Giao Sở '],
    ['ii-2', 'down', 'NAMES_UNITS', 'UBND các xã'],
    ['ii-3', 'undecided', 'NOTHING_SAID', ''],
    ['bang', 'down', 'BY_WHAT_IS_BELOW', ''],
    ['d-1', 'stays', 'LEAD_IS_SUPERIORS', 'Sở Nội vụ'],
    ['d-2', 'down', 'LEAD_IS_UNIT', 'UBND các xã, phường'],
    ['d-3', 'undecided', 'UNIT_COORDINATES', 'UBND cấp xã'],
  ]);
  expect(proposeFates(plan).find(({ id }) => id === 'd-2')).toMatchObject({
    lead: 'UBND các xã, phường',
    deadline: 'Quý II',
  });
});

const fileOf = (decisions: SuperiorFile['decisions']): SuperiorFile => ({
  schema: 'TepCapTren@1',
  file: { name: 'ke-hoach.docx', sha256: 'a'.repeat(64) },
  superior: { provinceCode: '75', docId: 'ke-hoach-51-2026', code: '51/KH-UBND', issuedDate: '2026-01-30' },
  plan,
  decisions,
});
const proposed = () => Object.fromEntries(proposeFates(plan).map(({ id, fate }) => [id, fate]));

test('makes nothing while a part is undecided, or stays above one that goes down', () => {
  const open = localisableFromFile(fileOf(proposed()));
  expect([open.plan, open.undecided.map(({ id }) => id)]).toEqual([null, ['ii-3', 'd-3']]);
  const against = localisableFromFile(fileOf({ ...proposed(), ii: 'stays', 'ii-3': 'stays', 'd-3': 'stays' }));
  expect([against.plan, against.undecided.map(({ id }) => id)]).toEqual([null, ['ii']]);
});

test('takes into the unit’s plan what was decided, each part with what it came from', () => {
  const { plan: localisable } = localisableFromFile(fileOf({ ...proposed(), 'ii-3': 'down', 'd-3': 'stays' }));
  const compiled = compilePlan(localisable);
  expect(compiled.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { made } = makeUnitPlan(compiled.plan!, unitOf('25326'), NO_OVERRIDES, '2026-03-16');
  const ids = (nodes: readonly PlanNode[]): (string | undefined)[] =>
    nodes.flatMap(({ id, children }) => [id, ...ids(children)]);
  expect(ids(nodesOf(made!.data))).toEqual(['i', 'i-1', 'ii', 'ii-2', 'ii-3', 'bang', 'd-2']);
  expect(made!.data.localisedFrom).toMatchObject({ docId: 'ke-hoach-51-2026', file: { sha256: 'a'.repeat(64) } });
  expect(made!.data.body[1]?.children?.[0]?.origin).toMatchObject({ docId: 'ke-hoach-51-2026', partId: 'ii-2' });
  expect(made!.data.bases?.[0]?.cites).toMatchObject({ code: '51/KH-UBND', issuedDate: '2026-01-30' });
});
