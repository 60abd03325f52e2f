import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NumberedDocument } from '#register/register.ts';
import { role } from '#usecases/actor.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { type SearchInput, searchDocuments } from '#usecases/search/search-documents.ts';
import { CITY, type Desk, exampleProfiles, letter, openDesk, PEOPLE } from '../support/desk.ts';

const SUBJECTS = [
  'tăng cường cải cách hành chính năm 2026',
  'báo cáo cải cách chế độ công vụ, thủ tục hành chính',
  'triển khai hòa giải ở cơ sở',
  'đẩy mạnh chuyển đổi số',
  'hành chính công và cải cách thuế',
];
let desk: Desk;
const issued: NumberedDocument[] = [];

beforeAll(async () => {
  desk = await openDesk();
  for (const subject of SUBJECTS) issued.push(await desk.sent(subject));
  await bringInDocument(desk.deps, PEOPLE.clerk, {
    codeNumber: 35,
    issuedDate: '2025-01-24',
    content: {
      kind: 'record',
      record: {
        typeCode: 'KeHoach',
        codeNotation: 'KH-UBND',
        subject: 'Cải cách hành chính nhà nước năm 2025',
        signerInfo: { position: 'Chủ tịch', fullName: 'Võ Tấn Đức' },
        to: ['Bộ Nội vụ', 'Lưu: VT'],
      },
    },
  });
  await withdrawDocument(desk.deps, PEOPLE.clerk, {
    docId: issued[3]!.row.docId,
    seen: issued[3]!.document,
    reason: 'Nhầm',
  });
  await desk.approved('chưa ban hành: cải cách hành chính');
});
afterAll(() => desk.stop());

const find = (
  input: SearchInput,
  who: {
    readonly organ: string;
    readonly staffId: string;
    readonly roles: readonly (typeof role.options)[number][];
  } = PEOPLE.clerk,
) => searchDocuments(desk.deps, who, input);
const subjects = async (input: SearchInput) => (await find(input)).items.map(({ row }) => row.subject);

describe('words of the trích yếu', () => {
  test.each([
    ['cai cach hanh chinh', [4, 1, 0, 'Cải cách hành chính nhà nước năm 2025']],
    ['CẢI CÁCH HÀNH CHÍNH', [4, 1, 0, 'Cải cách hành chính nhà nước năm 2025']],
    ['"cai cach hanh chinh"', [0, 'Cải cách hành chính nhà nước năm 2025']],
    ['“cải cách” thuế', [4]],
    ['hoà giải', [2]],
    ['hòa giải', [2]],
    ['day manh', [3]],
    ['2025 cach', ['Cải cách hành chính nhà nước năm 2025']],
    ['không có từ này', []],
  ])('%s finds what has them', async (text, wanted) => {
    const expected = wanted.map((one) => (typeof one === 'number' ? SUBJECTS[one] : one));
    expect((await subjects({ text })).sort()).toEqual(expected.sort());
  });

  test('come newest first, page by page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 10; pages++) {
      const page = await find({ text: 'cai cach', limit: 1, cursor });
      seen.push(...page.items.map(({ row }) => row.issuedDate + row.docId));
      cursor = page.cursor;
      if (cursor === undefined) break;
    }
    expect(seen).toHaveLength(4);
    expect(seen).toEqual(seen.toSorted().reverse());
  });

  test('find the printed title, a word too many, and nothing by marks alone', async () => {
    expect(await subjects({ text: 'Công văn cải cách hành chính' })).toContain(SUBJECTS[0]);
    const [first] = await subjects({ text: 'cải cách hành chính nhà nước khongcotunay' });
    expect(first).toBe('Cải cách hành chính nhà nước năm 2025');
    await expect(find({ text: '???' })).rejects.toMatchObject({ code: 'no-words-in-query' });
  });

  test('refuse a cursor of their own making', async () => {
    await expect(find({ text: 'cai cach', cursor: 'x' })).rejects.toMatchObject({ code: 'bad-cursor' });
  });
});

