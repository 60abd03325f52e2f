import { expect, test } from 'vitest';
import { moveErrorText } from '#present/problems/texts/move-texts.ts';
import { MOVE_ERROR_CODES, MoveError } from '#usecases/moving/move-error.ts';

test.each(MOVE_ERROR_CODES)('says in Vietnamese what stops a move: %s', (code) => {
  const text = moveErrorText(new MoveError(code, { params: { organ: 'a', folder: 'b', file: 'c' } }));
  expect(text).toMatch(/[ăâđêôơư]/);
  expect(text).not.toContain('undefined');
});

test('names the line that was tampered with, where there is one', () => {
  const at = (params: Record<string, string | number>) => moveErrorText(new MoveError('package-tampered', { params }));
  expect(at({ file: 'items.ndjson', line: 7 })).toContain('chép chưa đủ: items.ndjson, dòng 7. Không ghi gì');
  expect(at({ file: 'files/a' })).toContain('chép chưa đủ: files/a. Không ghi gì');
});

test('lists twenty differences and counts the rest', () => {
  const items = Array.from({ length: 21 }, (_, n) => ({ kind: 'item', name: `A#${n}` }) as const);
  const people = [
    { kind: 'member', name: 'vt-01' },
    { kind: 'username', name: 'lan' },
  ] as const;
  const text = moveErrorText(new MoveError('target-differs', { differences: [...people, ...items] }));
  const lines = text.split('\n');
  expect(lines[0]).toMatch(/^Nơi nhận đã có dữ liệu khác ở 23 chỗ /);
  expect(lines.slice(1, 4)).toEqual(['  thành viên vt-01', '  tên đăng nhập lan', '  A#0']);
  expect(lines.at(-1)).toBe('  … và 3 chỗ khác');
  expect(lines).toHaveLength(22);
});
