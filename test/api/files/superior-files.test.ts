import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCX } from '#base/content-types.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { superiorPlan } from '../../localise/support/superior-docx.ts';
import { zipDocx } from '../../read/support/make-docx.ts';
import { must, office, openTestApi, type TestApi } from '../test-api.ts';

const ORGAN = 'phuong-binh-long';
const UNIT = '25326';
const { drafter } = office(ORGAN);
let api: TestApi;
let file: Uint8Array;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  file = await superiorPlan();
});
afterAll(() => api.close());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function read(bytes: Uint8Array, about: object = {}) {
  const announced = { size: bytes.length, sha256: sha256(bytes), contentType: DOCX };
  const { body } = await must(api.send(drafter, 'POST', '/uploads', announced), 201);
  const authorization = `Bearer ${await api.tokenOf(drafter)}`;
  const request = { method: 'PUT', headers: { ...body.headers, authorization }, body: Buffer.from(bytes) };
  await must(api.raw(body.url, request), 204);
  const said = { uploadId: body.uploadId, name: 'ke-hoach-tinh.docx', provinceCode: '75', ...about };
  return api.send(drafter, 'POST', '/superior-files', said);
}

type Decided = { readonly decisions: Record<string, string> };
const decidedAll = <File extends Decided>(given: File): File => ({
  ...given,
  decisions: Object.fromEntries(
    Object.entries(given.decisions).map(([id, fate]) => [id, fate === 'undecided' ? 'stays' : fate]),
  ),
});

test('a superior’s Word file becomes a plan of the unit, with what it came from', async () => {
  const { body } = await must(read(file), 200);
  expect(body.file).toMatchObject({
    file: { name: 'ke-hoach-tinh.docx', sha256: sha256(file) },
    superior: { provinceCode: '75', code: '51/KH-UBND', issuedDate: '2026-01-30' },
  });
  const fates = new Set(body.proposals.map(({ fate }: { readonly fate: string }) => fate));
  expect(fates).toEqual(new Set(['down', 'stays', 'undecided']));

  const open = await must(api.send(drafter, 'POST', '/superior-files/plan', { file: body.file, unitCode: UNIT }), 200);
  expect(open.body.data).toBeNull();
  expect(open.body.undecided.length).toBeGreaterThan(0);

  const decided = decidedAll(body.file);
  const made = await must(api.send(drafter, 'POST', '/superior-files/plan', { file: decided, unitCode: UNIT }), 200);
  expect(made.body.data).toMatchObject({ organ: ORGAN, localisedFrom: { unitCode: UNIT, file: body.file.file } });
  const { body: saved } = await must(
    api.send(drafter, 'POST', '/documents', { docId: 'ke-hoach-theo-tep', data: made.body.data }),
    201,
  );
  expect(saved.document.docId).toBe('ke-hoach-theo-tep');
});

test('an amended file keeps ids and decisions, and is compared with the unit’s own plan', async () => {
  const before = decidedAll((await must(read(file), 200)).body.file);
  const parts = readOwnZip(file);
  const xml = parts.get('word/document.xml') ?? '';
  const amended = xml.replace('phù hợp với từng nhóm đối tượng', 'sát với từng nhóm đối tượng');
  expect(amended).not.toBe(xml);
  const next = zipDocx({ ...Object.fromEntries(parts), 'word/document.xml': amended });
  const { body } = await must(read(next, { before }), 200);
  const changed = body.alignment.parts.filter(({ as }: { readonly as: string }) => as !== 'same');
  expect(changed).toMatchObject([{ as: 'changed', message: 'đã sửa lời' }]);
  expect(body.alignment.removed).toEqual([]);
  expect(body.file.decisions).toEqual(before.decisions);

  const path = '/documents/ke-hoach-theo-tep/superior-file-changes';
  const compared = await must(api.send(drafter, 'POST', path, { before, after: body.file }), 200);
  const own = compared.body.changes.filter(({ id }: { readonly id: string }) => id === changed[0].id);
  expect(own).toMatchObject([{ superior: 'changed', unit: 'unchanged', outcome: 'superior' }]);
  // Both changed it: the unit's stays until a side is chosen.
  const { body: draft, etag } = await must(api.send(drafter, 'GET', '/documents/ke-hoach-theo-tep'), 200);
  const text = JSON.stringify(draft.data);
  const ownText = text.replace('phù hợp với từng nhóm đối tượng', 'đúng với từng nhóm đối tượng');
  expect(ownText).not.toBe(text);
  const own2 = { data: JSON.parse(ownText) };
  await must(api.send(drafter, 'PUT', '/documents/ke-hoach-theo-tep', own2, { 'if-match': etag }), 200);
  for (const [side, words] of [
    ['unit', 'đúng với'],
    ['superior', 'sát với'],
  ] as const) {
    const decisions = { [changed[0].id]: side };
    const { result } = (await must(api.send(drafter, 'POST', path, { before, after: body.file, decisions }), 200)).body;
    expect(JSON.stringify(result)).toContain(`${words} từng nhóm đối tượng`);
    expect(result.localisedFrom.file.sha256).toBe(sha256(next));
  }
  // A draft that is no whole plan yet is told what it lacks.
  await must(
    api.send(drafter, 'POST', '/documents', { docId: 'ke-hoach-do-dang', data: { ...own2.data, body: [] } }),
    201,
  );
  const broken = '/documents/ke-hoach-do-dang/superior-file-changes';
  const told = await must(api.send(drafter, 'POST', broken, { before, after: body.file }), 422);
  expect(told.body).toMatchObject({
    code: 'document-invalid',
    errors: expect.arrayContaining([expect.objectContaining({ pointer: ['body'] })]),
  });
  const other = { ...before, file: { ...before.file, sha256: '0'.repeat(64) } };
  await must(api.send(drafter, 'POST', path, { before: other, after: body.file }), 404);
});

test('says what a file lacks that units have to cite', async () => {
  const parts = readOwnZip(file);
  const blank = (parts.get('word/document.xml') ?? '').replace('Số: 51/KH-UBND', 'Số:      /KH-UBND');
  const { body } = await must(read(zipDocx({ ...Object.fromEntries(parts), 'word/document.xml': blank })), 422);
  expect(body.code).toBe('superior-unclear');
  expect(body.detail).toContain('số và ngày');
});
