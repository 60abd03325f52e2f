import { expect, test } from 'vitest';
import { banhanh } from '../run-banhanh.ts';

test('lists units by name with their codes, and says what is none', () => {
  const one = banhanh(['units', 'phú lý']);
  expect([one.status, one.stdout.split('\n')[1]?.split(/ {2,}/)]).toEqual([
    0,
    ['26173', 'xã Phú Lý', 'thành phố Đồng Nai'],
  ]);
  expect(banhanh(['units', 'Tân An']).stdout.trim().split('\n').length).toBeGreaterThan(10);
  const none = banhanh(['units', 'Không Có']);
  expect(none.status).toBe(1);
  expect(none.stderr).toContain('Không có đơn vị hành chính “Không Có”.');
});
