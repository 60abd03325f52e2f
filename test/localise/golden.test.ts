import { describe, expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import { localisePlan } from '#localise/plan/localise-plan.ts';
import { unitOrgan } from '#localise/units/unit-organ.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import { binhLong, compiled, provincePlan, readExample, unitOf, without } from './support/example.ts';

const ON = '2026-02-05';
const ward = readExample<KeHoach>('ke-hoach-phuong-2026.json');
const organs = readExample<OrganProfile[]>('organs.json');
const profile = unitProfile(unitOf('25326'), binhLong());
const result = localisePlan(compiled(provincePlan()), profile, ON);

describe("the province's plan of 2026, for Phường Bình Long", () => {
  test("is the ward's own plan, word for word", () => {
    expect(result.findings).toEqual([]);
    expect(without(result.document, 'origin', 'localisedFrom', 'target')).toEqual(ward);
  });

  test("passes the check of documents with the ward's own profile and with the one made of the directory", () => {
    for (const profiles of [organs, [unitOrgan(profile)]]) {
      const { findings, document } = checkDocument(result.document, { profiles, on: ON });
      expect(findings.map(({ code }) => code)).toEqual(['MIXED_TONES']);
      expect(document).not.toBeNull();
    }
  });

  test('bears the header, place and names that the ward has in the example of organs', () => {
    const own = organs.find(({ organId }) => organId === 'phuong-binh-long');
    expect(unitOrgan(profile)).toEqual(own);
  });

  test("cites the superior's plan in full, with number and date", () => {
    expect(result.document?.bases?.[1]).toEqual({
      verb: 'Căn cứ',
      cites: {
        typeName: 'Kế hoạch',
        code: '51/KH-UBND',
        issuedDate: '2026-01-30',
        organName: 'UBND tỉnh',
        subject: 'về việc thông tin, tuyên truyền cải cách hành chính năm 2026 trên địa bàn tỉnh Đồng Nai',
      },
    });
  });

  test("remembers of every part and row the superior's plan, the part and its hash", () => {
    const origins = [
      ...(result.document?.body ?? []).flatMap(allParts),
      ...(result.document?.appendices ?? []).flatMap((a) => [a, ...a.body.flatMap(allParts)]),
    ];
    expect(origins.length).toBeGreaterThan(80);
    for (const { id, origin } of origins) {
      expect(origin).toEqual({
        docId: 'ke-hoach-tinh-2026',
        partId: id,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
    expect(result.document?.localisedFrom).toMatchObject({ docId: 'ke-hoach-tinh-2026', unitCode: '25326' });
  });

  test('is the same, hashes included, each time it is made', () => {
    expect(localisePlan(compiled(provincePlan()), profile, ON)).toEqual(result);
  });
});

describe("the province's own document", () => {
  test('is sound, prints its own wording, and knows nothing of blanks', () => {
    const { plan } = provincePlan();
    const { findings, document } = checkDocument(plan, { profiles: organs, on: '2026-01-30' });
    expect(findings).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('[[');
    expect(JSON.stringify(document)).not.toMatch(/Bình Long|UBND phường/);
  });
});

function allParts(part: Part): Array<Pick<Part, 'id' | 'origin'>> {
  const rows = part.table?.rows.map(({ id = '', origin }) => ({ id, ...(origin && { origin }) })) ?? [];
  return [part, ...rows, ...(part.children ?? []).flatMap(allParts)];
}
