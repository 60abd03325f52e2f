import { expect, test } from 'vitest';
import { backupAgeLine, restoredSeriesLine } from '#present/findings/backup-lines.ts';
import { backupErrorText } from '#present/problems/texts/backup-texts.ts';
import { BACKUP_ERROR_CODES, BackupError } from '#usecases/backup/backup-error.ts';

test.each(BACKUP_ERROR_CODES)('says in Vietnamese what stops a backup or a restore: %s', (code) => {
  const params = { out: 'a', known: 'b', dir: 'c', name: 'd', path: 'e', from: 'f', what: 'series', day: 'g' };
  const text = backupErrorText(new BackupError(code, params));
  expect(text).toMatch(/[ăâđêôơư]/);
  expect(text).not.toContain('undefined');
});

test('says the age of a backup in days and hours, hours and minutes, or minutes', () => {
  const line = (now: string) => backupAgeLine({ at: '2026-11-28T18:30:00.000Z' }, new Date(now));
  expect(line('2026-11-30T20:40:00Z')).toBe('Bản sao lưu lúc 01:30 ngày 29/11/2026, cách đây 2 ngày 2 giờ.');
  expect(line('2026-11-28T20:40:00Z')).toMatch(/cách đây 2 giờ 10 phút\.$/);
  expect(line('2026-11-28T18:00:00Z')).toMatch(/cách đây 0 phút\.$/);
});

test('tells what a mark outside says of a series that stays shut', () => {
  const doubt = { since: '2026-11-28T18:30:00.000Z', atLeast: 67 };
  const line = restoredSeriesLine({ organ: 'phu-ly', year: 2026, series: 'ke-hoach', next: 66, doubt });
  expect(line).toContain('dấu ghi ngoài cho biết đã cấp đến số 67; CHƯA MỞ');
});
