import { expect, test } from 'vitest';
import { profileFindings } from '#document/checking/profile-rules.ts';
import { foldNotation, formatCode } from '#document/code-notation.ts';
import { mayBear } from '#document/issuing-profile.ts';
import { type OrganProfile, organProfile } from '#document/schemas/organ-profile.schema.ts';
import { findType, notationOfType, TYPE_TABLE } from '#document/type-table.ts';
import { ward } from './scene.ts';

const administrative = TYPE_TABLE.filter(({ group }) => group === 'administrative');

const withSeries = (...lists: readonly string[][]): OrganProfile =>
  organProfile.parse({ ...ward, series: lists.map((types, i) => ({ name: `so-${i + 1}`, types })) });

const findings = (profile: OrganProfile) =>
  profileFindings(profile).map(({ code, pointer }) => `${code} ${pointer.join('.')}`);

test('has the 29 types of Điều 7 in its order, 27 of them with an abbreviation of their own', () => {
  expect(administrative).toHaveLength(29);
  expect(administrative.flatMap(({ abbreviation, typeName }) => (abbreviation === null ? [typeName] : []))).toEqual([
    'Công văn',
    'Thư công',
  ]);
  expect(new Set(administrative.map(({ abbreviation }) => abbreviation)).size).toBe(28);
  expect([findType('KeHoach')?.ordinal, findType('CongVan')?.ordinal, findType('ThuCong')?.ordinal]).toEqual([
    10, 18, 29,
  ]);
});

test('knows a type that an organ lists itself, and none that nobody lists', () => {
  const own = [{ code: 'QuyTrinh', typeName: 'Quy trình', abbreviation: 'QTr' }];
  expect(findType('QuyTrinh', own)).toMatchObject({ typeName: 'Quy trình', group: 'own', symbolYear: false });
  expect(findType('QuyTrinh')).toBeUndefined();
});

test.each([
  ['QuyetDinh', 'VX', 'QĐ-UBND'],
  ['CongVan', 'VX', 'UBND-VX'],
  ['ThuCong', '', 'UBND'],
  ['BanSaoY', '', 'SY-UBND'],
])('writes the symbol of %s', (code, unit, notation) => {
  const type = findType(code);
  expect(type && notationOfType(type, 'UBND', unit)).toBe(notation);
});

test('writes the year into the symbol of a normative document alone', () => {
  expect(TYPE_TABLE.filter(({ symbolYear }) => symbolYear).map(({ code }) => code)).toEqual([
    'NghiQuyetQppl',
    'QuyetDinhQppl',
  ]);
  expect(formatCode(7, 'QĐ-UBND', '', 2026)).toBe('07/2026/QĐ-UBND');
  expect(formatCode(7, 'QĐ-UBND')).toBe('07/QĐ-UBND');
});

test('tells which types may bear a symbol, each by its own abbreviation', () => {
  const bear = (notation: string) =>
    administrative.filter(({ code }) => mayBear(code, ward, foldNotation(notation))).map(({ code }) => code);
  expect(bear('QĐ-UBND')).toEqual(['QuyetDinh']);
  expect(bear('UBND-VX')).toEqual(['CongVan', 'ThuCong']);
  expect(bear('QĐ-SNV')).toEqual([]);
});

test('takes any types into a series: one for all, or one each', () => {
  const all = administrative.map(({ code }) => code);
  expect(findings(withSeries(all))).toEqual([]);
  expect(findings(withSeries(...all.slice(0, 20).map((code) => [code])))).toEqual([]);
  expect(findings(withSeries(['KeHoach'], ['CongVan'], ['BanSaoY', 'BanTrichSao', 'BanSaoLuc']))).toEqual([]);
});

test('finds a type that nobody lists, and a code that is taken', () => {
  expect(findings(withSeries(['KeHoach', 'CauDo']))).toEqual(['SERIES_TYPE_UNKNOWN series.0.types.1']);
  const types = [{ code: 'QuyetDinh', typeName: 'Quyết định', abbreviation: 'QĐ' }];
  expect(findings({ ...withSeries(['KeHoach']), types })).toEqual(['TYPE_CODE_TAKEN types.0.code']);
});

test('finds copies among other types, and copies in two series', () => {
  expect(findings(withSeries(['BanSaoY', 'CongVan']))).toEqual(['COPY_TYPES_APART series.0.types']);
  expect(findings(withSeries(['BanSaoY'], ['BanSaoLuc']))).toEqual(['TYPE_IN_TWO_SERIES series.1.types.0']);
});

test('finds a normative type that shares its series', () => {
  expect(findings(withSeries(['QuyetDinhQppl', 'QuyetDinh']))).toEqual(['NORMATIVE_TYPE_APART series.0.types']);
  expect(findings(withSeries(['QuyetDinhQppl'], ['NghiQuyetQppl'], ['QuyetDinh']))).toEqual([]);
});

test('finds a type with one symbol in two series; a công văn’s unit tells its series apart', () => {
  expect(findings(withSeries(['KeHoach', 'BaoCao'], ['BaoCao']))).toEqual(['TYPE_IN_TWO_SERIES series.1.types.0']);
  expect(findings(withSeries(['CongVan'], ['CongVan']))).toEqual([]);
});
