import { describe, expect, test } from 'vitest';
import type { Part } from '#document/schemas/part.schema.ts';
import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';
import { localisePlan } from '#localise/plan/localise-plan.ts';
import type { UnitOverride } from '#localise/units/unit-override.schema.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import { compiled, unitOf } from './support/example.ts';
import { smallPlan } from './support/small-plan.ts';

const XA_TAN_AN = '26179';
const PHUONG_BINH_LONG = '25326';
const ON = '2026-03-16';

const made = (plan: LocalisablePlan, code = XA_TAN_AN, override?: Partial<UnitOverride>, on = ON) =>
  localisePlan(
    compiled(plan),
    unitProfile(unitOf(code), override ? { schema: 'DonVi@1', unitCode: code, ...override } : null),
    on,
  );
const ids = (parts: readonly Part[] = []): string[] => parts.flatMap((p) => [p.id ?? '', ...ids(p.children)]);
const part = (parts: readonly Part[] = [], id: string): Part | undefined =>
  parts.flatMap((p) => (p.id === id ? [p] : (part(p.children, id) ?? []))).at(0);
const rows = (parts: readonly Part[] = []) => part(parts, 'bang')?.table?.rows ?? [];

describe('what goes down', () => {
  test('is what is marked, with all below it; the rest stays with the superior', () => {
    const { document } = made(smallPlan((p) => p.marks.splice(2)));
    expect(ids(document?.body)).toEqual(['muc-tieu', 'chung', 'rieng']);
  });

  test('is something, or the unit is told that nothing goes down to it', () => {
    const { findings } = made(smallPlan((p) => p.marks.splice(0)));
    expect(findings.map(({ code }) => code)).toContain('NOTHING_GOES_DOWN');
  });

  test('is chosen by kind, by name and by exception; the first mark that fits holds', () => {
    const plan = smallPlan((p) => {
      p.marks.push(
        { id: 'chung', for: { units: [PHUONG_BINH_LONG] }, text: 'Riêng phường này.' },
        { id: 'chung', for: { kinds: ['xã'] }, text: 'Các xã.' },
        { id: 'giu', for: { except: [XA_TAN_AN] } },
      );
    });
    expect(part(made(plan).document?.body, 'chung')?.text).toBe('Các xã.');
    expect(part(made(plan, PHUONG_BINH_LONG).document?.body, 'chung')?.text).toBe('Riêng phường này.');
    expect(part(made(plan, '26068').document?.body, 'chung')).toBeUndefined();
    expect(rows(made(plan).document?.body).map(({ id }) => id)).toEqual(['trong']);
    expect(rows(made(plan, '26068').document?.body).map(({ id }) => id)).toEqual(['trong', 'giu']);
  });

  test('may stay, a part or a row', () => {
    const plan = smallPlan((p) => p.marks.push({ id: 'chung', stays: true }, { id: 'giu', stays: true }));
    expect(ids(made(plan).document?.body)).toEqual(['muc-tieu', 'rieng', 'giao-viec', 'bang']);
    expect(rows(made(plan).document?.body)).toHaveLength(1);
  });

  test('has what only units have, in its place, with the blanks filled in', () => {
    const plan = smallPlan((p) => {
      p.additions = [
        { after: 'chung', part: { id: 'them', level: 'clause', text: 'Các [[donVi.khuDanCu]] cùng làm.' } },
        { in: 'muc-tieu', for: { kinds: ['phường'] }, part: { id: 'cuoi', level: 'clause', text: 'Vỉa hè.' } },
        { after: 'trong', row: { id: 'tuoi', cells: { viec: 'Tưới', 'chu-tri': '[[coQuan.đoàn thanh niên]]' } } },
      ];
    });
    const commune = made(plan).document;
    expect(ids(commune?.body).slice(0, 4)).toEqual(['muc-tieu', 'chung', 'them', 'rieng']);
    expect(part(commune?.body, 'them')?.text).toBe('Các ấp, thôn cùng làm.');
    expect(rows(commune?.body)[1]?.cells).toEqual({ viec: 'Tưới', 'chu-tri': 'Đoàn Thanh niên xã' });
    expect(ids(made(plan, PHUONG_BINH_LONG).document?.body)).toContain('cuoi');
  });

  test('leaves a căn cứ out and says so while the unit has not given its number and date', () => {
    const plan = smallPlan((p) => {
      p.unit.bases.push({ own: 'de-an', cites: { typeName: 'Đề án', subject: 'về cây xanh', organName: 'UBND xã' } });
    });
    const before = made(plan);
    expect(before.document?.bases).toHaveLength(1);
    expect(before.findings.map(({ code }) => code)).toEqual(['OWN_DOCUMENT_MISSING']);
    const after = made(plan, XA_TAN_AN, {
      ownDocuments: { 'de-an': { code: '03/ĐA-UBND', issuedDate: '2026-01-05' } },
    });
    expect(after.document?.bases?.[1]?.cites?.code).toBe('03/ĐA-UBND');
    expect(after.findings).toEqual([]);
  });
});

