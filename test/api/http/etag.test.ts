import { expect, test } from 'vitest';
import { seenOf } from '#api/http/etag.ts';

test('an If-Match names one version', () => {
  expect(seenOf('"v3-r2"')).toEqual({ version: 3, rev: 2 });
});

test.each(['W/"v1-r1", "v9-r9"', '"v1-r1", "v9-r9"', '*', 'v1-r1', '""', '"v1-r1'])(
  'an If-Match of %j is refused',
  (text) => expect(() => seenOf(text)).toThrow(expect.objectContaining({ code: 'if-match-invalid' })),
);
