import { expect, test } from 'vitest';
import { Problem } from '../../../../web/src/api/problem.ts';
import { type Held, handOverAll, heldBy, heldLine, readyFor } from '../../../../web/src/state/admin/hand-over.ts';

const held = (docId: string, turn: Held['turn'], more: Partial<Held> = {}): Held => ({
  ...{
    docId,
    version: 3,
    rev: 2,
    turn,
    typeName: 'Kế hoạch',
    stateName: 'bản thảo',
    updatedAt: '2026-03-16T02:00:00Z',
  },
  ...more,
});
const all = [held('mot', 'draft'), held('hai', 'step'), held('ba', 'signature'), held('bon', 'draft')];

test('a document is named by what the admin may see of it', () => {
  expect(heldLine(held('mot', 'draft', { unit: 'VP' }))).toBe('Kế hoạch, bản thảo, đơn vị VP, từ 16/03/2026');
  expect(heldLine(held('hai', 'step', { subject: 'Ra quân' }))).toBe(
    'Kế hoạch “Ra quân”, bước kiểm tra, từ 16/03/2026',
  );
});

test('what has a taker can be handed over; a signature never', () => {
  expect(heldBy(all, 'draft').map(({ docId }) => docId)).toEqual(['mot', 'bon']);
  expect(readyFor(all, { draft: 'an', step: '' }).map(({ docId }) => docId)).toEqual(['mot', 'bon']);
  expect(readyFor(all, { draft: 'an', step: 'ban' })).toHaveLength(3);
  expect(readyFor(all, { draft: '', step: '' })).toEqual([]);
});

test('each is handed over on the version that was listed; one that fails is named, and stops none', async () => {
  const asked: unknown[] = [];
  const handOver = async ({ docId, etag }: { docId: string; etag: string }, to: string) => {
    asked.push([docId, etag, to]);
    if (docId === 'hai') throw new Problem('Văn bản đã đổi.', 412, 'stale');
  };
  const counts: number[] = [];
  const failed = await handOverAll(
    all,
    { draft: 'an', step: 'ban' },
    { handOver, told: (count) => counts.push(count) },
  );
  expect(asked).toEqual([
    ['mot', '"v3-r2"', 'an'],
    ['hai', '"v3-r2"', 'ban'],
    ['bon', '"v3-r2"', 'an'],
  ]);
  expect(failed.map((one) => [one.held.docId, one.reason])).toEqual([['hai', 'Văn bản đã đổi.']]);
  expect(counts).toEqual([1, 2, 4]);
});
