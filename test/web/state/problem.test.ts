import { expect, test } from 'vitest';
import { hasMoved, toProblem } from '../../../web/src/api/problem.ts';

test('a problem says each error, and what the office’s information would print otherwise now', () => {
  const body = {
    detail: 'Thông tin cơ quan hôm nay khác.',
    code: 'profile-changed',
    errors: [{ message: 'Thiếu trích yếu', path: 'subject' }],
    differences: [{ field: 'địa danh', was: 'Bình Long', now: 'An Lộc' }, 'không phải'],
  };
  const problem = toProblem(409, body);
  expect(problem.errors.map(({ message }) => message)).toEqual([
    'Thiếu trích yếu',
    'địa danh: “Bình Long” nay là “An Lộc”',
  ]);
  expect(hasMoved(problem)).toBe(true);
});

test('an answer that is no problem of ours is told by its status, and has not moved', () => {
  const problem = toProblem(502, '<html>');
  expect(problem.message).toBe('Máy chủ trả lời mã 502.');
  expect(hasMoved(problem)).toBe(false);
});
