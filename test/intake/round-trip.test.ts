import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Document } from '#document/document-types.ts';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import { part } from '#document/schemas/part.schema.ts';
import { printedForm } from '#intake/printed-form.ts';
import { takeIn } from '#intake/take-in.ts';
import { recognise } from '#read/elements/recognise.ts';
import { readDocx } from '#read/read-docx.ts';
import { makeDocx } from '../read/support/make-docx.ts';
import { bodies, feet, heads, officePlan } from '../read/support/office-plan.ts';
import { randomDocument } from '../render/random-document.ts';
import { isPlacedAnew } from './support/placed-anew.ts';
import { firstDifference, roundTrip } from './support/round-trip.ts';

const profiles = organProfile.array().parse(JSON.parse(readFileSync('examples/organs.json', 'utf8')));

const ON = '2026-03-16';

const EXAMPLES: [string, number | null, string][] = [
  ['ke-hoach-tinh-2025', 35, '2025-01-24'],
  ['ke-hoach-phuong-2026', 41, '2026-03-16'],
  ['cong-van-thanh-pho-2026', 5, '2026-05-05'],
  ['ke-hoach-phuong-2026', null, '2026-03-16'],
];

describe('a file of ours comes back as the data it was made of', () => {
  test.each(EXAMPLES)('%s, number %s', async (name, number, on) => {
    const data: unknown = JSON.parse(readFileSync(`examples/${name}.json`, 'utf8'));
    const { first, second, intake, before, after } = await roundTrip(data, {
      profiles,
      issuance: number === null ? null : { number, issuedDate: on },
      on,
    });
    expect(printedForm(second.document, second.profile)).toEqual(printedForm(first.document, first.profile));
    expect(intake.issuance).toEqual(number === null ? null : { number, issuedDate: on });
    expect(intake.notes).toEqual([]);
    expect(after === before || firstDifference(before, after)).toBe(true);
  });
});

const word = fc.constantFrom(
  ...'kế hoạch cải cách hành chính phường xã triển khai thực hiện nhiệm vụ báo cáo tuyên truyền người dân Sở Nội vụ'.split(
    ' ',
  ),
);
const words = (min: number, max: number) =>
  fc.array(word, { minLength: min, maxLength: max }).map((all) => all.join(' '));
