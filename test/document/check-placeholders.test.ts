import { expect, test } from 'vitest';
import { parseShape } from '#document/checking/parse-shape.ts';
import { documentTypes } from '#document/document-types.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { check, codes, letter, plan, planWithTable, planWithText } from './scene.ts';

const shown = (input: unknown) => {
  const { document, findings } = check(input, 'show');
  return {
    document: document as KeHoach | null,
    errors: findings.filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`),
    holes: findings.filter(({ code }) => code === 'MISSING_SHOWN').map(({ path }) => path),
  };
};
const without = (field: string, input = plan()) =>
  Object.fromEntries(Object.entries(input).filter(([key]) => key !== field));
const columns = [
  { title: 'Việc', id: 'viec' },
  { title: 'Người', id: 'signer' },
  { title: 'Hạn', id: 'body' },
  { title: 'Số', id: 'level' },
];

test('shows what is missing in a draft, and refuses it otherwise', () => {
  const input = plan({ opening: '' });
  expect(codes(input)).toEqual(['MISSING']);
  const { document, errors, holes } = shown(input);
  expect(errors).toEqual([]);
  expect(holes).toEqual(['Câu mở đầu (opening)']);
  expect(document?.opening).toBe('[THIẾU: câu mở đầu]');
});

test('says of each hole what is missing and that it is to be filled in', () => {
  const { findings } = check(without('subject'), 'show');
  expect(findings).toMatchObject([
    {
      code: 'MISSING_SHOWN',
      severity: 'warning',
      message: 'Còn thiếu trích yếu (subject); bản thảo in “[THIẾU: trích yếu]”, hãy bổ sung rồi mới trình.',
    },
  ]);
});

test.each([
  ['recipients', (d: KeHoach) => d.recipients, ['[THIẾU: nơi nhận]']],
  ['body', (d: KeHoach) => d.body.map((part) => part.text), ['[THIẾU: nội dung]']],
  [
    'signer',
    (d: KeHoach) => [d.signer.authority[0]?.position, d.signer.fullName],
    ['[THIẾU: chức vụ người ký]', '[THIẾU: họ tên người ký]'],
  ],
])('prints a hole for missing %s', (field, printed, texts) => {
  const { document, errors } = shown(without(field));
  expect(errors).toEqual([]);
  expect(document && printed(document)).toEqual(texts);
});

test.each([
  ['no authority', { fullName: 'A' }],
  ['neither authority nor name', {}],
  ['an empty authority', { authority: [] }],
  ['an empty line', { authority: [{}] }],
  ['an empty position below KT.', { authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, {}] }],
  ['a name that nobody holds', { authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }] }],
])('shows a signer of %s', (_, signer) => {
  const { document, errors, holes } = shown(plan({ signer }));
  expect(errors).toEqual([]);
  expect(document).not.toBeNull();
  expect(holes.length).toBeGreaterThan(0);
});

test('shows empty lists and blank texts as what they are: missing', () => {
  const { document, errors } = shown(letter({ subject: ' ', body: [], addressees: [] }));
  expect(errors).toEqual([]);
  expect(document?.subject).toBe('[THIẾU: trích yếu]');
});

test('shows empty cells, whatever their columns are called', () => {
  const { document, errors, holes } = shown(planWithTable({ columns, rows: [{ group: 'Nhóm' }, { cells: {} }] }));
  expect(errors).toEqual([]);
  expect(holes).toEqual(['Dòng 1, cột Việc', 'Dòng 1, cột Người', 'Dòng 1, cột Hạn', 'Dòng 1, cột Số']);
  const hole = '[THIẾU: nội dung ô]';
  expect(document?.body[0]?.table?.rows[1]?.cells).toEqual({ viec: hole, signer: hole, body: hole, level: hole });
});

test('shows what is missing deep inside, in its place', () => {
  const body = [
    {
      id: 'a',
      level: 'clause',
      title: 'A',
      children: [
        { id: 'b', level: 'dash' },
        { id: 'c', level: 'dash', text: 'x' },
      ],
    },
  ];
  const bases = [{ verb: 'Căn cứ', cites: { typeName: 'Luật', issuedDate: '2025-06-16' } }];
  const { document, errors } = shown(plan({ body, bases }));
  expect(errors).toEqual([]);
  expect(document?.body[0]?.children?.map((part) => part.text)).toEqual(['[THIẾU: nội dung]', 'x']);
  expect(document?.bases?.[0]?.cites?.subject).toBe('[THIẾU: trích yếu]');
});

test.each([
  ['the organ', without('organ'), 'MISSING Cơ quan ban hành (organ)'],
  ['the issuer', without('issuer'), 'MISSING Người ban hành (issuer)'],
  ['the unit of a công văn', without('draftingUnit', letter()), 'MISSING Đơn vị soạn thảo (draftingUnit)'],
  ['the level of a part', plan({ body: [{ id: 'a', text: 'x' }] }), 'MISSING Phần thứ 1, cấp (level)'],
])('lays out nothing without %s', (_, input, place) => expect(shown(input).errors).toEqual([place]));

test('still refuses a wrong signer in a draft that has holes elsewhere', () => {
  const signer = { authority: [{ position: 'Phó Chủ tịch' }, { position: 'Vua' }], fullName: 'A' };
  expect(shown({ ...plan({ opening: '' }), signer }).errors.map((place) => place.split(' ')[0])).toEqual([
    'SIGNER_STACK',
    'SIGNER_POSITION',
  ]);
});

test.each([
  ['a text', planWithText('Nội dung [THIẾU: số liệu] này'), 'Đoạn thứ 1, nội dung (text)'],
  ['a text in NFD', planWithText('[THIẾU: số liệu]'.normalize('NFD')), 'Đoạn thứ 1, nội dung (text)'],
  [
    'a cell',
    planWithTable({ columns: [{ title: 'A', id: 'a' }], rows: [{ cells: { a: '[THIẾU: nội dung ô]' } }] }),
    'Dòng 1, cột A',
  ],
  [
    'the name',
    plan({ signer: { authority: [{ position: 'Chủ tịch' }], fullName: '[THIẾU: họ tên người ký]' } }),
    'Người ký (signer), họ tên (fullName)',
  ],
  ['a basis', plan({ bases: [{ text: '[THIẾU: căn cứ]' }] }), 'Căn cứ (bases) thứ 1, nội dung (text)'],
])('refuses the mark of a hole that was typed into %s, so that none is issued; a draft shows it', (_, input, path) => {
  expect(check(input).findings).toMatchObject([{ code: 'HOLE_IN_TEXT', path, severity: 'error' }]);
  const shown = check(input, 'show');
  expect(shown.document).not.toBeNull();
  expect(shown.findings).toMatchObject([{ code: 'HOLE_IN_TEXT_YET', path, severity: 'warning' }]);
});

test('leaves the input as it was', () => {
  const input = plan({ opening: '' });
  const before = JSON.stringify(input);
  check(input, 'show');
  expect(JSON.stringify(input)).toBe(before);
});

test('fills fifteen thousand holes in one pass', () => {
  const rows = Array.from({ length: 15_000 }, () => ({ cells: {} }));
  const { document } = check(planWithTable({ columns: [{ title: 'A', id: 'a' }], rows }), 'show');
  expect(document).not.toBeNull();
});

// What was filled in is parsed by itself: that holds while nothing is asked of two fields of a document at once.
test('parses what was filled in as the whole would be parsed', () => {
  for (const { schema } of Object.values(documentTypes)) expect(schema.def.checks ?? []).toEqual([]);
  const input = plan();
  const before = parseShape('KeHoach', input, null);
  expect(before.document).not.toBeNull();
  const { subject: _, ...gone } = input;
  for (const filled of [
    { ...input, subject: 'Cải ca\u0301ch hành chính' },
    { ...input, signer: { authority: [{ position: 'Chủ tịch' }], fullName: '[THIẾU: họ tên người ký]' } },
    { ...input, openingLead: 'Nhằm chủ động,', closing: 'Yêu cầu các đơn vị thực hiện.' },
    { ...input, subject: '' },
    { ...input, subject: 7, body: [] },
    { ...input, constructor: 'lạ' },
    gone,
  ]) {
    expect(parseShape('KeHoach', filled, before)).toEqual(parseShape('KeHoach', filled, null));
  }
});
