import { expect, test } from 'vitest';
import { passwordFault } from '../../../web/src/state/passwords.ts';

test('a new password is typed twice alike, and is another than the one in use', () => {
  const typed = { had: 'gió bấc', next: 'mưa rào tháng sáu', again: 'mưa rào tháng sáu' };
  expect(passwordFault(typed)).toBeNull();
  expect(passwordFault({ ...typed, again: typed.next.normalize('NFD') })).toBeNull();
  expect(passwordFault({ ...typed, next: '' })).toMatch(/Hãy gõ/);
  expect(passwordFault({ ...typed, again: 'mưa rào tháng bảy' })).toMatch(/khác nhau/);
  expect(passwordFault({ ...typed, had: typed.next })).toMatch(/phải khác/);
});
