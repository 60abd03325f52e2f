import { expect, test } from 'vitest';
import {
  dueLine,
  newerRun,
  outcomeWords,
  type SuperiorChange,
  saidText,
  undecided,
} from '../../../../web/src/state/fan-out/came-down.ts';

const runs = [
  { runId: 'mot', startedAt: '2026-03-01T01:00:00.000Z' },
  { runId: 'hai', startedAt: '2026-03-09T01:00:00.000Z' },
];
const change = (more: Partial<SuperiorChange>): SuperiorChange => ({
  id: 'kinh-phi',
  place: 'Mục III',
  superior: 'changed',
  unit: 'unchanged',
  outcome: 'superior',
  ...more,
});

test('knows whether the superior changed its plan after the own text was made', () => {
  expect(newerRun({ runs, standsAt: 'mot' })).toBe('hai');
  expect(newerRun({ runs, standsAt: 'hai' })).toBeNull();
});

test('says until when, and that it is over', () => {
  const state = { unitCode: '25326', stage: 'opened', isLate: false } as const;
  expect(dueLine({ state })).toBe('Không đặt hạn');
  expect(dueLine({ due: '2026-03-31', state })).toBe('Hạn ban hành: 31/03/2026');
  expect(dueLine({ due: '2026-03-31', state: { ...state, isLate: true } })).toContain('quá hạn');
});

test('asks for a choice of what both changed, and says what becomes of the rest', () => {
  const conflict = change({ id: 'muc-tieu', unit: 'changed', outcome: 'conflict' });
  const changes = [change({}), conflict];
  expect(undecided(changes, {})).toEqual([conflict]);
  expect(undecided(changes, { 'muc-tieu': 'unit' })).toEqual([]);
  expect(changes.map(outcomeWords)).toEqual(['Cấp trên đã sửa: lấy theo cấp trên', 'Cả hai bên cùng sửa: hãy chọn']);
  expect(outcomeWords(change({ superior: 'unchanged', unit: 'removed', outcome: 'unit' }))).toContain('Đơn vị đã bỏ');
});

test('shows what a side says without the marks that programs keep', () => {
  const part = { id: 'a', level: 'clause', title: 'Kinh phí', text: 'Ngân sách.', origin: { docId: 'x', partId: 'y' } };
  expect(saidText(part)).toBe('Kinh phí\nNgân sách.');
  expect(saidText({ cells: ['1', ['a', { ref: 'b' }]] })).toBe('1\na');
  expect(saidText(null)).toBe('');
});
