import { expect, test } from 'vitest';
import type { FanOutRow } from '#register/fan-outs/fan-out.schema.ts';
import type { DocumentItem } from '#register/model/types.ts';
import { stateOf } from '#usecases/fan-out/unit-states.ts';

const row: FanOutRow = {
  schema: 'fan-out-row@1',
  organ: 'dong-nai',
  runId: 'mot',
  unitCode: '25326',
  state: 'done',
  attempt: 1,
  updatedAt: '2026-03-16T02:00:00.000Z',
};
const document = (more: Partial<DocumentItem>) =>
  ({ state: 'draft', rev: 1, version: 1, codeNotation: 'KH-UBND', ...more }) as DocumentItem;
const stage = (more: Partial<DocumentItem>) => stateOf(row, {}, document(more), '2026-03-16').stage;

test('tells from row and document how far a unit is', () => {
  expect(stage({})).toBe('down');
  expect(stage({ rev: 2 })).toBe('opened');
  expect(stage({ version: 2 })).toBe('opened');
  expect(stage({ state: 'submitted' })).toBe('submitted');
  expect(stage({ state: 'approved' })).toBe('submitted');
  expect(stage({ state: 'discarded' })).toBe('discarded');
  expect(stage({ state: 'numbered' })).toBe('issued');
  expect(stage({ state: 'withdrawn' })).toBe('ended');
  expect(stage({ state: 'replaced' })).toBe('ended');
  expect(stage({ state: 'voided' })).toBe('discarded');
  expect(stateOf({ ...row, state: 'leased' }, {}, undefined, '2026-03-16').stage).toBe('waiting');
  expect(stateOf({ ...row, state: 'failed' }, {}, undefined, '2026-03-16').stage).toBe('failed');
});

test('a unit is late the day after its last day, unless it issued', () => {
  const late = (more: Partial<DocumentItem>, today: string) =>
    stateOf(row, { due: '2026-03-16' }, document(more), today).isLate;
  expect(late({}, '2026-03-16')).toBe(false);
  expect(late({}, '2026-03-17')).toBe(true);
  expect(late({ state: 'issued', codeNumber: 7, issuedDate: '2026-03-20' }, '2026-03-21')).toBe(false);
  const issued = document({ state: 'issued', codeNumber: 7, issuedDate: '2026-03-20' });
  expect(stateOf(row, {}, issued, '2026-03-21')).toMatchObject({ code: '07/KH-UBND', issuedDate: '2026-03-20' });
});
