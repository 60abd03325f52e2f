import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { createCalendar } from '#local/demo/demo-calendar.ts';
import { openStack, type Stack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import type { Actor } from '#usecases/actor.ts';
import { type BringInInput, bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { downloadFile } from '#usecases/search/download-file.ts';

const examples = join(import.meta.dirname, '../../examples');
const clerk: Actor = { organ: 'dong-nai', staffId: 'clerk', roles: ['clerk'] };
let dir: string;
let stack: Stack;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-bring-in-'));
  stack = await openStack({ dir, clock: createCalendar('2026-03-16T09:00:00+07:00').clock });
  await seedOrgans(stack.deps, dir, join(examples, 'organs.json'));
  data = JSON.parse(await readFile(join(examples, 'ke-hoach-tinh-2025.json'), 'utf8'));
});
afterEach(async () => {
  await stack.close();
  await rm(dir, { recursive: true, force: true });
});

const bringIn = (input: Partial<BringInInput>) =>
  bringInDocument(stack.deps, clerk, {
    codeNumber: 35,
    issuedDate: '2025-01-24',
    content: { kind: 'data', data },
    ...input,
  });
const keptFiles = () => readdir(join(dataPaths(dir).files, 'issued/dong-nai')).catch(() => []);

test('keeps a file made from the data, by the profile of its day, and says that it was brought in', async () => {
  const { document, row } = await bringIn({});
  expect(document).toMatchObject({ state: 'issued', broughtIn: true, symbol: '35/KH-UBND', year: 2025 });
  expect(document.organName).toBe('Ủy ban nhân dân tỉnh Đồng Nai');
  const ref = { organ: 'dong-nai', docId: document.docId, fileId: row.files[0]!.fileId };
  const { bytes, file } = await downloadFile(stack.deps, clerk, ref);
  expect(bytes.byteLength).toBe(file.size);
});

test('changes nothing when it is repeated', async () => {
  const first = await bringIn({});
  expect(await bringIn({})).toEqual(first);
  expect(await keptFiles()).toHaveLength(1);
});

test('refuses another document under the same number, and keeps no file of it', async () => {
  const { document } = await bringIn({});
  const other = bringIn({ content: { kind: 'data', data: { ...data, urgency: 'KHẨN' } } });
  await expect(other).rejects.toMatchObject({ code: 'duplicate-number', params: { docId: document.docId } });
  expect(await keptFiles()).toHaveLength(1);
});

test('takes a paper record without a file', async () => {
  const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'Kế hoạch trên giấy' } as const;
  const { document, row } = await bringIn({ content: { kind: 'record', record } });
  expect(row.files).toEqual([]);
  expect(document).toMatchObject({ subject: 'Kế hoạch trên giấy', state: 'issued' });
});

test.each([
  [
    'a number that this year’s series will give itself',
    { codeNumber: 3, issuedDate: '2026-03-01' },
    'number-not-below-start',
  ],
  ['a day that has not come', { issuedDate: '2026-12-31' }, 'bad-date'],
  ['a day before the organ had a profile', { issuedDate: '2020-01-24' }, 'no-profile'],
  [
    'data with errors',
    { content: { kind: 'data', data: { schema: 'KeHoach@1', organ: 'dong-nai' } } },
    'document-invalid',
  ],
  ['data of another organ', { content: { kind: 'data', data: { organ: 'phuong-binh-long' } } }, 'foreign-organ'],
] satisfies [string, Partial<BringInInput>, string][])(
  'refuses %s, and keeps no file of it',
  async (_name, input, code) => {
    await expect(bringIn(input)).rejects.toMatchObject({ code });
    expect(await keptFiles()).toEqual([]);
  },
);
