import { expect, test } from 'vitest';
import type { Document } from '#document/document-types.ts';
import { freeze, frozenDocument, profileDifferences } from '#document/frozen-document.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { check, examples, letter, ON, organs, plan, ward } from './scene.ts';

const frozen = (input: unknown) => {
  const { document, profile } = check(input);
  return freeze(document!, profile!, ON);
};
const fields = (input: unknown, change: Partial<OrganProfile>) =>
  profileDifferences(frozen(input), { ...ward, ...change }).map(({ field }) => field);
const withAppendix = plan({
  closing: ['Chi tiết tại ', { ref: 'pl' }],
  appendices: [{ id: 'pl', body: [{ id: 'x', level: 'paragraph', text: 'x' }] }],
});

test('is read back as it was frozen', () => {
  for (const input of [plan(), letter(), withAppendix]) {
    const before = frozen(input);
    expect(frozenDocument.parse(JSON.parse(canonicalJson(before)))).toEqual(before);
  }
});

test('reads nothing else than what was frozen', () => {
  expect(frozenDocument.safeParse({ ...frozen(plan()), state: 'issued' }).success).toBe(false);
  expect(frozenDocument.safeParse({ ...frozen(plan()), frozenOn: '2026-02-30' }).success).toBe(false);
});

test('differs in nothing from the same profile, whatever the day', () => {
  expect(profileDifferences(frozen(plan()), { ...ward, validTo: '2030-01-01' })).toEqual([]);
});

test.each<[string, Partial<OrganProfile>, string[]]>([
  ['the name', { headerLines: ['Ủy ban nhân dân', 'xã Bình Long'] }, ['tên cơ quan']],
  ['the lines of the name', { headerLines: ['Ủy ban nhân dân phường', 'Bình Long'] }, ['tên cơ quan']],
  ['a parent', { parentName: 'UBND tỉnh' }, ['cơ quan chủ quản']],
  ['the place', { place: 'Phường Bình Long' }, ['địa danh']],
  ['the abbreviation', { abbreviation: 'UB' }, ['ký hiệu']],
  ['the collective', { collectiveName: null }, ['quyền hạn, chức vụ người ký']],
  ['the opening', { namesInOpening: { organ: 'UBND xã', head: 'x' } }, ['người ban hành trong câu mở đầu']],
])('names %s where it has changed', (_, change, expected) => expect(fields(plan(), change)).toEqual(expected));

test('passes over what the document does not use', () => {
  const change: Partial<OrganProfile> = {
    address: ['Nơi khác'],
    namesInAttachment: { organ: 'x', head: 'y' },
    namesInOpening: { organ: 'UBND phường', head: 'khác' },
    signers: [],
    units: [],
  };
  expect(fields(plan(), change)).toEqual([]);
  expect(fields(plan({ footAddress: true }), change)).toEqual(['địa chỉ']);
  expect(fields(withAppendix, change)).toEqual(['người ban hành trong dòng Kèm theo']);
});

test('names the signer where the profile gave the name', () => {
  const [data] = examples.slice(2).map((example) => example.data);
  const before = freeze(data as unknown as Document, organs[2]!, ON);
  const now = { ...organs[2]!, signers: [{ staffId: 'b', fullName: 'Trần B', position: 'Chủ tịch' }] };
  expect(profileDifferences(before, now)).toEqual([{ field: 'họ tên người ký', was: 'Nguyễn Văn A', now: 'Trần B' }]);
});

test('says both names of Đồng Nai over the day of 30/4/2026', () => {
  const signer = { authority: [{ position: 'Chủ tịch' }], fullName: 'Võ Tấn Đức' };
  const { document, profile } = check(plan({ organ: 'dong-nai', signer }), 'refuse', '2026-04-29');
  expect(profileDifferences(freeze(document!, profile!, '2026-04-29'), organs[1]!)).toEqual([
    { field: 'tên cơ quan', was: 'Ủy ban nhân dân / tỉnh Đồng Nai', now: 'Ủy ban nhân dân / thành phố Đồng Nai' },
    { field: 'người ban hành trong câu mở đầu', was: 'UBND tỉnh', now: 'UBND thành phố' },
  ]);
});

test('writes equal values as equal text, in whatever order their keys came', () => {
  const shuffled = Object.fromEntries(Object.entries(plan()).toReversed());
  expect(canonicalJson(shuffled)).toBe(canonicalJson(plan()));
  expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: 'đ"\n' })).toBe('{"a":"đ\\"\\n","b":[1,{"d":null}]}');
  expect(JSON.parse(canonicalJson(withAppendix))).toEqual(withAppendix);
});

test('freezes the same text for a document in NFC and in NFD', () => {
  const decomposed = JSON.parse(JSON.stringify(withAppendix).normalize('NFD'));
  expect(canonicalJson(frozen(decomposed))).toBe(canonicalJson(frozen(withAppendix)));
});
