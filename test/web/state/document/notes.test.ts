import { expect, test } from 'vitest';
import { changeLine, mayRemark, pointerOf } from '../../../../web/src/state/document/notes.ts';
import { readingBlocks } from '../../../../web/src/state/document/reading.ts';
import { officeDocument, someone } from '../../support/office-document.ts';

test('whoever drafts, checks or signs may remark until it is approved, and nobody else', () => {
  const document = officeDocument({
    state: 'submitted',
    approverId: 'ky',
    route: [{ step: 'form', holder: 'truong', deputy: 'pho' }],
  });
  const away = [{ staffId: 'truong', from: '2026-03-17', to: '2026-03-18', deputy: 'thay' }];
  const may = (staffId: string) => mayRemark(document, someone(staffId, 'checker'), away);
  expect(['an', 'ky', 'truong', 'pho', 'thay'].map(may)).toEqual([true, true, true, true, true]);
  expect(may('khac')).toBe(false);
  expect(mayRemark({ ...document, state: 'approved' }, someone('an', 'drafter'), [])).toBe(false);
});

test('a line of the text to read says where it stands, so that a remark finds it', () => {
  const blocks = readingBlocks({
    body: [{ level: 'roman', title: 'MỤC TIÊU', children: [{ level: 'clause', text: 'Một' }] }],
    appendices: [{ body: [{ level: 'clause', text: 'Hai' }] }],
  });
  const anchors = blocks.flatMap((block) => (block.kind === 'line' ? [block.anchor] : []));
  expect(anchors).toEqual(['body/0', 'body/0/children/0', 'appendices/0/body/0']);
  expect(pointerOf('body/0/children/0')).toEqual(['body', 0, 'children', 0]);
});

test('a change is said by its place', () => {
  const change = { change: 'changed' as const, anchor: 'body/0', place: 'mục II, khoản 1', was: null, now: null };
  expect(changeLine(change)).toBe('Mục II, khoản 1: đã sửa');
});
