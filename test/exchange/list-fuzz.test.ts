import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { FORBIDDEN } from '#document/text/forbidden-characters.ts';
import { findHeader } from '#exchange/older-book/import-columns.ts';
import { parseImportRow } from '#exchange/older-book/parse-import-row.ts';
import { resolveImportRow } from '#exchange/older-book/resolve-import-row.ts';
import { exampleProfiles } from '../support/desk.ts';
import { sheetRows, TITLES } from './workbook.ts';

const columns = findHeader(sheetRows(TITLES))!.columns;
let profiles: OrganProfile[];
beforeAll(async () => {
  const all = (await exampleProfiles()) as unknown as OrganProfile[];
  profiles = all.filter(({ organId }) => organId === 'dong-nai');
});

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('35/KH-UBND', '12/UBND-HCC', '24/01/2025', 'Kế hoạch x', '', null, '__proto__', '=1+1'),
  fc.double(),
  fc.boolean(),
  fc.date({ noInvalidDate: false }),
);
const code = fc.oneof(cell, fc.constantFrom('35/KH-UBND', '5/ubnd-hcc'));
const day = fc.oneof(cell, fc.constantFrom('24/01/2025', new Date('2026-05-05T00:00:00Z')));

test('a row of anything is a sound document, or is refused with a reason', () => {
  fc.assert(
    fc.property(fc.tuple(code, day, fc.array(cell, { maxLength: 8 })), ([symbol, date, rest]) => {
      const row = parseImportRow([symbol, date, ...rest], columns);
      const { record, findings } = resolveImportRow(row, { organ: 'dong-nai', profiles, today: '2026-06-15' });
      expect(record === null).toBe(findings.length > 0);
      for (const { message } of findings) {
        expect(message).not.toContain('undefined');
        expect(FORBIDDEN.test(message.replaceAll('\uFFFD', ''))).toBe(false);
      }
      if (!record) return;
      expect(record.subject).toMatch(/\S/);
      expect(record.issuedDate <= '2026-06-15').toBe(true);
      expect(FORBIDDEN.test(JSON.stringify(record))).toBe(false);
    }),
    { numRuns: 500 },
  );
});
