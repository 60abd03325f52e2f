import { expect, test } from 'vitest';
import { backupLine } from '../../../../web/src/state/admin/server-state.ts';
import { daysLines } from '../../../../web/src/state/admin/working-days.ts';

test('says how backups stand, and that there is one copy alone where there are none', () => {
  expect(backupLine([])).toEqual({ ok: false, text: expect.stringContaining('chỉ có một bản') });
  const backup = { name: 'backup', ok: true, detail: 'lần sao lưu gần nhất: hôm qua' };
  expect(backupLine([backup])).toEqual({ ok: true, text: 'Sao lưu: lần sao lưu gần nhất: hôm qua.' });
});

test('counts the days off and made up of a year', () => {
  expect(daysLines({ off: ['2026-09-02'], makeUp: ['2026-08-22'] })).toEqual([
    'Nghỉ 1 ngày: 02/09/2026.',
    'Làm bù 1 ngày: 22/08/2026.',
  ]);
  expect(daysLines({ off: [], makeUp: [] })).toEqual([]);
});
