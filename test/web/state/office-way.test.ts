import { expect, test } from 'vitest';
import { wayToPut } from '../../../web/src/state/admin/office-way.ts';

test('setting one choice sends all else as it was read, also what the page does not show', () => {
  const read = { ownDraftAllowed: false, steps: [{ steps: [] }], rev: 3, updatedBy: 'em', updatedAt: '2026-03-16' };
  expect(wayToPut(read, true)).toEqual({ ownDraftAllowed: true, steps: [{ steps: [] }] });
});
