import { expect, test } from 'vitest';
import { absenceNote } from '../../../../web/src/state/document/absence.ts';

const away = (from: string, to: string) => ({ staffId: 'ky', from, to, deputy: 'pho' });
const NAMES = new Map([['pho', 'Lê Văn Cường']]);

test('tells of an absence that is on or comes, not of one that is over or another’s', () => {
  const said = ' (vắng ngày 16/3/2026 đến ngày 20/3/2026, Lê Văn Cường làm thay)';
  const absences = [away('2026-05-01', '2026-05-02'), away('2026-03-16', '2026-03-20')];
  expect(absenceNote('ky', absences, '2026-03-20', NAMES)).toBe(said);
  expect(absenceNote('ky', absences, '2026-03-01', NAMES)).toBe(said);
  expect(absenceNote('ky', absences.slice(1), '2026-03-21', NAMES)).toBe('');
  expect(absenceNote('khac', absences, '2026-03-16', NAMES)).toBe('');
});
