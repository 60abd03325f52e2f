import { expect, test } from 'vitest';
import { beginningOf } from '../../../../web/src/editor/saving/beginning.ts';

const data = { subject: 'trên máy chủ' };
const mine = { schema: 'KeHoach@1', subject: 'tôi gõ', body: [] };
const base = { schema: 'KeHoach@1', subject: 'trước đó', body: [] };
const copy = { person: 'an', docId: 'plan', etag: '"1"', data: mine, base, at: 0 };

test('a draft of which this machine keeps nothing begins with the text of the server', () => {
  expect(beginningOf({ data, etag: '"1"', copy: null })).toEqual({ from: data, isRestored: false, conflict: null });
});

test('what was typed over the version that stands is gone on with', () => {
  expect(beginningOf({ data, etag: '"1"', copy })).toEqual({ from: mine, isRestored: true, conflict: null });
});

test('what was typed over another version is a choice, beside the text of the server', () => {
  const begun = beginningOf({ data, etag: '"2"', copy });
  expect(begun).toEqual({ from: data, isRestored: false, conflict: { base, mine } });
});

test('a copy without the version it was typed over is a choice too', () => {
  const { base: _, ...alone } = copy;
  expect(beginningOf({ data, etag: '"2"', copy: alone }).conflict).toEqual({ base: null, mine });
});