const sentence = words(4, 30).map((text) => `${text.slice(0, 1).toLocaleUpperCase('vi')}${text.slice(1)}.`);
const marked = fc.oneof(
  { weight: 5, arbitrary: sentence },
  fc.tuple(words(2, 5), words(1, 3), words(2, 5)).map(([a, b, c]) => `Về ${a} *${b}* ${c}.`),
  fc.tuple(words(2, 5), words(1, 3), words(2, 5)).map(([a, b, c]) => `Về ${a} **${b}** ${c}.`),
);
const title = words(2, 6).map((text) => `Công tác ${text}`);
const dash = marked.map((text) => ({ level: 'dash', text }));
const point = fc.record(
  {
    level: fc.constant('point'),
    text: marked,
    children: fc.option(fc.array(dash, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  },
  { requiredKeys: ['level', 'text'] },
);
const clause = fc.oneof(
  fc.record({
    level: fc.constant('clause'),
    title,
    children: fc.array(fc.oneof(point, dash), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ level: fc.constant('clause'), text: marked }),
  fc.record({
    level: fc.constant('clause'),
    title: title.map((text) => `${text}:`),
    text: marked,
    runIn: fc.constant(true),
  }),
);
const roman = fc.record({
  level: fc.constant('roman'),
  title,
  children: fc.array(clause, { minLength: 1, maxLength: 4 }),
});
const cell = fc.oneof(
  words(1, 8),
  fc.constant(''),
  fc.tuple(words(1, 4), words(1, 4)).map((lines) => lines.join('\n')),
);
const anyRow = fc.oneof(
  { weight: 4, arbitrary: fc.record({ cells: fc.record({ 'noi-dung': cell, 'chu-tri': cell }) }) },
  fc.record({ group: title }),
  fc.record({
    total: fc.constant(true),
    cells: fc.record({ 'noi-dung': fc.constant('Tổng cộng'), 'chu-tri': words(1, 2) }),
  }),
);
const table = fc.record({
  caption: fc.option(title, { nil: undefined }),
  unitLine: fc.option(fc.constant('Đơn vị tính: triệu đồng'), { nil: undefined }),
  columnNumbers: fc.option(fc.constant(true), { nil: undefined }),
  restart: fc.option(fc.constant(true), { nil: undefined }),
  numberGroups: fc.option(fc.constant(false), { nil: undefined }),
  columns: fc.constant([
    { title: 'Stt', id: 'stt', numbering: true, width: 20 },
    { title: 'Nội dung', id: 'noi-dung', width: 200 },
    { title: 'Chủ trì', id: 'chu-tri', width: 120, align: 'center' },
  ]),
  rows: fc.array(anyRow, { minLength: 1, maxLength: 6 }),
});
const plan = fc.record({
  schema: fc.constant('KeHoach@1'),
  organ: fc.constant('phuong-binh-long'),
  issuer: fc.constantFrom('organ', 'head'),
  subject: title,
  draftingUnit: fc.constantFrom('VP', 'HCC'),
  bases: fc.array(
    sentence.map((text) => ({ text: `Căn cứ ${text.slice(0, -1)}` })),
    { minLength: 1, maxLength: 3 },
  ),
  opening: fc.constant('ban hành Kế hoạch năm 2026 như sau:'),
  body: fc.array(roman, { minLength: 1, maxLength: 4 }),
  closing: fc.constant(['Phân công cụ thể tại ', { ref: 'phu-luc' }, '.']),
  recipients: fc.array(title, { minLength: 1, maxLength: 4 }),
  signer: fc.constantFrom(
    { authority: [{ position: 'Chủ tịch' }] },
    { authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }], fullName: 'Lê Thị C' },
  ),
  appendices: table.map((one) => [{ id: 'phu-luc', title: 'Phân công', body: [{ level: 'table', table: one }] }]),
});

test('any plan comes back as it was printed, and prints the same bytes again', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (data) => {
      const { first, second, before, after } = await roundTrip(data, {
        profiles,
        issuance: { number: 7, issuedDate: ON },
        on: ON,
      });
      expect(printedForm(second.document, second.profile)).toEqual(printedForm(first.document, first.profile));
      expect(after === before || firstDifference(before, after)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('any document that the schema allows comes back as it was printed', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomDocument.filter(({ data }) => !isPlacedAnew(z.array(part).parse(data['body']))),
      async ({ data }) => {
        const { first, second, before, after } = await roundTrip(data, { profiles, issuance: null, on: ON });
        expect(printedForm(second.document, second.profile)).toEqual(printedForm(first.document, first.profile));
        expect(after === before || firstDifference(before, after)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

describe('one plan, typed in every way that offices have, becomes one draft', () => {
  const ways = Object.keys(heads).flatMap((head) =>
    Object.keys(bodies).flatMap((body) => Object.keys(feet).map((foot) => [head, body, foot] as const)),
  );
  const drafts = ways.map(([head, body, foot]) => {
    const read = readDocx(makeDocx(officePlan({ head, body, foot } as Parameters<typeof officePlan>[0])));
    return takeIn(read, recognise(read), { profiles, on: '2026-03-16', organ: 'dong-nai' });
  });

  test.each(ways.map((way, i) => [...way, i] as const))('head as %s, body %s, foot as %s', (_head, _body, _foot, i) => {
    const { draft } = drafts[i]!;
    expect(draft).toMatchObject({
      schema: 'KeHoach@1',
      subject: 'Cải cách hành chính năm 2026',
      draftingUnit: 'CCHC',
      draftMonth: '2026-03',
      recipients: ['UBND các xã, phường'],
      signer: {
        authority: [{ prefix: 'KT.', position: 'Giám đốc' }, { position: 'Phó Giám đốc' }],
        fullName: 'Lê Thị C',
      },
      appendices: [{ id: 'phu-luc-1', title: 'PHÂN CÔNG NHIỆM VỤ' }],
    });
    expect(draft['body']).toEqual([
      {
        level: 'roman',
        title: 'MỤC TIÊU',
        children: [
          {
            level: 'clause',
            text: 'Nâng cao chất lượng.',
            children: [
              {
                level: 'subclause',
                text: 'Rà soát thủ tục.',
                children: [
                  {
                    level: 'point',
                    text: 'Cấp tỉnh.',
                    children: [{ level: 'dash', text: 'Lần một;', children: [{ level: 'plus', text: 'Lần hai.' }] }],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        level: 'roman',
        title: 'TỔ CHỨC THỰC HIỆN',
        children: [{ level: 'paragraph', text: ['Các phòng thực hiện (', { ref: 'phu-luc-1' }, ' kèm theo).'] }],
      },
    ]);
  });
});

test('tells what it changed, guessed, and did not understand', () => {
  const { body, ...rest } = officePlan({});
  const read = readDocx(
    makeDocx({ ...rest, body: body.replace('II. TỔ CHỨC', 'III. TỔ CHỨC').replace('- Lưu: VT, CCHC.', '- Lưu VP;') }),
  );
  const { notes, draft } = takeIn(read, recognise(read), { profiles, on: '2026-03-16' });
  expect(notes.map(({ code, params }) => [code, ...Object.values(params)])).toEqual(
    expect.arrayContaining([
      ['ORGAN_UNKNOWN', 'SỞ NỘI VỤ'],
      ['NUMBER_CHANGED', 'III.', 'II.'],
    ]),
  );
  expect((draft as unknown as Document).organ).toBe('');
});

test('says that it read the first of several documents', () => {
  const { body, ...rest } = officePlan({});
  const one = body.slice(0, body.indexOf('<w:p><w:pPr><w:pageBreakBefore/>'));
  const read = readDocx(makeDocx({ ...rest, body: one + one }));
  const { notes, draft } = takeIn(read, recognise(read), { profiles, on: ON });
  expect(notes[0]).toEqual({ code: 'FIRST_OF_MANY', params: { count: 2 }, page: null });
  expect(draft['subject']).toBe('Cải cách hành chính năm 2026');
});
