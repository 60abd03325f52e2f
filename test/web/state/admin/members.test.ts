import { expect, test } from 'vitest';
import {
  changeLines,
  type Member,
  missingRoles,
  signersToAdd,
  standing,
} from '../../../../web/src/state/admin/members.ts';
import { suggestSignIn } from '../../../../web/src/state/admin/sign-in-name.ts';

const at = '2026-03-16T01:30:00.000Z';
const member = (about: Partial<Member> = {}): Member => ({
  staffId: 'an',
  username: 'an',
  name: 'Nguyễn Văn An',
  roles: ['drafter'],
  active: true,
  rev: 1,
  updatedBy: 'nguoi-van-hanh',
  updatedAt: at,
  changes: [],
  ...about,
});

test('a sign-in name is suggested without marks, and with a number where it is taken', () => {
  expect(suggestSignIn('Đặng Thị  Ước', [])).toBe('dang-thi-uoc');
  expect(suggestSignIn('Nguyễn Văn An', ['nguyen-van-an', 'nguyen-van-an-2'])).toBe('nguyen-van-an-3');
  expect(suggestSignIn(' ', [])).toBe('');
});

test('signers who have a sign-in are not offered again, even when they ended', () => {
  const signers = ['an', 'binh'].map((staffId) => ({ staffId, fullName: staffId, position: 'Chủ tịch' }));
  expect(signersToAdd(signers, [member({ active: false })]).map(({ staffId }) => staffId)).toEqual(['binh']);
});

test('what the office cannot do without a role is said, and who ended counts for none', () => {
  const all = [member(), member({ roles: ['signer'] }), member({ roles: ['clerk'], active: false })];
  expect(missingRoles(all)).toEqual(['Chưa có văn thư: chưa ai cấp số được.']);
});

test('changes are told newest first, each by what it changed', () => {
  const step = { name: 'An', roles: ['drafter' as const], active: true, by: 'quan-tri', at };
  const changes = [
    { ...step, by: 'nguoi-van-hanh', rev: 1 },
    { ...step, roles: ['drafter' as const, 'clerk' as const], rev: 2 },
    { ...step, roles: ['drafter' as const, 'clerk' as const], active: false, rev: 3 },
  ];
  const lines = changeLines({ changes }, new Map([['quan-tri', 'Hoàng Thị Em']]));
  expect(lines).toEqual([
    '08:30 ngày 16/03/2026, Hoàng Thị Em: thôi làm việc',
    '08:30 ngày 16/03/2026, Hoàng Thị Em: vai trò: Người soạn, Văn thư',
    '08:30 ngày 16/03/2026, người vận hành máy chủ: vai trò: Người soạn',
  ]);
  expect(standing(member({ active: false }))).toBe('Đã thôi từ 16/03/2026');
});