describe('what else is known', () => {
  test.each<[string, SearchInput, number]>([
    ['everything', {}, 6],
    ['a year', { year: 2025 }, 1],
    ['a day and no later', { from: '2025-01-24', to: '2025-01-24' }, 1],
    ['days in which nothing was issued', { from: '2025-01-25', to: '2025-12-31' }, 0],
    ['the wrong way round', { from: '2026-02-01', to: '2026-01-01' }, 0],
    ['a type', { typeCode: 'KeHoach' }, 1],
    ['a symbol', { symbol: 'kh-ubnd' }, 1],
    ['the beginning of a symbol', { symbol: 'ubnd' }, 5],
    ['a symbol with its number', { symbol: '35/KH-UBND' }, 1],
    ['a signer', { signer: 'vo tan duc' }, 1],
    ['a position', { signer: 'Phó Chủ tịch' }, 5],
    ['a recipient', { recipient: 'Bộ Nội vụ' }, 1],
    ['a state', { state: 'withdrawn' }, 1],
    ['words, a type and a year', { text: 'cải cách', typeCode: 'CongVan', year: 2026 }, 3],
  ])('%s', async (_what, input, count) => {
    expect(await subjects(input)).toHaveLength(count);
  });

  test('is asked for together with pages that leave nothing out', async () => {
    const first = await find({ limit: 4 });
    const rest = await find({ limit: 4, cursor: first.cursor });
    const all = [...first.items, ...rest.items].map(({ row }) => row.docId);
    expect(all).toHaveLength(6);
    expect(new Set(all).size).toBe(6);
    expect(rest.cursor).toBeUndefined();
  });
});

describe('organs', () => {
  const ward = { organ: 'phuong-binh-long', staffId: 'a-reader', roles: ['reader'] } as const;

  test('of one name that an organ had before find what it holds now', async () => {
    for (const organName of ['Ủy ban nhân dân tỉnh Đồng Nai', 'uy ban nhan dan thanh pho dong nai', 'tỉnh Đồng Nai']) {
      const { organs, items } = await find({ organName, text: 'cai cach' }, ward);
      expect(
        organs.map(({ organ }) => organ),
        organName,
      ).toEqual([CITY]);
      expect(items).toHaveLength(4);
    }
  });

  test('that were taken over are found in what their successor holds', async () => {
    const latest = (await exampleProfiles()).find(
      ({ validFrom, organId }) => organId === CITY && validFrom === '2026-04-30',
    );
    const profile = { ...latest, formerNames: ['Ủy ban nhân dân tỉnh Bình Phước'] };
    const admin = { organ: CITY, staffId: 'an-admin', roles: ['admin'] } as const;
    await putProfile(desk.deps, admin, { profile, rev: 1 });
    const { organs, items } = await find({ organName: 'tinh binh phuoc' }, ward);
    expect(organs).toEqual([{ organ: CITY, name: 'Ủy ban nhân dân tỉnh Bình Phước' }]);
    expect(items).toHaveLength(6);
  });

  test('that a name leaves open are listed to choose from', async () => {
    const { organs, items } = await find({ organName: 'Ủy ban nhân dân' }, ward);
    expect(organs.map(({ organ }) => organ).sort()).toEqual([CITY, 'phuong-binh-long']);
    expect(items).toEqual([]);
  });

  test('of others show what is issued and nothing else', async () => {
    await desk.approved('một bản thảo về cải cách');
    const { items } = await find({ organ: CITY }, { ...ward, roles: [...role.options] });
    expect(items.map(({ document }) => document.state).sort()).toEqual([
      'issued',
      'issued',
      'issued',
      'issued',
      'issued',
      'withdrawn',
    ]);
    expect((await find({ text: 'cai cach' }, ward)).items).toEqual([]);
  });
});

test('a bringing in that was refused is not found by its words', async () => {
  const old = {
    codeNumber: 99,
    issuedDate: '2026-06-01',
    content: { kind: 'data', data: letter('chưa từng nhập') },
  } as const;
  await expect(bringInDocument(desk.deps, PEOPLE.clerk, old)).rejects.toMatchObject({ code: 'number-not-below-start' });
  expect(await subjects({ text: 'chua tung nhap' })).toEqual([]);
});

test('a trích yếu of 500 letters is found by its last words', async () => {
  const long = `rà soát ${Array.from({ length: 80 }, (_, n) => `mục${n}`).join(' ')} cuối cùng`;
  await desk.issued(long);
  expect(await subjects({ text: '"muc79 cuoi cung"' })).toEqual([long]);
  expect(await desk.verify()).toEqual([]);
});
