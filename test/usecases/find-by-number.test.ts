import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCalendar } from '#local/demo/demo-calendar.ts';
import { openStack, type Stack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import { toNumberAnswerResponse } from '#present/responses/search-response.ts';
import type { NumberVariant } from '#register/table/keys/row-keys.ts';
import type { Actor } from '#usecases/actor.ts';
import { type BringInInput, bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { findByNumber } from '#usecases/search/find-by-number.ts';

let dir: string;
let stack: Stack;
const calendar = createCalendar('2026-06-15T09:00:00+07:00');
const of = (organ: string): Actor => ({ organ, staffId: 'clerk', roles: ['clerk'] });
const city = of('dong-nai');
const ward = of('phuong-binh-long');

/** A paper record of a year that is over. */
function record(
  actor: Actor,
  codeNumber: number,
  codeNotation: string,
  issuedDate: string,
  variant: NumberVariant = {},
) {
  const typeCode = codeNotation.startsWith('KH-') ? 'KeHoach' : 'CongVan';
  const subject = `Văn bản số ${codeNumber}`;
  const content: BringInInput['content'] = { kind: 'record', record: { typeCode, codeNotation, subject } };
  return bringInDocument(stack.deps, actor, { codeNumber, issuedDate, content, ...variant });
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-find-'));
  stack = await openStack({ dir, clock: calendar.clock });
  await seedOrgans(stack.deps, dir, join(import.meta.dirname, '../../examples/organs.json'));
  await record(city, 35, 'KH-UBND', '2025-01-24');
  await record(city, 35, 'KH-UBND', '2024-02-01');
  await record(ward, 35, 'KH-UBND', '2025-08-01');
  await record(city, 12, 'UBND-HCC', '2025-03-03');
  await record(city, 13, 'UBND-VX', '2025-03-04');
  await record(city, 3, 'KH-UBND', '2025-02-01');
  await record(city, 14, 'KH-UBND', '2025-02-03');
  await record(city, 14, 'KH-UBND', '2025-02-04', { copy: 2 });
  await record(city, 14, 'KH-UBND', '2025-02-05', { codeSuffix: 'a' });
});
afterAll(async () => {
  await stack.close();
  await rm(dir, { recursive: true, force: true });
});

async function find(actor: Actor, text: string, year?: number) {
  const { found, absent } = await findByNumber(stack.deps, actor, { text, year });
  return {
    found: found.map(({ row }) => `${row.organ} ${row.symbol} ${row.issuedDate}`),
    absent: absent.map((one) => `${one.series} ${one.year} ${one.reason}${one.symbol ? ` ${one.symbol}` : ''}`),
  };
}

describe('a number', () => {
  test.each([
    '35/KH-UBND',
    '35/kh-ubnd',
    'Số 35 / KH-UBND',
    '35 kh ubnd',
    '35-KH/UBND',
    '  số:  35/KH–UBND ',
    'so 35 kh-ubnd',
  ])('is found spelled %j, one’s own organ first, then the newest year', async (text) => {
    expect((await find(city, text)).found).toEqual([
      'dong-nai 35/KH-UBND 2025-01-24',
      'dong-nai 35/KH-UBND 2024-02-01',
      'phuong-binh-long 35/KH-UBND 2025-08-01',
    ]);
    expect((await find(ward, text)).found[0]).toBe('phuong-binh-long 35/KH-UBND 2025-08-01');
  });

  test.each(['KH 35 2025', '35 KH 2025', 'kế hoạch số 35 năm 2025', 'ke hoach 35/2025'])(
    'that lacks its organ is completed from the asker’s series: %j',
    async (text) => {
      expect((await find(city, text)).found).toEqual([
        'dong-nai 35/KH-UBND 2025-01-24',
        'phuong-binh-long 35/KH-UBND 2025-08-01',
      ]);
    },
  );

  test.each(['03/KHUBND', '3 khubnd', 'KH03', '03/KH-UBND ngày 29/11', 'Kế hoạch số 03/KH-UBND ngày 01/02/2025 về x'])(
    'is found spelled %j',
    async (text) => {
      expect((await find(city, text, 2025)).found).toEqual(['dong-nai 03/KH-UBND 2025-02-01']);
    },
  );

  test('finds what an older book has under it: with a letter, given twice', async () => {
    const under = [
      'dong-nai 14/KH-UBND 2025-02-03',
      'dong-nai 14/KH-UBND 2025-02-04',
      'dong-nai 14a/KH-UBND 2025-02-05',
    ];
    expect((await find(city, '14/KH-UBND', 2025)).found).toEqual(under);
    expect((await find(city, '14a/kh-ubnd')).found).toEqual(under.slice(2));
    expect((await find(ward, '14a/KH-UBND')).found).toEqual(under.slice(2));
    expect((await find(city, '14b/KH-UBND', 2025)).absent).toEqual(['ke-hoach 2025 not-in-book']);
  });

  test('alone is looked for in every series of one’s own', async () => {
    expect((await find(city, '12', 2025)).found).toEqual(['dong-nai 12/UBND-HCC 2025-03-03']);
    expect((await find(ward, '12', 2025)).found).toEqual([]);
  });

  test('of a công văn is found without its unit', async () => {
    expect((await find(city, '12/UBND')).found).toEqual(['dong-nai 12/UBND-HCC 2025-03-03']);
    expect((await find(city, 'công văn 12 năm 2025')).found).toEqual(['dong-nai 12/UBND-HCC 2025-03-03']);
  });

  test('of a type that has no series here is looked for among all organs', async () => {
    expect(await find(city, '35/QĐ-UBND')).toEqual({ found: [], absent: [] });
    const { asked } = await findByNumber(stack.deps, city, { text: 'qđ 35' });
    expect(asked).toMatchObject({ number: 35, notation: 'QD-UBND' });
  });
});

describe('what is not there', () => {
  test('is "chưa cấp" in one’s own series of this year, and nothing is said of other organs', async () => {
    expect(await find(ward, '7/KH-UBND')).toEqual({ found: [], absent: ['ke-hoach 2026 not-yet-given'] });
  });

  test('is of a year that is over', async () => {
    expect((await find(ward, '99/KH-UBND', 2025)).absent).toEqual(['ke-hoach 2025 not-in-book']);
  });

  test('is never said not to have been given where the book goes further, or is not whole', async () => {
    const say = async (text: string, year: number) => {
      const { absent } = toNumberAnswerResponse(await findByNumber(stack.deps, city, { text, year }));
      return absent.map(({ organName, types, reasonName }) => `${organName}, ${types}: ${reasonName}`);
    };
    const [organ, book] = [
      'Ủy ban nhân dân thành phố Đồng Nai',
      'số này không có trong sổ năm 2025 (sổ nhập đến số 35)',
    ];
    expect(await say('11/KH-UBND', 2025)).toEqual([`${organ}, Kế hoạch: ${book}`]);
    expect(await say('99/KH-UBND', 2025)).toEqual([`${organ}, Kế hoạch: ${book}`]);
    expect(await say('7/UBND-HCC', 2024)).toEqual([
      `${organ}, Công văn: sổ năm 2024 chưa có văn bản nào trong hệ thống`,
    ]);
  });

  test('was given to another symbol of the same series', async () => {
    expect(await find(city, '13/UBND-HCC', 2025)).toEqual({
      found: [],
      absent: ['cong-van 2025 other-symbol 13/UBND-VX'],
    });
  });

  test('asked by someone without an organ of ours says nothing', async () => {
    expect(await find(of('an-organ-without-profiles'), '7/KH-UBND')).toEqual({ found: [], absent: [] });
  });

  test('is a text without a number', async () => {
    await expect(find(city, 'kế hoạch')).rejects.toMatchObject({ code: 'no-number-in-query' });
  });
});
