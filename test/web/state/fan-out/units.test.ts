import { expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { chaseLetter } from '../../../../web/src/state/fan-out/chase-letter.ts';
import { issuedLine, type UnitState } from '../../../../web/src/state/fan-out/stages.ts';
import { isOpen, stageCounts, unitsOf } from '../../../../web/src/state/fan-out/units.ts';
import { organs } from '../../../document/scene.ts';

const units: readonly UnitState[] = [
  { unitCode: '25326', stage: 'issued', isLate: false, code: '35/KH-UBND', issuedDate: '2026-03-16' },
  { unitCode: '26179', stage: 'opened', isLate: true },
  { unitCode: '26020', stage: 'outside', isLate: false, code: '2/KH-UBND', issuedDate: '2026-03-12' },
];

test('narrows units to those that have not issued, or are late', () => {
  expect(units.map(isOpen)).toEqual([false, true, false]);
  expect(unitsOf(units, 'open')).toEqual([units[1]]);
  expect(unitsOf(units, 'late')).toEqual([units[1]]);
  expect(unitsOf(units, 'outside')).toEqual([units[2]]);
  expect(unitsOf(units, 'all')).toHaveLength(3);
  expect(stageCounts(units).map(({ key, count }) => [key, count])).toEqual([
    ['issued', 1],
    ['outside', 1],
    ['opened', 1],
  ]);
  expect(units.map(issuedLine)).toEqual(['35/KH-UBND, 16/03/2026', '', '2/KH-UBND, 12/03/2026']);
});

test('drafts the letter to the late as a công văn without a fault', () => {
  const city = organs.findLast(({ organId }) => organId === 'dong-nai')!;
  const superior = { docId: 'kh', code: '51/KH-UBND', issuedDate: '2026-01-30', inRegister: true, note: '' };
  const data = chaseLetter({ superior, due: '2026-03-31' }, unitsOf(units, 'late'), city);
  expect(data).toMatchObject({ addressees: [expect.stringContaining('Ủy ban nhân dân')] });
  const { findings } = checkDocument(data, { profiles: organs, on: '2026-11-30', placeholders: 'show' });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
