import { expect, test } from 'vitest';
import { comparedFiles } from '../../../../web/src/state/word/comparison.ts';
import {
  changesOfFile,
  changeWords,
  handsIn,
  openConflicts,
  otherHands,
  type ReturnedChange,
  sideOf,
  unseenChanges,
} from '../../../../web/src/state/word/returned.ts';

const change = (id: string, more: Partial<ReturnedChange>): ReturnedChange => ({
  ...{ id, place: 'Mục I', file: 'changed', draft: 'unchanged', outcome: 'file' },
  ...{ was: 'a', now: 'b', own: 'a', result: 'b', isUnseen: false },
  ...more,
});
const taken = change('m-1', {});
const both = change('m-2', { draft: 'changed', outcome: 'conflict' });
const unseen = change('m-4', { file: 'unchanged', draft: 'changed', outcome: 'draft', isUnseen: true });
const own = change('m-3', { file: 'unchanged', draft: 'changed', outcome: 'draft' });

test('only what the file changed is asked for; its own changes are taken unless they are left', () => {
  expect(changesOfFile({ changes: [taken, both, own] })).toEqual([taken, both]);
  expect([sideOf(taken, {}), sideOf(taken, { 'm-1': 'draft' })]).toEqual(['file', 'draft']);
});

test('what differs without a mark of a hand is asked for apart, and the draft’s stands until the file’s is taken', () => {
  expect(unseenChanges({ changes: [taken, own, unseen] })).toEqual([unseen]);
  expect([sideOf(unseen, {}), sideOf(unseen, { 'm-4': 'file' })]).toEqual(['draft', 'file']);
  expect(changeWords(unseen)).toBe('Khác nhau, không có dấu sửa');
});

test('what both changed waits for a choice', () => {
  expect([sideOf(both, {}), sideOf(both, { 'm-2': 'draft' })]).toEqual([null, 'draft']);
  expect([openConflicts([taken, both], {}).length, openConflicts([taken, both], { 'm-2': 'file' }).length]).toEqual([
    1, 0,
  ]);
  expect([changeWords(taken), changeWords(both), changeWords(change('x', { file: 'removed' }))]).toEqual([
    'Tệp sửa',
    'Tệp sửa, bản thảo cũng đã sửa: hãy chọn',
    'Tệp bỏ',
  ]);
});

test('a part names whose hands were in it, each once; formatting is no hand', () => {
  const tracked = (author: string, partId: string, kind: 'inserted' | 'deleted' | 'formatted' = 'inserted') => ({
    ...{ author, partId, kind, at: null, text: '', quote: '' },
  });
  const file = { tracked: [tracked('Trần Văn B', 'm-1'), tracked('Trần Văn B', 'm-1', 'deleted'), tracked('', 'm-1')] };
  expect(handsIn(file, 'm-1')).toEqual(['Trần Văn B', 'người không ghi tên']);
  expect(handsIn({ tracked: [tracked('Lê C', 'm-1', 'formatted')] }, 'm-1')).toEqual([]);
  // What is in no place that is asked for is shown beside.
  const elsewhere = { ...tracked('Lê C', 'm-9'), text: 'ký thay' };
  expect(otherHands({ tracked: [...file.tracked, elsewhere], changes: [taken] })).toEqual([elsewhere]);
});

test('signed and given files are compared where the approved text is known, replaced ones are not', () => {
  const file = (role: 'rendered' | 'signed' | 'given', supersededBy?: string) => ({
    ...{ role, fileId: `${role}-1`, fileName: 'a.pdf', contentType: 'application/pdf', size: 1, sha256: '', href: '' },
    ...{ legalName: '', ...(supersededBy === undefined ? {} : { supersededBy }) },
  });
  const [rendered, signed, wrong] = [file('rendered'), file('signed'), file('signed', 'signed-2')];
  expect(comparedFiles([rendered, signed, wrong])).toEqual([signed]);
  expect(comparedFiles([file('given')])).toEqual([]);
});
