import { expect, test } from 'vitest';
import { organOfPath } from '../../../web/src/state/acting-organ.ts';
import { actingPerson, type Membership } from '../../../web/src/state/memberships.ts';
import { formatRoute, parseRoute, type Route } from '../../../web/src/state/route.ts';

const routes: Route[] = [
  { view: 'work' },
  { view: 'drafts' },
  { view: 'to-sign' },
  { view: 'to-number' },
  { view: 'book' },
  { view: 'returned' },
  { view: 'returned', docId: 'mau-1' },
  { view: 'find', text: '' },
  { view: 'find', text: '35/KH-UBND & khác' },
  { view: 'find', text: '', by: { signer: 'Nguyễn Văn A & B', from: '2026-01-01' } },
  { view: 'find', text: 'x', by: { typeCode: 'KeHoach', year: '2025', to: '2025-12-31', recipient: 'Sở' } },
  { view: 'book', by: { year: '2025', series: 'ke-hoach', from: '2025-02-01', to: '2025-02-28' } },
  { view: 'statistics', by: { year: '2024' } },
  { view: 'document', organ: 'phuong-binh-long', docId: 'mau-1' },
  { view: 'edit', docId: 'mau-1' },
  { view: 'admin' },
  { view: 'password' },
  { view: 'profile' },
  { view: 'fan-outs' },
  { view: 'hand-down', docId: 'ke-hoach-1' },
  { view: 'superior-file' },
  { view: 'old-scans' },
  { view: 'fan-out', runId: 'giao-2026-03-16-a1' },
];

test.each(routes)('the address of %j names that view', (route) => {
  const url = new URL(formatRoute(route), 'http://a');
  expect(parseRoute(url.pathname, url.search)).toEqual(route);
});

test.each(routes)('the address of %j for another organ names both', (route) => {
  const url = new URL(formatRoute(route, 'ban-chi-dao'), 'http://a');
  expect(organOfPath(url.pathname)).toBe('ban-chi-dao');
  expect(parseRoute(url.pathname, url.search)).toEqual(route);
});

test('somebody acts for an organ with the roles they took there, and not where they are only invited', () => {
  const an = { staffId: 'an', name: 'An', organ: 'phuong', roles: ['drafter' as const] };
  const all: Membership[] = [
    { organ: 'phuong', organName: null, roles: ['drafter'], isHome: true, isAccepted: true },
    { organ: 'hoi-dong', organName: null, roles: ['clerk'], isHome: false, isAccepted: true },
    { organ: 'ban', organName: null, roles: ['signer'], isHome: false, isAccepted: false },
  ];
  expect(actingPerson(an, null, [])).toBe(an);
  expect(actingPerson(an, 'phuong', [])).toBe(an);
  expect(actingPerson(an, 'hoi-dong', all)).toEqual({ ...an, organ: 'hoi-dong', roles: ['clerk'] });
  expect(['ban', 'la'].map((organ) => actingPerson(an, organ, all))).toEqual([null, null]);
});

test('the empty address is one’s own work, an unknown one is missing', () => {
  expect(parseRoute('/', '')).toEqual({ view: 'work' });
  for (const path of ['/khong-co', '/van-ban/a', '/van-ban/a/b/c', '/%']) {
    expect(parseRoute(path, ''), path).toEqual({ view: 'missing' });
  }
});
