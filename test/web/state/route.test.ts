import { expect, test } from 'vitest';
import { formatRoute, parseRoute, type Route } from '../../../web/src/state/route.ts';

const routes: Route[] = [
  { view: 'work' },
  { view: 'drafts' },
  { view: 'to-sign' },
  { view: 'to-number' },
  { view: 'book' },
  { view: 'find', text: '' },
  { view: 'find', text: '35/KH-UBND & khác' },
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

test('the empty address is one’s own work, an unknown one is missing', () => {
  expect(parseRoute('/', '')).toEqual({ view: 'work' });
  for (const path of ['/khong-co', '/van-ban/a', '/van-ban/a/b/c', '/%']) {
    expect(parseRoute(path, ''), path).toEqual({ view: 'missing' });
  }
});
