import { expect, test } from 'vitest';
import { rowFinding } from '#exchange/older-book/import-texts.ts';
import { reason, superiorFinding, undecidedFinding, unknownDecisionFinding } from '#localise/localise-finding.ts';
import { toProblem } from '#present/problems/problem.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';

const detail = (...args: ConstructorParameters<typeof UseCaseError>) => toProblem(new UseCaseError(...args)).detail;
const row = (...args: Parameters<typeof rowFinding>) => rowFinding(...args).message;

test.each([
  ['too-large', 'Không nhận tệp 35.pdf: lớn hơn 25 MB.'],
  ['not-pdf-or-docx', 'Không nhận tệp 35.pdf: không phải .pdf hoặc .docx.'],
  ['pdf-damaged', 'Không nhận tệp 35.pdf: không phải một tệp PDF nguyên vẹn.'],
  ['docx-damaged', 'Không nhận tệp 35.pdf: không phải một tệp .docx nguyên vẹn.'],
])('says of a file that is not kept: %s', (fault, sentence) => {
  expect(detail('file-unsuitable', { params: { fileName: '35.pdf', fault, maxBytes: 25 * 1024 * 1024 } })).toBe(
    sentence,
  );
});

test('says why a list cannot be read, of a book by its code and of units in their own words', () => {
  expect(detail('list-unreadable', { params: { fault: 'encrypted' } })).toBe(
    'Không nhập được danh sách: tệp đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại.',
  );
  expect(detail('list-unreadable', { params: { why: reason('UNIT_UNKNOWN', { unit: '99' }) } })).toContain(
    'danh sách: Không có đơn vị hành chính mã “99”.',
  );
});

test('says what is wrong in a row of an older book', () => {
  expect(row('REPEATED', 'Số', { row: 4, symbol: '50/KH-UBND' })).toBe(
    'trùng số với dòng 4 (50/KH-UBND); nếu sổ đã cấp trùng thật, hãy xác nhận khi nhập',
  );
  expect(row('REPEATED', 'Số', { row: 4, symbol: '50/KH-UBND', sheet: '2024' })).toBe(
    'trùng số với dòng 4 của trang “2024” (50/KH-UBND); nếu sổ đã cấp trùng thật, hãy xác nhận khi nhập',
  );
  const differs = { symbol: '35/KH-UBND', date: '24/01/2025', standing: 'cũ', typed: 'mới' };
  expect(row('DIFFERS', 'Trích yếu', differs)).toBe(
    'số này đã có trong sổ là 35/KH-UBND 24/01/2025: sổ ghi “cũ”, danh sách ghi “mới”',
  );
  expect(row('FILE_UNSUITABLE', 'Số', { file: '35.pdf', fault: 'pdf-damaged', maxBytes: 1 })).toBe(
    'tệp “35.pdf” không phải một tệp PDF nguyên vẹn',
  );
});

test('says what is wrong with a superior’s plan and where it stands', () => {
  const ended = superiorFinding('SUPERIOR_ENDED', { symbol: '35/KH-UBND', state: 'voided' });
  expect(`${ended.path}: ${ended.message}`).toBe(
    'Kế hoạch cấp trên (superior), mã (docId): Kế hoạch 35/KH-UBND đã bị hủy số; hãy dùng kế hoạch đang có hiệu lực.',
  );
  expect(undecidedFinding('Mục II', 'm2').path).toBe('Mục II, mã “m2”');
  expect(unknownDecisionFinding('m2').path).toBe('Lựa chọn (decisions)');
});

test('says why a unit has no draft', () => {
  expect(reason('UNITS_EMPTY')).toBe('Danh sách đơn vị còn trống.');
  expect(reason('UNIT_FILE_FAILED', { why: 'hỏng' })).toBe('Không tạo được tệp: hỏng');
  expect(reason('UNIT_ORGAN_NAME', { organ: 'a', name: 'UBND phường B', unit: '00004' })).toBe(
    'Mã cơ quan (organId) ghi cho đơn vị 00004 không phải của “UBND phường B”; hãy sửa, hoặc bỏ đi.',
  );
});