describe('a blank', () => {
  test("is filled in the unit's wording alone: the superior's own text keeps its brackets", () => {
    const { document } = made(smallPlan((p) => p.marks.splice(1, 1)));
    expect(part(document?.body, 'rieng')?.text).toBe('Sở Nội vụ [[donVi.ten]] theo dõi.');
  });

  test('is replaced once: what a unit puts in is never scanned again', () => {
    const { document } = made(smallPlan(), XA_TAN_AN, {
      offices: { 'kinh tế': { name: 'Phòng [[donVi.ten]] {{x}} $& $1' } },
    });
    expect(rows(document?.body)[0]?.cells).toMatchObject({ 'chu-tri': 'Phòng [[donVi.ten]] {{x}} $& $1' });
  });

  test('knows every form that sentences need', () => {
    const plan = smallPlan((p) => {
      p.marks[1] = {
        id: 'rieng',
        text: '[[donVi.ten]] | [[donVi.Ten]] | [[donVi.TEN]] | [[donVi.ubnd]] | [[donVi.ubndDayDu]] | [[donVi.diaBan]] | [[nam]] | [[capTren.ten]] | [[capTren.keHoach]]',
      };
    });
    expect(part(made(plan, PHUONG_BINH_LONG).document?.body, 'rieng')?.text).toBe(
      'phường Bình Long | Phường Bình Long | PHƯỜNG BÌNH LONG | UBND phường | Ủy ban nhân dân phường Bình Long | địa bàn phường | 2026 | tỉnh Đồng Nai | Kế hoạch số 07/KH-UBND ngày 02/02/2026 của UBND tỉnh về việc trồng cây năm 2026',
    );
  });

  test('gives the superior the name of the day: tỉnh until 29/4/2026, and in the citation the name of its own date', () => {
    const later = made(smallPlan(), XA_TAN_AN, {}, '2026-04-30').document;
    expect(made(smallPlan(), XA_TAN_AN, {}, '2026-04-29').document?.recipients).toEqual(['UBND tỉnh']);
    expect(later?.recipients).toEqual(['UBND thành phố']);
    expect(later?.bases?.[0]?.cites?.organName).toBe('UBND tỉnh');
  });

  test('for an office that the unit does not have fails the unit, with the place', () => {
    const { document, findings } = made(smallPlan(), XA_TAN_AN, { offices: { 'kinh tế': null } });
    expect(document).toBeNull();
    expect(findings).toMatchObject([{ code: 'OFFICE_MISSING', path: 'Mục II, dòng 1' }]);
  });
});

test('a unit of another province is refused', () => {
  const { document, findings } = made(smallPlan(), '00004');
  expect(document).toBeNull();
  expect(findings).toMatchObject([{ code: 'UNIT_ELSEWHERE', path: 'phường Ba Đình' }]);
});
